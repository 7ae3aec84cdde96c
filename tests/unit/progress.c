/* progress - where and when a long run says how far it is */
#include "progress.h"

#include <stdlib.h>
#include <string.h>

#include "str.h"
#include "unit.h"

struct fake_terminal {
	bool is[3];     /* descriptors that are terminals */
	bool file;      /* standard output is a file */
	uint64_t now;   /* milliseconds */
	char said[256]; /* [n] on standard error */
	size_t n;
};

static bool
terminal(void *context, int fd)
{
	return ((struct fake_terminal *)context)->is[fd];
}

static bool
regular(void *context, int fd)
{
	return fd == 1 && ((struct fake_terminal *)context)->file;
}

static uint64_t
now(void *context)
{
	return ((struct fake_terminal *)context)->now;
}

static ssize_t
say(void *context, int fd, const void *bytes, size_t n)
{
	struct fake_terminal *t = context;

	CHECK(fd == 2 && t->n + n <= sizeof t->said);
	memcpy(t->said + t->n, bytes, n);
	t->n += n;
	return (ssize_t)n;
}

static void *
resize(void *context, void *memory, size_t n)
{
	(void)context;
	return realloc(memory, n);
}

static void
release(void *context, void *memory)
{
	(void)context;
	free(memory);
}

/* What is said in a run of three seconds. */
static struct str
run(struct fake_terminal *t, bool verbose)
{
	const struct os os = { .name = "nf-x", .context = t, .write = say,
		.terminal = terminal, .resize = resize, .release = release,
		.regular = regular, .clock = now };
	struct progress p;

	t->now = 1000;
	progress_begin(&p, &os, verbose);
	t->now = 2999;
	progress_show(&p, 1, 1000000); /* too soon */
	t->now = 3500;
	progress_show(&p, 2, 1000001); /* not enough new bytes */
	progress_show(&p, 12, 2500000);
	t->now = 3600;
	progress_show(&p, 13, 2600000); /* too soon after that */
	progress_end(&p);
	progress_end(&p);
	return (struct str){ t->said, t->n };
}

int
main(void)
{
	static const struct str line = STR_INIT(
	    "\rnf-x: 12 documents, 2.5 MB, 1.0 MB/s\033[K\r\033[K");
	struct fake_terminal file = { .is = { 0, 0, 1 }, .file = true };
	struct fake_terminal pipe = { .is = { 0, 0, 1 } };
	struct fake_terminal verbose = { .is = { 0, 0, 1 } };
	struct fake_terminal both = { .is = { 0, 1, 1 } };
	struct fake_terminal script = { .file = true };

	TEST("progress is told when rows go to a file, or with -v");
	CHECK(str_eq(run(&file, false), line));
	CHECK(str_eq(run(&verbose, true), line));
	TEST("progress is not told into a pipe, by rows, or in a script");
	CHECK(run(&pipe, false).n == 0); /* it may lead to a pager */
	CHECK(run(&both, true).n == 0);
	CHECK(run(&script, true).n == 0);
	return unit_done();
}
