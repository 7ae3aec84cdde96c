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
buf_reserve(struct buf *b, size_t n)
{
	size_t room = b->room;
	char *s;

	if (n <= b->room - b->n)
		return;
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

void
buf_byte(struct buf *b, char byte)
{
	buf_reserve(b, 1);
	b->s[b->n++] = byte;
}

void
buf_size(struct buf *b, size_t value)
{
	static const size_t tens[] = { 10, 100, 1000, 10000, 100000, 1000000,
		10000000, 100000000, 1000000000 };
	size_t digits = 1, at;

	while (digits <= sizeof tens / sizeof *tens &&
	    value >= tens[digits - 1])
		digits++;
	if (digits > sizeof tens / sizeof *tens) { /* large, and rare */
		buf_size(b, value / 1000000000);
		value %= 1000000000;
		digits = 9;
	}
	buf_reserve(b, digits);
	b->n += digits;
	for (at = b->n; digits--; value /= 10)
		b->s[--at] = (char)('0' + value % 10);
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
