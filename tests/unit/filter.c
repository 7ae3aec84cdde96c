/* filter - the frame, in process: what comes out, whatever goes wrong */
#include "fake.h"
#include "toys.h"
#include "unit.h"

#define U(kind, start, end, text) \
	kind "\td\t1\t" #start "\t" #end "\t" text "\t-\t-\n"
#define UNIT(s, end) U("para", 0, end, s)

struct example {
	const char *name;
	const struct filter *filter;
	const char *option; /* NULL: none */
	const char *in, *out;
	int status;
};

/* What goes in, what comes out. */
static const struct example examples[] = {
	{ "a bare line", &tagger, NULL, "an ABC\n",
	    "para\t-\t1\t0\t6\tan ABC\t-\t-\n"
	    "caps\t-\t1\t3\t6\tABC\tabc\t-\n",
	    0 },
	{ "no newline at the end, blanks, CR, a BOM", &tagger, NULL,
	    "\xef\xbb\xbf  x\r\n\n \t\r\n  b\tc ",
	    "para\t-\t1\t5\t6\tx\t-\t-\n"
	    "para\t-\t4\t15\t18\tb c\t-\t-\n",
	    0 },
	{ "nothing at all", &tagger, NULL, "", "", 0 },
	{ "nothing at all, -e", &tagger, "-e", "", "", 1 },
	{ "own rows are replaced", &tagger, NULL,
	    UNIT("an ABC", 6) U("caps", 0, 2, "an") U("zz", 3, 6, "ABC"),
	    UNIT("an ABC", 6) "caps\td\t1\t3\t6\tABC\tabc\t-\n"
	    U("zz", 3, 6, "ABC"),
	    0 },
	{ "annotations before any unit are sorted", &tagger, NULL,
	    U("zz", 3, 6, "ABC") U("zz", 1, 2, "b") U("zz", 1, 3, "bc")
		U("ab", 1, 3, "bc"),
	    U("ab", 1, 3, "bc") U("zz", 1, 3, "bc") U("zz", 1, 2, "b")
		U("zz", 3, 6, "ABC"),
	    0 },
	{ "a malformed row stays where it is", &tagger, NULL,
	    UNIT("an ABC", 6) "para\td\t1\t9\t6\tABC\t-\t-\nan\tABC\n",
	    UNIT("an ABC", 6) "caps\td\t1\t3\t6\tABC\tabc\t-\n"
	    "para\td\t1\t9\t6\tABC\t-\t-\n"
	    "para\t-\t3\t45\t51\tan ABC\t-\t-\n"
	    "caps\t-\t3\t48\t51\tABC\tabc\t-\n",
	    2 },
	{ "what a doc row says", &tagger, "-w",
	    "doc\td\t1\t0\t0\tT|t\t2024-07-24\tnf=1\n" UNIT("A", 1),
	    "doc\td\t1\t0\t0\tT|t\t2024-07-24\tnf=1\n" UNIT("A", 1)
	    "caps\td\t1\t0\t1\tA\ta\tdate=2024-07-24|title=T t|why=run\n",
	    0 },
	{ "a header is dropped", &tagger, NULL,
	    RECORD_HEADER "a\n" RECORD_HEADER,
	    "para\t-\t2\t38\t39\ta\t-\t-\n", 0 },
	{ "-o: own rows", &tagger, "-o", "an ABC\n" U("zz", 0, 1, "a"),
	    "caps\t-\t1\t3\t6\tABC\tabc\t-\n", 0 },
	{ "-u: the same rows", &tagger, "-u",
	    "an ABC\n" UNIT("B", 1) U("zz", 0, 1, "B") U("aa", 0, 1, "B"),
	    "para\t-\t1\t0\t6\tan ABC\t-\t-\n"
	    "caps\t-\t1\t3\t6\tABC\tabc\t-\n" UNIT("B", 1)
	    U("aa", 0, 1, "B") "caps\td\t1\t0\t1\tB\tb\t-\n"
	    U("zz", 0, 1, "B"),
	    0 },
	{ "ill-formed bytes and control bytes", &tagger, NULL,
	    "\xff\xc0\x80\x01\x1b[31m\xed\xa0\x80 \xe2\x82\n",
	    "para\t-\t1\t0\t15\t???  [31m??? ??\t-\t-\n", 0 },
	{ "sentences take the place of a para", &splitter, NULL,
	    "para\td\t7\t10\t16\tA. Bc.\t-\tat=1-2|role=text\n"
	    U("zz", 13, 15, "Bc") U("aa", 10, 11, "A"),
	    "sent\td\t1\t10\t12\tA.\t-\tat=1-2|para=7|role=text\n"
	    U("aa", 10, 11, "A")
	    "sent\td\t2\t13\t16\tBc.\t-\tat=1-2|para=7|role=text\n"
	    "zz\td\t2\t13\t15\tBc\t-\t-\n",
	    0 },
	{ "lines are joined", &splitter, NULL, "Ab\n  cd. E\n",
	    "sent\t-\t1\t0\t8\tAb   cd.\t-\tpara=1\n"
	    "sent\t-\t2\t9\t10\tE\t-\tpara=1\n",
	    0 },
	{ "an annotation under joined lines is kept", &splitter, NULL,
	    "Ab\ncd.\nzz\t-\t1\t0\t2\tAb\t-\t-\n",
	    "sent\t-\t1\t0\t6\tAb cd.\t-\tpara=1\n"
	    "zz\t-\t1\t0\t2\tAb\t-\t-\n",
	    0 },
	{ "sentences that come in pass", &splitter, NULL,
	    U("sent", 0, 4, "A. B") U("zz", 1, 2, ".") U("aa", 0, 1, "A"),
	    U("sent", 0, 4, "A. B") U("aa", 0, 1, "A") U("zz", 1, 2, "."),
	    0 },
	{ "and are own rows: -o", &splitter, "-o",
	    U("sent", 0, 4, "A. B") U("zz", 1, 2, "."),
	    U("sent", 0, 4, "A. B"), 0 },
	{ "and are own rows: -t", &splitter, "-t",
	    U("sent", 0, 4, "A. B") U("zz", 1, 2, ".") UNIT("C.", 2),
	    "A. B\nC.\n", 0 },
	{ "and are own rows: -e", &splitter, "-e",
	    U("sent", 0, 4, "A. B"), U("sent", 0, 4, "A. B"), 0 },
	{ "rows, and bare text as rows", &printer, NULL,
	    UNIT("an ABC", 6) " b\tc \nzz\td\t1\t9\t6\tABC\t-\t-\n",
	    "an ABC\nb c\n", 2 },
	{ "a page between records", &cleaner, NULL,
	    "A\n\nB\n" UNIT("x", 1) "C",
	    "para\t-\t1\t0\t5\tA  B \t-\t-\n" UNIT("x", 1)
	    "para\t-\t5\t24\t25\tC\t-\t-\n",
	    0 },
};

