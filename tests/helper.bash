# helper.bash - what the Bats files share

ROOT=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
BIN=$ROOT/${B:-build}/bin
PATH=$BIN:$PATH
LC_ALL=C
export PATH LC_ALL

STEPS='nf-clean nf-sent nf-ents nf-dates nf-nums'
ANNOTATORS='nf-ents nf-dates nf-nums'
ARTICLES=$ROOT/examples/articles
SEEDS=$ROOT/../shared/data/seeds

# The articles, and the five seed pages where they are.
pages() {
	ls "$ARTICLES"/*
	[ ! -d "$SEEDS" ] || ls "$SEEDS"/*.txt
}

# The units of all pages, and all that is found in them.
make_streams() {
	pages | xargs nf-clean > "$1/paras"
	nf-sent "$1/paras" > "$1/units"
	nf-ents "$1/units" | nf-dates | nf-nums > "$1/full"
}

# Runs a command that must not take more seconds of the processor: on a busy
# machine the clock says nothing.
within() { # seconds, command ...
	(ulimit -t "$1"; shift; exec timeout 300 "$@")
}
