/* progress - one line on standard error that says how far a long run is */
#include "progress.h"

#include "buf.h"

enum {
	TELL = 64 << 10, /* bytes between two looks at the clock */
	QUIET = 2000, /* milliseconds before the first line */
	EVERY = 250   /* between two lines */
};

void
progress_begin(struct progress *p, const struct os *os, bool verbose)
{
	*p = (struct progress){ .os = os };
	p->wanted = os->clock && os->terminal(os->context, 2) &&
	    !os->terminal(os->context, 1) &&
	    (verbose || (os->regular && os->regular(os->context, 1)));
	if (!p->wanted)
		return;
	p->began = os->clock(os->context);
	p->next = p->began + QUIET;
}

/* What cannot be written is not worth an error. */
static void
say(const struct progress *p, struct str text)
{
	(void)!p->os->write(p->os->context, 2, text.s, text.n);
}

/* Millions, with one digit behind the point. */
static void
add_millions(struct buf *b, uint64_t n)
{
	buf_size(b, (size_t)(n / 1000000));
	buf_byte(b, '.');
	buf_size(b, (size_t)(n / 100000 % 10));
}

void
progress_show(struct progress *p, size_t documents, size_t bytes)
{
	uint64_t now;
	struct buf b;

	if (!p->wanted || bytes < p->told + TELL)
		return;
	p->told = bytes;
	now = p->os->clock(p->os->context);
	if (now < p->next)
		return;
	p->next = now + EVERY;
	p->shown = true;
	buf_init(&b, p->os);
	buf_add(&b, STR("\r"));
	buf_add(&b, str_of(p->os->name));
	buf_add(&b, STR(": "));
	buf_size(&b, documents);
	buf_add(&b, STR(" documents, "));
	add_millions(&b, bytes);
	buf_add(&b, STR(" MB, "));
	add_millions(&b, (uint64_t)bytes * 1000 / (now - p->began));
	buf_add(&b, STR(" MB/s\033[K"));
	say(p, buf_str(&b));
	buf_free(&b);
}

void
progress_end(struct progress *p)
{
	if (p->shown)
		say(p, STR("\r\033[K"));
	p->shown = false;
}