enum { EXAMPLES = sizeof examples / sizeof *examples };

static struct str
fill(const struct example *e, struct fake *k, size_t piece)
{
	const char *const args[] = { e->option ? e->option : "--", NULL };

	k->files[0] = (struct fake_file){ .name = "-",
		.bytes = str_of(e->in) };
	k->piece = piece;
	fake_run(k, e->filter, args);
	return k->out;
}

static void
check_examples(size_t piece, size_t fail_at, int error)
{
	size_t i;

	for (i = 0; i < EXAMPLES; i++) {
		const struct example *e = &examples[i];
		struct fake k = { .fail_at = fail_at, .error = error,
			.recovers = true, .fails_files = true };
		struct str out = fill(e, &k, piece);
		bool good = str_eq(out, str_of(e->out)) &&
		    k.status == e->status;

		if (!good)
			printf("# %s, reading %zu, call %zu:\n", e->name,
			    piece, fail_at);
		CHECK_STR(out, e->out);
		CHECK_SIZE(k.status, e->status);
		CHECK((k.err.n > 0) == (e->status == 2));
		fake_done(&k);
	}
}

/* Makes each call in turn fail: the right output, or a message and 2. */
static size_t
torture(const struct example *e, struct fake *k, size_t piece)
{
	size_t at;

	for (at = 1;; at++) {
		bool right;

		k->fail_at = at;
		right = str_eq(fill(e, k, piece), str_of(e->out)) &&
		    k->status == e->status;
		if (!right && !(k->status == 2 && k->err.n)) {
			printf("# %s: call %zu: status %d\n", e->name, at,
			    k->status);
			CHECK(right);
		}
		fake_done(k);
		if (k->calls < at)
			return at - 1;
	}
}

static void
tortures(void)
{
	static const int errors[] = { EIO, ENOSPC, EBADF, EPIPE };
	size_t i, j, probes = 0;

	for (i = 0; i < EXAMPLES; i++) {
		struct fake memory = { .error = ENOMEM, .fails_memory = true };

		probes += torture(&examples[i], &memory, 0);
		memory.recovers = true;
		probes += torture(&examples[i], &memory, 3);
		for (j = 0; j < sizeof errors / sizeof *errors; j++) {
			struct fake files = { .error = errors[j],
				.fails_files = true };

			probes += torture(&examples[i], &files, 3);
			files.recovers = true;
			probes += torture(&examples[i], &files, 2);
		}
	}
	printf("# %zu faults\n", probes);
}

