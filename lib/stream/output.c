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
		else if (n < 0 && n != -EINTR)
			die(os, (int)-n, "standard output:");
		else if (n > 0)
			text = str_slice(text, (size_t)n, text.n);
	}
}

void
output_flush(struct output *o)
{
	struct str text = buf_str(&o->bytes);

	o->bytes.n = 0; /* before, so that die does not come here again */
	put(o, text);
}

void
output_relieve(struct output *o)
{
	if (o->bytes.n >= FULL)
		output_flush(o);
}

void
output_add(struct output *o, struct str text)
{
	if (text.n >= FULL) { /* no use in copying it */
		output_flush(o);
		put(o, text);
		return;
	}
	if (o->bytes.n + text.n > FULL)
		output_flush(o);
	buf_add(&o->bytes, text);
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
