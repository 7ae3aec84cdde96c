/* buf - bytes that grow
 *
 * When there is no memory the program ends with a message. */
#ifndef NF_BUF_H
#define NF_BUF_H

#include "os.h"
#include "str.h"

struct buf {
	const struct os *os; /* where its memory comes from */
	char *s;             /* [room] */
	size_t n, room;      /* bytes used, bytes there are */
};

void buf_init(struct buf *b, const struct os *os);

/* Makes it larger, by n bytes or more. */
void buf_grow(struct buf *b, size_t n);

/* Makes room for n more bytes, behind the n that are used. */
static inline void
buf_reserve(struct buf *b, size_t n)
{
	if (n > b->room - b->n)
		buf_grow(b, n);
}

static inline void
buf_byte(struct buf *b, char byte)
{
	buf_reserve(b, 1);
	b->s[b->n++] = byte;
}

static inline void
buf_add(struct buf *b, struct str text)
{
	if (!text.n)
		return;
	buf_reserve(b, text.n);
	memcpy(b->s + b->n, text.s, text.n);
	b->n += text.n;
}

void buf_size(struct buf *b, size_t value); /* in decimal */

/* Writes a number in decimal where there is room for BUF_DIGITS bytes; gives
 * the byte behind it. */
enum { BUF_DIGITS = 20 };
char *buf_digits(char *to, size_t value);

struct str buf_str(const struct buf *b);
void buf_free(struct buf *b);

#endif