/* Runs on an input that is much longer than the memory it may take. */
static void
stream(struct fake *k, const struct filter *filter, const char *first,
    const char *more, size_t bytes)
{
	k->forgets = true;
	k->files[0] = (struct fake_file){ "-", str_of(more),
		bytes / strlen(more), str_of(first) };
	fake_run(k, filter, NULL);
}

static void
bounded(const char *what, const char *more, int status)
{
	/* the two that hold rows; the others hold no more than a line */
	static const struct filter *const all[] = { &tagger, &splitter };
	size_t i;

	for (i = 0; i < sizeof all / sizeof *all; i++) {
		struct fake k = { 0 };
		bool good;

		stream(&k, all[i], UNIT("x", 1), more, 12 << 20);
		good = k.peak < 10 << 20 && k.status == status;
		if (!good)
			printf("# %s, %s: %zu bytes, status %d: %.*s\n", what,
			    all[i]->name, k.peak, k.status,
			    (int)(k.err.n < 200 ? k.err.n : 200), k.err.s);
		CHECK(good);
		fake_done(&k);
	}
}

/* Every write ends with a line, also of long ones, but above 16 MiB. */
static void
whole_lines(const struct filter *filter)
{
	char *text = malloc(200001);
	struct fake k = { .files = { { .name = "-" } } };
	size_t n;

	memset(text, 'a', 200000);
	for (n = 1; n < 200000; n = n * 3 + 1) {
		text[n] = '\n';
		k.files[0].bytes = (struct str){ text, n + 1 };
		k.files[0].times = 400000 / n + 2;
		fake_run(&k, filter, NULL);
		CHECK_SIZE(k.cuts, 0);
		CHECK_SIZE(k.status, 0);
		fake_done(&k);
		text[n] = 'a';
	}
	free(text);
}

/* A file that cannot be read to its end: its last line may be cut, and does
 * not come out. */
static void
cut_line(void)
{
	struct fake k = { .fail_at = 5, .error = EIO, .fails_files = true,
		.recovers = true, .piece = 3 };

	k.files[0] = (struct fake_file){ .name = "-",
		.bytes = STR_INIT("an ABC\nno more\n") };
	fake_run(&k, &tagger, NULL);
	CHECK_STR(k.out, "para\t-\t1\t0\t6\tan ABC\t-\t-\n"
	    "caps\t-\t1\t3\t6\tABC\tabc\t-\n");
	CHECK_STR(k.err, "tagger: standard input: Input/output error\n");
	CHECK_SIZE(k.status, 2);
	fake_done(&k);
}

/* Nothing in a name speaks to the terminal. */
static void
hostile_name(void)
{
	static const char name[] = "a\tb\x1b[m\xc2\x9bm\xff";
	static const char *const args[] = { name, "c\x1b\n\xc2\x9bm\xff",
		NULL };
	struct fake k = { .files = { { name, STR_INIT("A"), 0, { 0 } } } };

	fake_run(&k, &tagger, args);
	CHECK_STR(k.out, "para\ta b [m\xc2\x9bm?\t1\t0\t1\tA\t-\t-\n"
	    "caps\ta b [m\xc2\x9bm?\t1\t0\t1\tA\ta\t-\n");
	CHECK_STR(k.err, "tagger: c    m?: No such file or directory\n");
	CHECK_SIZE(k.status, 2);
	fake_done(&k);
}

/* Runs the filter on what it has made. */
static void
twice(const struct filter *filter, struct str text)
{
	struct fake once = { .files = { { .name = "-" } } }, again = once;

	once.files[0].bytes = text;
	fake_run(&once, filter, NULL);
	again.files[0].bytes = once.out;
	fake_run(&again, filter, NULL);
	CHECK(str_eq(once.out, again.out));
	CHECK_SIZE(again.status, once.status);
	fake_done(&once);
	fake_done(&again);
}

/* Lines longer than a piece, and than the longest row, in pieces. */
static void
long_lines(void)
{
	static const char *const begins[] = { "", "a b\t", "a\tb\t1\t2\t3\t",
		"a\tb\t1\t2\t3\tx\ty\tz\t" };
	size_t n = (16 << 20) + 100, i;
	char *text = malloc(n);

	for (i = 0; i < 4; i++) {
		memset(text, 'a', n);
		memcpy(text, begins[i], strlen(begins[i]));
		for (size_t k = 1000; k < n; k += 1000)
			memcpy(text + k, "\xe2\x82\xac B", 5);
		twice(&tagger, (struct str){ text, (3 << 20) + 7 });
		twice(&tagger, (struct str){ text, n - 200 });
		twice(&tagger, (struct str){ text, n });
	}
	free(text);
}

