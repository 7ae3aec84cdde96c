# bench.mk - make bench: cost against public yardsticks; make gate: the
# instructions a byte against those recorded; make bounds: memory and time on
# SIZE megabytes and MANY documents (BOUNDS names the cases)
bench: all $(B)/bench/measure
	@B=$(B) sh tests/bench/bench.sh $(BENCH)

gate: all
	@B=$(B) sh tests/bench/instructions.sh check

bounds: all
	@B=$(B) SIZE=$(or $(SIZE),200) MANY=$(or $(MANY),100000) \
		sh tests/bench/bounds.sh $(BOUNDS)

$(B)/bench/measure: tests/bench/measure.c
	@mkdir -p $(@D)
	$(CC) -O2 -o $@ $<

.PHONY: bench bounds gate
