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
	char digits[24];
	size_t at = sizeof digits;

	do
		digits[--at] = (char)('0' + value % 10);
	while (value /= 10);
	buf_add(b, (struct str){ digits + at, sizeof digits - at });
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