/* A write that takes nothing is an error, not an endless loop. */
static ssize_t
write_nothing(void *context, int fd, const void *bytes, size_t n)
{
	return fd == 1 ? 0 : fake_write(context, fd, bytes, n);
}

static void
fill_output(struct output *o)
{
	output_line(o, STR("abc"));
	output_close(o);
}

static void
full(void)
{
	struct fake k = { 0 };
	struct output o;

	k.os = (struct os){ .name = "x", .context = &k, .write = write_nothing,
		.resize = fake_resize, .release = fake_release,
		.hold = fake_hold, .exit = fake_exit };
	output_init(&o, &k.os);
	if (!setjmp(k.end))
		fill_output(&o);
	CHECK_STR(k.err, "x: standard output: No space left on device\n");
	CHECK_SIZE(k.status, 2);
	buf_free(&o.bytes);
	fake_done(&k);
}

/* What is not needed is given up before the first byte is read. */
static void
confined(void)
{
	static const char *const two[] = { "a", "b", NULL };
	static const char *const bare[] = { "--no-sandbox", NULL };
	struct fake k = { .files = { { .name = "a" }, { .name = "b" } } };

	k.files[0].bytes = k.files[1].bytes = STR("A");
	fake_run(&k, &tagger, two);
	CHECK_SIZE(k.confined[SANDBOX_FILES], 1);
	CHECK_SIZE(k.confined[SANDBOX_NONE], 3);
	CHECK_SIZE(k.confined[SANDBOX_LIBRARY], 0);
	fake_done(&k);
	fake_run(&k, &cleaner, two);
	CHECK_SIZE(k.confined[SANDBOX_NONE], 0);
	CHECK_SIZE(k.confined[SANDBOX_LIBRARY], 3);
	fake_done(&k);
	fake_run(&k, &tagger, NULL);
	CHECK_SIZE(k.confined[SANDBOX_NONE], 1);
	fake_done(&k);
	fake_run(&k, &tagger, bare);
	CHECK_SIZE(k.confined[SANDBOX_FILES] + k.confined[SANDBOX_NONE], 0);
	fake_done(&k);
}

/* A page that comes whole is cut at 16 MiB, with a message. */
static void
long_page(void)
{
	struct fake k = { 0 };

	stream(&k, &cleaner, "<\n", "<p>some text of a page\n", 40 << 20);
	CHECK_SIZE(k.status, 2);
	CHECK(k.peak < 70 << 20 && k.written < 17 << 20);
	fake_done(&k);
	stream(&k, &cleaner, "<\n", "<p>some text of a page\n", 15 << 20);
	CHECK_SIZE(k.status, 0);
	fake_done(&k);
}

int
main(void)
{
	TEST("the frame gives what nf(5) says");
	check_examples(0, 0, 0);
	TEST("the same when one byte, or three, come at a time");
	check_examples(1, 0, 0);
	check_examples(3, 0, 0);
	TEST("the same when a call is interrupted, or would block");
	for (size_t i = 1; i < 9; i++) {
		check_examples(3, i, EINTR);
		check_examples(2, i, EAGAIN);
	}
	TEST("every failing call: the right output, or a message and 2");
	tortures();
	TEST("endless streams take bounded memory");
	bounded("empty lines", "\n", 0);
	bounded("blanks", "   \t \r", 0);
	bounded("short lines", "a\n", 0);
	bounded("indented lines", "                                      "
	    "                                                    a\n", 0);
	bounded("one line", "ab ", 0);
	bounded("NUL bytes", "\xff\xff", 0);
	bounded("rows", UNIT("some text", 9), 0);
	bounded("malformed rows", "para\td\t1\t9\t6\tABC\t-\t-\n", 2);
	bounded("junk rows", U("junk", 0, 6, "ABC ef"), 0);
	bounded("documents", "doc\td\t1\t0\t0\t-\t-\t-\n", 0);
	TEST("what is written are whole lines");
	whole_lines(&tagger);
	whole_lines(&splitter);
	whole_lines(&printer);
	whole_lines(&cleaner);
	cut_line();
	TEST("a write that takes nothing is an error");
	full();
	TEST("nothing in a file name speaks to the terminal");
	hostile_name();
	TEST("long lines are worked in pieces, and twice is once");
	long_lines();
	TEST("what is not needed is given up before the first byte is read");
	confined();
	TEST("a page above 16 MiB is cut there");
	long_page();
	TEST("the frame keeps what it promises its hooks");
	CHECK_SIZE(toy_broken, 0);
	return unit_done();
}
