/* output - one buffer in front of standard output */
#include "output.h"

#include <errno.h>
#include <unistd.h>

#include "die.h"

enum { FULL = 64 << 10 };

void
output_init(struct output *o, const struct os *os)
{
	o->os = os;
	buf_init(&o->bytes, os);
}

static void
put(struct output *o, struct str text)
{
	const struct os *os = o->os;

	while (text.n) {
		ssize_t n = os->write(os->context, STDOUT_FILENO, text.s,
		    text.n);

		if (n == -EAGAIN) /* somebody made it non-blocking */
			os->writable(os->context, STDOUT_FILENO);
		else if (n == 0)
			die(os, ENOSPC, "standard output:");
		else if (n < 0 && n != -EINTR)
			die(os, (int)-n, "standard output:");
		else if (n > 0)
			text = str_slice(text, (size_t)n, text.n);
	}
}

/* Writes what there is, and one more text. */
static void
put_all(struct output *o, struct str more, struct str end)
{
	struct str text = buf_str(&o->bytes);
	sigset_t before;

	o->bytes.n = 0;
	o->os->hold(o->os->context, &before, true);
	put(o, text);
	put(o, more);
	put(o, end);
	o->os->hold(o->os->context, &before, false);
}

void
output_flush(struct output *o)
{
	if (o->bytes.n)
		put_all(o, STR(""), STR(""));
}

void
output_relieve(struct output *o)
{
	if (o->bytes.n >= FULL)
		output_flush(o);
}

/* Adds two texts that stay together. */
static void
add(struct output *o, struct str text, struct str end)
{
	if (text.n >= FULL) { /* no use in copying it */
		put_all(o, text, end);
		return;
	}
	if (o->bytes.n + text.n + end.n > FULL)
		output_flush(o);
	buf_add(&o->bytes, text);
	buf_add(&o->bytes, end);
}

void
output_add(struct output *o, struct str text)
{
	add(o, text, STR(""));
}

void
output_line(struct output *o, struct str text)
{
	add(o, text, STR("\n"));
}

void
output_close(struct output *o)
{
	int error;

	output_flush(o);
	error = o->os->close(o->os->context, STDOUT_FILENO);
	if (error)
		die(o->os, -error, "standard output:");
	buf_free(&o->bytes);
}
