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

/* The two digits of each number below a hundred. */
static const char pairs[] =
    "00010203040506070809101112131415161718192021222324"
    "25262728293031323334353637383940414243444546474849"
    "50515253545556575859606162636465666768697071727374"
    "75767778798081828384858687888990919293949596979899";

/* A number below a hundred, with two digits. */
static void
write_pair(char *to, size_t value)
{
	memcpy(to, pairs + value * 2, 2);
}

/* The first digits of a number: one below ten thousand. */
static char *
write_head(char *to, size_t value)
{
	if (value >= 1000) {
		write_pair(to, value / 100);
		write_pair(to + 2, value % 100);
		return to + 4;
	}
	if (value >= 100) {
		to[0] = (char)('0' + value / 100);
		write_pair(to + 1, value % 100);
		return to + 3;
	}
	if (value >= 10) {
		write_pair(to, value);
		return to + 2;
	}
	to[0] = (char)('0' + value);
	return to + 1;
}

/* Four digits at a time, of which those in front were written before. */
char *
buf_digits(char *to, size_t value)
{
	if (value < 10000)
		return write_head(to, value);
	to = value < 100000000 ? write_head(to, value / 10000)
			       : buf_digits(to, value / 10000);
	write_pair(to, value / 100 % 100);
	write_pair(to + 2, value % 100);
	return to + 4;
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
