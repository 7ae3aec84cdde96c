/* record, reader, option - rows, lines and the command line */
#include "fake.h"
#include "toys.h"
#include "unit.h"

static const struct {
	const char *line;
	enum record_class class;
	const char *why;
	bool begins;
} lines[] = {
	{ "", RECORD_TEXT, NULL, false },
	{ "text", RECORD_TEXT, NULL, false },
	{ "a\tb\t1\t2\t5\ttxt\tv\tw", RECORD_GOOD, NULL, true },
	{ "a\tb\t1\t2\t5\ttxt\tv", RECORD_TEXT, NULL, true },
	{ "a\tb\t1\t2\t5\ttxt\tv\tw\tx", RECORD_TEXT, NULL, true },
	{ "a\tb\t1\t2\t5\t", RECORD_TEXT, NULL, true },
	{ "a\tb\t1\t2\t5", RECORD_TEXT, NULL, false },
	{ "a\tb\tx\t2\t5\ttxt\tv\tw", RECORD_TEXT, NULL, false },
	{ "a\tb\t\t2\t5\ttxt\tv\tw", RECORD_TEXT, NULL, false },
	{ "a\tb\t-1\t2\t5\ttxt\tv\tw", RECORD_TEXT, NULL, false },
	{ "a\tb\t1\t5\t2\ttxt\tv\tw", RECORD_BAD, "end before start", true },
	{ "a\tb\t1\t2\t6\ttxt\tv\tw", RECORD_BAD,
	    "text is not end - start bytes long", true },
	{ "doc\tb\t1\t2\t6\ttxt\tv\tw", RECORD_GOOD, NULL, true },
	{ "doc\tb\t1\t7\t6\ttxt\tv\tw", RECORD_BAD, "end before start", true },
	{ "\tb\t1\t2\t5\ttxt\tv\tw", RECORD_BAD, "empty field", true },
	{ "a\t\t1\t2\t5\ttxt\tv\tw", RECORD_BAD, "empty field", true },
	{ "a\tb\t1\t2\t2\t\tv\tw", RECORD_BAD, "empty field", true },
	{ "a\tb\t1\t2\t5\ttxt\t\tw", RECORD_BAD, "empty field", true },
	{ "a\tb\t1\t2\t5\ttxt\tv\t", RECORD_BAD, "empty field", true },
	{ "a\tb\t1\t2\t18446744073709551616\ttxt\tv\tw", RECORD_BAD,
	    "number too large", true },
	{ "a\tb\t1\t18446744073709551612\t18446744073709551615\ttxt\tv\tw",
	    RECORD_GOOD, NULL, true },
};

static void
check_lines(void)
{
	struct record r;
	size_t i;

	for (i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct str line = str_of(lines[i].line);
		const char *why = NULL;

		CHECK_SIZE(record_parse(&r, line, &why), lines[i].class);
		CHECK(!why == !lines[i].why);
		if (why && lines[i].why)
			CHECK_STR(str_of(why), lines[i].why);
		CHECK(record_begins(line) == lines[i].begins);
	}
}

static void
check_write(void)
{
	struct record r = { STR_INIT("a\tb"), { NULL, 0 }, 1, 2, 5,
		STR_INIT("t\x1b\xff"), { NULL, 0 }, STR_INIT("k=v\n") };
	struct buf b;

	buf_init(&b, &os_posix);
	record_write(&b, &r);
	CHECK_STR(buf_str(&b), "a b\t-\t1\t2\t5\tt ?\t-\tk=v \n");
	buf_free(&b);
}

static const struct {
	const char *attrs, *key, *value, *out;
} sets[] = {
	{ "-", "b", "1", "b=1" },
	{ "", "b", "1", "b=1" },
	{ "a=1|c=3", "b", "2", "a=1|b=2|c=3" },
	{ "a=1|b=9|c=3", "b", "2", "a=1|b=2|c=3" },
	{ "a=1", "b", "", "a=1|b=" },
	{ "b=1", "a", "x=y", "a=x=y|b=1" },
	{ "aa=1", "a", "2", "a=2|aa=1" },
};

static void
check_attributes(void)
{
	struct arena a;
	size_t i;

	arena_init(&a, &os_posix);
	for (i = 0; i < sizeof sets / sizeof *sets; i++) {
		struct str out = record_attr_set(&a, str_of(sets[i].attrs),
		    str_of(sets[i].key), str_of(sets[i].value));

		CHECK_STR(out, sets[i].out);
		CHECK_STR(record_attr(out, str_of(sets[i].key)),
		    sets[i].value);
	}
	CHECK(!record_attr(STR("ab=1|b=2"), STR("a")).s);
	CHECK_STR(record_attr(STR("ab=1|a=2"), STR("a")), "2");
	CHECK(!record_attr(STR("a"), STR("a")).s);
	CHECK(record_order(1, 5, STR("a"),
	    &(struct record){ .start = 1, .end = 4, .kind = STR("a") }) < 0);
	CHECK(record_order(1, 5, STR("b"),
	    &(struct record){ .start = 1, .end = 5, .kind = STR("a") }) > 0);
	CHECK(record_order(2, 5, STR("a"),
	    &(struct record){ .start = 1, .end = 9, .kind = STR("z") }) > 0);
	arena_free(&a);
}

