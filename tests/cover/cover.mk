# cover.mk - make cover: how much of lib the tests reach: 95 % of the lines and
# 85 % of the branches at least; build/cover/report.txt names the rest
#
# The tests of make check and the gold of make eval. What only nf-train runs is
# left out: that it learns the shipped models, to the bit, is make train's.
cover:
	@find build/cover -name '*.gcda' -delete 2>/dev/null || :
	@$(MAKE) --no-print-directory -s B=build/cover SANDBOX=0 CFLAGS='-O0 -g' \
		HARDEN=--coverage check-built || echo '# a test has failed'
	@B=build/cover sh tests/eval/eval.sh > build/cover/eval.log 2>&1 || :
	@gcovr -r . --object-directory build/cover --filter lib/ \
		-e '.*train.*' -e 'lib/model/corpus.*' -e 'lib/model/clean_set.c' \
		--exclude-unreachable-branches --exclude-throw-branches \
		--fail-under-line 95 --fail-under-branch 85 \
		-s -o build/cover/report.txt

.PHONY: cover
