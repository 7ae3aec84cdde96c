# bench.mk - make bench: cost against public yardsticks; make gate: the
# instructions a byte against those recorded
bench: all $(B)/bench/measure
	@B=$(B) sh tests/bench/bench.sh $(BENCH)

gate: all
	@B=$(B) sh tests/bench/instructions.sh check

$(B)/bench/measure: tests/bench/measure.c
	@mkdir -p $(@D)
	$(CC) -O2 -o $@ $<

.PHONY: bench gate