/* The lines of a file, whatever the size of the reads and the limit. */
static void
check_reader(size_t piece, size_t limit)
{
	static const struct str text = STR_INIT("one\n\nthree long\nno end");
	struct fake k = { .piece = piece,
		.files = { { "f", text, 0, { 0 } } } };
	struct reader r;
	struct buf all;
	enum reader_result result;
	size_t at, n;

	k.os = (struct os){ .name = "x", .context = &k, .read = fake_read,
		.write = fake_write, .ready = fake_ready,
		.resize = fake_resize, .release = fake_release,
		.exit = fake_exit };
	reader_init(&r, &k.os);
	buf_init(&all, &k.os);
	reader_start(&r, FAKE_FD);
	while ((result = reader_line(&r, limit, &at, &n)) != READER_END) {
		CHECK(n <= limit);
		buf_add(&all, reader_text(&r, at, n));
		if (result == READER_PART) {
			CHECK_SIZE(n, limit);
			reader_take(&r, n);
		} else if (reader_has_newline(&r, at + n)) {
			buf_byte(&all, '\n');
		}
		r.hold = r.next;
	}
	CHECK(str_eq(buf_str(&all), text));
	CHECK_SIZE(r.error, 0);
	buf_free(&all);
	reader_free(&r);
	CHECK_SIZE(k.live, 0);
}

static const struct {
	const char *args[6];
	const char *err; /* NULL: none */
} commands[] = {
	{ { "-ow", NULL }, NULL },
	{ { "--only", "-", NULL }, NULL },
	{ { "-", "--", "-", NULL }, NULL },
	{ { "--help", NULL }, NULL },
	{ { "-V", NULL }, NULL },
	{ { "--onl", NULL },
	    "tagger: unknown option --onl: did you mean --only?\n" },
	{ { "--zzzzzzzzzzzz", NULL },
	    "tagger: unknown option --zzzzzzzzzzzz: see --help\n" },
	{ { "--=", NULL }, "tagger: unknown option --: see --help\n" },
	{ { "-Z", NULL }, "tagger: unknown option -Z: see --help\n" },
	{ { "-\xff", NULL }, "tagger: unknown option -?: see --help\n" },
	{ { "--only=yes", NULL }, "tagger: --only: takes no argument\n" },
	{ { "--name", NULL }, "tagger: --name: needs an argument: NAME\n" },
	{ { "-n", NULL }, "tagger: --name: needs an argument: NAME\n" },
	{ { "--name=", NULL }, "tagger: --name: not a valid NAME: ''\n" },
	{ { "-nx", NULL }, "tagger: --name: not a valid NAME: 'x'\n" },
	{ { "-n", "ok", NULL }, NULL },
	{ { "-ok", NULL }, "tagger: unknown option -k: see --help\n" },
	{ { "-onok", NULL }, NULL },
	{ { "--name=ok", NULL }, NULL },
	{ { "--name", "ok", NULL }, NULL },
};

static bool
set_name(const char *argument)
{
	return strcmp(argument, "ok") == 0;
}

static void
check_commands(void)
{
	static const struct option_spec options[] = {
		{ 'n', "name", "NAME", "a name", set_name, NULL },
		{ .name = NULL }
	};
	struct filter f = tagger;
	size_t i;

	f.options = options;
	for (i = 0; i < sizeof commands / sizeof *commands; i++) {
		struct fake k = { .files = { { .name = "-" } } };

		fake_run(&k, &f, commands[i].args);
		CHECK_STR(k.err, commands[i].err ? commands[i].err : "");
		CHECK_SIZE(k.status, commands[i].err ? 2 : 0);
		fake_done(&k);
	}
}

int
main(void)
{
	size_t piece, limit;

	TEST("a line is a row, a malformed one, or text");
	check_lines();
	TEST("a row is written with eight fields, none empty");
	check_write();
	TEST("attributes are found and set in the order of their keys");
	check_attributes();
	TEST("a file is read by lines and pieces");
	for (piece = 0; piece < 9; piece++)
		for (limit = 1; limit < 14; limit++)
			check_reader(piece, limit);
	TEST("the command line is read, or what is wrong with it is said");
	check_commands();
	return unit_done();
}
