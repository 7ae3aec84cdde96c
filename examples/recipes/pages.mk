# pages.mk - make as a scheduler: restartable, and only what is new
#
#   make -j 4 -f pages.mk          pages/* become rows/*.tsv
#
# A file is written beside its place and moved there when it is whole, so an
# interrupted run leaves nothing half done. pipefail: an error of any program
# is one of the line.
SHELL = /bin/bash
.SHELLFLAGS = -o pipefail -c

all: $(patsubst pages/%,rows/%.tsv,$(wildcard pages/*))

rows/%.tsv: pages/%
	@mkdir -p rows
	@nf-clean $< | nf-sent | nf-ents | nf-dates | nf-nums > $@.tmp && mv $@.tmp $@
