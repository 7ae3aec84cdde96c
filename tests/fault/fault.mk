# fault.mk - make fault: every failing call, descriptor, limit and signal;
# make memcheck: no byte is used that was not set, by valgrind
fault: all $(B)/fault/shim.so $(B)/fault/sweep
	@rm -f $(B)/fault/sweep.log && touch $(B)/fault/sweep.log
	@B=$(B) sh tests/fault/fault.sh

memcheck: all $(UNIT)
	@B=$(B) sh tests/fault/memcheck.sh

$(B)/fault/shim.so: tests/fault/shim.c
	@mkdir -p $(@D)
	$(CC) -O1 -shared -fPIC -o $@ $< -ldl

$(B)/fault/sweep: tests/fault/sweep.c
	@mkdir -p $(@D)
	$(CC) -O1 -Wall -Wextra -o $@ $<

.PHONY: fault memcheck
