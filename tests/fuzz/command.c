/* command - a fuzz target that is a whole filter; its promises are the oracle
 *
 * Built once for each program, with COMMAND its source. The filter runs in
 * process on the system of tests/unit/fake.h. Whatever comes in, nf(5) says:
 * the same bytes come out when it is read byte by byte, twice is once, rows
 * have their shape, text is the slice of the document, and status 2 comes
 * with a message. */
#include <stdio.h>

#include "fake.h"

static struct filter *fuzzed;

static int
capture(struct filter *f, int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	fuzzed = f;
	return 0;
}

#define main command_main
#define filter_main capture
#include COMMAND
#undef main
#undef filter_main

#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void (*real_start)(struct filter *f);

/* Tables are built once, in memory that stays. */
static void
start_once(struct filter *f)
{
	static struct filter first;

	if (first.os)
		return;
	first = *f;
	first.os = &os_posix;
	arena_init(&first.arena, &os_posix);
	arena_init(&first.forever, &os_posix);
	real_start(&first);
}

static void
set_up(void)
{
	static char name[] = "fuzz", *args[] = { name, NULL };

	command_main(1, args);
	if (fuzzed->start && !fuzzed->row) {
		real_start = fuzzed->start;
		fuzzed->start = start_once;
	}
}

static _Noreturn void
broken(const char *promise, const struct fake *k)
{
	fprintf(stderr, "broken: %s\nstatus %d\n%.*s\n----\n%.*s\n", promise,
	    k->status, (int)k->out.n, k->out.s, (int)k->err.n, k->err.s);
	abort();
}

static void
run(struct fake *k, struct str text, size_t piece, const char *option)
{
	const char *const args[] = { option ? option : "--", NULL };

	*k = (struct fake){ .piece = piece, .pauses = piece == 3 };
	k->files[0] = (struct fake_file){ .name = "-", .bytes = text };
	fake_run(k, fuzzed, args);
	if (k->status < 0 || k->status > 2 || (k->status == 2) != (k->err.n > 0))
		broken("honesty", k);
}

/* Whether no line is a record, so that the input is one document. */
static bool
is_document(struct str text)
{
	const char *why = NULL;
	struct record r;

	while (text.n)
		if (record_parse(&r, str_cut(&text, '\n'), &why) !=
		    RECORD_TEXT)
			return false;
	return true;
}

static void
check_rows(const struct fake *k, struct str document, bool slices)
{
	struct arena a;
	struct str rest = k->out, row, slice;
	struct record r;
	const char *why;

	arena_init(&a, &os_posix);
	if (rest.n && rest.s[rest.n - 1] != '\n')
		broken("newline at the end", k);
	while (rest.n) {
		why = NULL;
		row = str_cut(&rest, '\n');
		switch (record_parse(&r, row, &why)) {
		case RECORD_TEXT:
			broken("shape", k);
		case RECORD_BAD:
			if (k->status != 2)
				broken("shape, status", k);
			break;
		case RECORD_GOOD:
			if (!slices || str_eq(r.kind, STR("doc")))
				break;
			slice = str_slice(document, r.start, r.end);
			if (!str_eq(utf8_clean(&a, slice), r.text))
				broken("offsets", k);
		}
	}
	arena_free(&a);
}

static void
same(const struct fake *k, struct str text, size_t piece, const char *option,
    const char *promise)
{
	struct fake other;

	run(&other, text, piece, option);
	if (!str_eq(other.out, k->out)) {
		fprintf(stderr, "%.*s\n====\n", (int)other.out.n, other.out.s);
		broken(promise, k);
	}
	fake_done(&other);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = { (const char *)data, size };
	struct fake k;
	uint64_t choice = str_hash(text);

	if (!fuzzed)
		set_up();
	run(&k, text, 0, NULL);
	if (!fuzzed->row) {
		check_rows(&k, text, is_document(text) &&
			!(fuzzed->page && fuzzed->whole(fuzzed, text)));
		if (choice % 4 == 0)
			same(&k, k.out, 0, NULL, "idempotence");
	}
	if (choice % 4 == 1)
		same(&k, text, 1, NULL, "one byte at a time");
	fake_done(&k);
	if (choice % 8 == 2 && fuzzed->document) {
		run(&k, text, 0, "-uw");
		check_rows(&k, text, is_document(text));
		fake_done(&k);
	}
	if (choice % 8 == 6 && !fuzzed->row) {
		run(&k, text, 3, "-oHw");
		fake_done(&k);
	}
	return 0;
}
