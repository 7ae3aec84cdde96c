# nf - news filters.  GNU make; CC CFLAGS CPPFLAGS LDFLAGS PREFIX DESTDIR are
# the user's.  Everything that make writes lands in build/.

PREFIX = /usr/local
CFLAGS = -O2 -g
B = build

VERSION = 0.1.0
WARN = -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wvla
PKG = libpcre2-8 libutf8proc
override CPPFLAGS += -D_POSIX_C_SOURCE=200809L -DNF_VERSION='"$(VERSION)"' \
	-Ilib/base -Ilib/stream -Ilib/text -Ilib/model -Ilib/step -I$(B)/gen
override CFLAGS += -std=c11 $(WARN) -ffile-prefix-map=$(CURDIR)=. \
	$(shell pkg-config --cflags $(PKG) 2>/dev/null)
LIBS = $(shell pkg-config --libs $(PKG) 2>/dev/null || echo -lpcre2-8 -lutf8proc)

PROGRAMS = $(patsubst cmd/%.c,%,$(wildcard cmd/*.c))
LIB_SRC = $(wildcard lib/*/*.c lib/*/*.S)
LIB_OBJ = $(addprefix $(B)/,$(addsuffix .o,$(basename $(LIB_SRC))))
GEN = $(patsubst lib/data/%.tsv,$(B)/gen/%.h,$(wildcard lib/data/*.tsv))

all: $(addprefix $(B)/bin/,$(PROGRAMS)) $(B)/libnf.a

$(B)/bin/%: $(B)/cmd/%.o $(B)/libnf.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $< $(B)/libnf.a $(LIBS)

$(B)/libnf.a: $(LIB_OBJ)
	@rm -f $@
	$(AR) rcD $@ $^

$(B)/%.o: %.c | $(GEN)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(B)/%.o: %.S
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# A list of words becomes a C table; NAME.tsv makes NAME.h.
$(B)/gen/%.h: lib/data/%.tsv lib/data/gen/words.awk
	@mkdir -p $(@D)
	awk -v name=$* -f lib/data/gen/words.awk $< > $@.tmp && mv $@.tmp $@

clean:
	rm -rf $(B)

-include $(shell find $(B) -name '*.d' 2>/dev/null)

.PHONY: all clean
.SECONDARY:
.DELETE_ON_ERROR:
