# cover.mk - make cover: which lines and branches of lib the tests reach
cover:
	@find build/cover -name '*.gcda' -delete 2>/dev/null || :
	@$(MAKE) --no-print-directory -s B=build/cover SANDBOX=0 CFLAGS='-O0 -g' \
		HARDEN=--coverage check-built || echo '# a test has failed'
	@B=build/cover sh tests/eval/eval.sh > build/cover/eval.log 2>&1 || :
	@gcovr -r . --object-directory build/cover --filter lib/ \
		--exclude-unreachable-branches --exclude-throw-branches \
		-s -o build/cover/report.txt && tail -n 3 build/cover/report.txt

.PHONY: cover
