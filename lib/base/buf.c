/* buf - bytes that grow */
#include "buf.h"

#include <errno.h>
#include <string.h>

#include "die.h"

void
buf_init(struct buf *b, const struct os *os)
{
	*b = (struct buf){ .os = os };
}

void
buf_grow(struct buf *b, size_t n)
{
	size_t room = b->room;
	char *s;

	if (n > SIZE_MAX / 4 || b->n > SIZE_MAX / 4)
		die(b->os, ENOMEM, "memory:");
	while (room - b->n < n || room < b->n)
		room = room ? room + room / 2 : 256;
	s = b->os->resize(b->os->context, b->s, room);
	if (!s)
		die(b->os, ENOMEM, "memory:");
	b->s = s;
	b->room = room;
}

void
buf_add(struct buf *b, struct str text)
{
	if (!text.n)
		return;
	buf_reserve(b, text.n);
	memcpy(b->s + b->n, text.s, text.n);
	b->n += text.n;
}

/* The two digits of each number below a hundred. */
static const char pairs[] =
    "00010203040506070809101112131415161718192021222324"
    "25262728293031323334353637383940414243444546474849"
    "50515253545556575859606162636465666768697071727374"
    "75767778798081828384858687888990919293949596979899";

/* How many digits a number has. Those of most offsets are few, and as many as
 * those of the one before: compared by a processor that guesses right. */
static size_t
digits_of(size_t value)
{
	size_t n = 1;

	for (; value >= 10000; value /= 10000)
		n += 4;
	return n + (value >= 10) + (value >= 100) + (value >= 1000);
}

char *
buf_digits(char *to, size_t value)
{
	char *end = to + digits_of(value), *p = end;

	for (; value >= 100; value /= 100) {
		p -= 2;
		memcpy(p, pairs + value % 100 * 2, 2);
	}
	if (value >= 10)
		memcpy(p - 2, pairs + value * 2, 2);
	else
		p[-1] = (char)('0' + value);
	return end;
}

void
buf_size(struct buf *b, size_t value)
{
	buf_reserve(b, BUF_DIGITS);
	b->n = (size_t)(buf_digits(b->s + b->n, value) - b->s);
}

struct str
buf_str(const struct buf *b)
{
	return (struct str){ b->s, b->n };
}

void
buf_free(struct buf *b)
{
	if (b->s)
		b->os->release(b->os->context, b->s);
	buf_init(b, b->os);
}
