# fuzz.mk - make fuzz: each target for FUZZ_SECONDS, on what it made before
#
# nf-PROGRAM is the whole filter with its promises as the oracle, argv-PROGRAM
# its command line and the files that it names; the others are modules. Seeds
# are our own articles and golden cases; what is found is kept in
# build/fuzz/corpus. FUZZ names the targets.
FUZZ_SECONDS ?= 30
FILTERS = $(filter-out nf-train,$(PROGRAMS))
FUZZ = record utf8 number html model view $(filter-out nf-view,$(FILTERS)) \
	$(FILTERS:nf-%=argv-%)
FUZZ_FLAGS = -fsanitize=address,undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer
# without the tracing of comparisons, which takes half of the time
FUZZ_COUNT = -fsanitize-coverage=inline-8bit-counters,pc-table
FUZZ_LINK = -fsanitize=fuzzer -fno-sanitize-coverage=trace-cmp,indirect-calls

fuzz:
	@$(MAKE) --no-print-directory -s CC=clang B=build/fuzz \
		CFLAGS='-O2 -g -Wno-unused-function' FUZZ='$(FUZZ)' \
		HARDEN='$(FUZZ_FLAGS) $(FUZZ_COUNT)' fuzz-built
	@FUZZ_SECONDS=$(FUZZ_SECONDS) sh tests/fuzz/fuzz.sh $(FUZZ)

fuzz-built: $(FUZZ:%=$(B)/run/%)

$(B)/run/nf-%: tests/fuzz/command.c cmd/nf-%.c $(B)/libnf.a
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -Itests/unit -DCOMMAND='"../../cmd/nf-$*.c"' \
		$(CFLAGS) $(FUZZ_LINK) -o $@ $< $(B)/libnf.a $(SYSTEM_LIBS)

$(B)/run/argv-%: tests/fuzz/argv.c cmd/nf-%.c $(B)/libnf.a
	@mkdir -p $(@D)
	$(CC) -mllvm -asan-globals=0 $(CPPFLAGS) -Itests/unit -DCOMMAND='"../../cmd/nf-$*.c"' \
		$(CFLAGS) $(FUZZ_LINK) -o $@ $< $(B)/libnf.a $(SYSTEM_LIBS)

$(B)/run/%: tests/fuzz/%.c $(B)/libnf.a
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -Ilib/model $(CFLAGS) $(FUZZ_LINK) -o $@ $< \
		$(B)/libnf.a $(SYSTEM_LIBS)

.PHONY: fuzz fuzz-built
