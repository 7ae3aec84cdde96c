# nf - news filters
#
# GNU make, no configure step. CC CFLAGS CPPFLAGS LDFLAGS PREFIX DESTDIR are
# the user's. Everything that make writes lands in build/.
#
#   make demo      packages, build, and the facts of the articles in examples/
#   make check     packages, build, and all tests          (SAN=1: sanitizers;
#                  SANDBOX=0: built without the sandbox, as for strace, gdb)
#   make bless     writes the expected output of the golden cases anew
#   make bless-sessions [DOCS=...]  the same for the manual, README, examples
#   make lint eval bench bounds fuzz fault memcheck cover train
#   make install uninstall dist deb clean

PREFIX = /usr/local
CFLAGS = -O2 -g
HARDEN = -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
B = build
VERSION = 0.1.0

WARN = -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wvla
PKG = libpcre2-8 libutf8proc
INC = base stream text model step view
MANDIR = $(PREFIX)/share/man
SYSTEM_LIBS := $(shell pkg-config --libs $(PKG) 2>/dev/null)

ifdef SAN
B = build/san
HARDEN = -fsanitize=address,undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer
endif

ifeq ($(SANDBOX),0)
override CPPFLAGS += -DNF_NO_SANDBOX
endif

override CPPFLAGS += -D_POSIX_C_SOURCE=200809L -DNF_VERSION='"$(VERSION)"' \
	$(INC:%=-Ilib/%) -I$(B)/gen
override CFLAGS += -std=c11 $(WARN) $(HARDEN) -ffile-prefix-map=$(CURDIR)=.
override LDFLAGS += $(filter -fsanitize%,$(HARDEN)) -pie -Wl,-z,relro,-z,now

PROGRAMS = $(patsubst cmd/%.c,%,$(wildcard cmd/*.c))
LIB_OBJ = $(addprefix $(B)/,$(addsuffix .o,$(basename \
	$(wildcard lib/*/*.c lib/*/*.S))))
GEN = $(patsubst lib/data/%.tsv,$(B)/gen/%.h,$(wildcard lib/data/*.tsv))
UNIT = $(patsubst tests/unit/%.c,$(B)/unit/%,$(wildcard tests/unit/*.c))
MAN = $(wildcard man/*.[1357])

all: $(PROGRAMS:%=$(B)/bin/%) $(B)/libnf.a

# Further targets of the parts: train.mk fuzz.mk fault.mk bench.mk ...
include $(wildcard lib/*/*.mk tests/*/*.mk examples/*.mk)

$(B)/bin/%: $(B)/cmd/%.o $(B)/libnf.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $< $(B)/libnf.a $(SYSTEM_LIBS)

$(B)/unit/%: $(B)/tests/unit/%.o $(B)/libnf.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $< $(B)/libnf.a $(SYSTEM_LIBS)

$(B)/libnf.a: $(LIB_OBJ)
	@rm -f $@
	$(AR) rcD $@ $^

$(B)/%.o: %.c $(B)/flags | $(GEN)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(B)/%.o: %.S $(B)/flags
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# Other flags make other objects.
$(B)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(CC) $(CPPFLAGS) $(CFLAGS)' | cmp -s - $@ || \
		echo '$(CC) $(CPPFLAGS) $(CFLAGS)' > $@

# A list of words becomes a C table: NAME.tsv makes NAME.h.
$(B)/gen/%.h: lib/data/%.tsv lib/data/gen/words.awk
	@mkdir -p $(@D)
	awk -v name=$* -f lib/data/gen/words.awk $< > $@.tmp && mv $@.tmp $@

# The packages that are missing are installed first; then a new make sees them.
demo: deps-build
	@$(MAKE) --no-print-directory -s all
	@PATH="$(CURDIR)/$(B)/bin:$$PATH" sh examples/demo.sh

check: deps-check
	@$(MAKE) --no-print-directory -s check-built

check-built: all $(UNIT)
	@B=$(B) sh tests/run.sh

bless: all
	@B=$(B) sh tests/golden.sh bless

bless-sessions: all
	@B=$(B) sh tests/session.sh bless $(DOCS)

deps: deps-check

deps-%:
	@sh tests/deps.sh $*

eval: all
	@B=$(B) sh tests/eval/eval.sh

lint: all
	@TIDY=$(TIDY) B=$(B) CPPFLAGS='$(INC:%=-Ilib/%) -I$(B)/gen' sh tests/lint.sh

format:
	clang-format -i $$(git ls-files '*.c' '*.h')

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/pkgconfig \
		$(DESTDIR)$(PREFIX)/include/nf
	install $(PROGRAMS:%=$(B)/bin/%) $(DESTDIR)$(PREFIX)/bin
	for f in $(MAN); do \
		d=$(DESTDIR)$(MANDIR)/man$${f##*.} && install -d $$d && \
		install -m 644 $$f $$d || exit 1; \
	done
	install -m 644 $(B)/libnf.a $(DESTDIR)$(PREFIX)/lib
	install -m 644 lib/base/*.h lib/text/*.h lib/model/*.h lib/step/*.h \
		$(DESTDIR)$(PREFIX)/include/nf
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' \
		lib/nf.pc.in > $(DESTDIR)$(PREFIX)/lib/pkgconfig/nf.pc

uninstall:
	rm -f $(PROGRAMS:%=$(DESTDIR)$(PREFIX)/bin/%) \
		$(DESTDIR)$(PREFIX)/lib/libnf.a \
		$(DESTDIR)$(PREFIX)/lib/pkgconfig/nf.pc
	for f in $(MAN:man/%=%); do \
		rm -f $(DESTDIR)$(MANDIR)/man$${f##*.}/$$f; \
	done
	rm -rf $(DESTDIR)$(PREFIX)/include/nf

# The archive holds what is committed, in the order and with the date of git.
dist:
	@mkdir -p $(B)
	git archive --prefix=nf-$(VERSION)/ HEAD | gzip -9n \
		> $(B)/nf-$(VERSION).tar.gz

clean:
	rm -rf build

-include $(shell find $(B) -type f -name '*.d' 2>/dev/null)

.PHONY: all bless bless-sessions check check-built clean demo deps dist eval \
	format install lint uninstall FORCE
.SECONDARY:
.DELETE_ON_ERROR:
