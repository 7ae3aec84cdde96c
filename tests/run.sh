#!/bin/sh
# run.sh - all tests of make check, and their sum
#
# Every part prints TAP. Shown are the tests that failed, with what they said,
# and at the end "N passed, N failed". B is the build folder.
set -u
cd "$(dirname "$0")/.." || exit 2
B=${B:-build}
export B LC_ALL=C
PATH=$PWD/$B/bin:$PATH
LSAN_OPTIONS=suppressions=$PWD/tests/lsan.supp:print_suppressions=0
export PATH LSAN_OPTIONS
log=$B/check.tap
: > "$log"

part() { # name, command ...
	name=$1
	shift
	start=$(date +%s)
	"$@" > "$B/part.tap" 2>&1
	status=$?
	# a part that dies without a failed test is a failure of its own
	if [ $status -ne 0 ] && ! grep -q '^not ok' "$B/part.tap"; then
		sed 's/^/# /' "$B/part.tap"
		echo "not ok $name: status $status"
	else
		cat "$B/part.tap"
	fi >> "$log"
	[ -z "${VERBOSE-}" ] || echo "$name: $(($(date +%s) - start)) s"
}

for unit in "$B"/unit/*; do
	[ -x "$unit" ] && part "unit ${unit##*/}" "$unit"
done
part golden sh tests/golden.sh check
part sessions sh tests/session.sh check
part bats bats --tap tests/*.bats

awk '
	/^#/ { said = said $0 "\n" }
	/^ok/ { passed++; said = "" }
	/^not ok/ { failed++; printf "%s%s\n", said, $0; said = ""; show = 1; next }
	/^#/ && show { print }
	!/^#/ { show = 0 }
	END { printf "%d passed, %d failed\n", passed, failed; exit failed > 0 }
' "$log"
