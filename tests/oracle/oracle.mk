# oracle.mk - make oracle: our HTML against libgumbo's, where that is
ORACLE_PAGES = $(wildcard ../shared/data/clean/dev/html/*.gz)

oracle: all
	@if ! pkg-config --exists gumbo; then \
		echo "1..0 # SKIP libgumbo-dev is not installed"; exit 0; fi; \
	$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $(B)/oracle \
		tests/oracle/gumbo.c $(B)/libnf.a $(SYSTEM_LIBS) -lgumbo; \
	mkdir -p $(B)/pages; \
	for f in $(ORACLE_PAGES); do \
		name=$${f##*/}; zcat $$f > $(B)/pages/$${name%.gz}; done; \
	cp examples/articles/*.html $(B)/pages; \
	$(B)/oracle $(B)/pages/*.html

.PHONY: oracle
