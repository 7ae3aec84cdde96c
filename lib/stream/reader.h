/* reader - lines of a file, in one growing buffer
 *
 * Lines are given as offsets into the file. Their bytes stay in the buffer as
 * long as they lie behind the hold that the caller has set; views of them are
 * good until the next call of reader_line. */
#ifndef NF_READER_H
#define NF_READER_H

#include <string.h>

#include "arena.h"
#include "buf.h"
#include "os.h"
#include "str.h"

struct reader {
	const struct os *os;
	int fd;
	struct buf bytes;  /* of the file, from offset on */
	size_t offset;     /* in the file, of the first byte in the buffer */
	size_t hold;       /* offset of the first byte to be kept */
	size_t next;       /* offset of the first byte not yet given out */
	size_t scanned;    /* no newline between next and here */
	bool ended;        /* the file has no more bytes */
	int error;         /* why reading failed, an errno, or 0 */
	void (*idle)(void *context); /* called before a read that may block */
	void *context;     /* of idle */
};

enum reader_result {
	READER_END,  /* no more lines, or reading failed: see error */
	READER_LINE, /* a line; the last one of a file may lack its newline,
		      * one that a failing read has cut is not given out */
	READER_PART  /* the first bytes, as many as the limit, of a long line */
};

/* Makes a reader; its buffer is used again for each file. */
void reader_init(struct reader *r, const struct os *os);

/* Begins with an open file. */
void reader_start(struct reader *r, int fd);

/* The next line, without its newline, from *at on, *n bytes long. A line
 * longer than the limit is not taken: the caller takes of it what it wants
 * with reader_take, or asks again with a higher limit. */
enum reader_result reader_more(struct reader *r, size_t limit, size_t *at,
    size_t *n);
static inline enum reader_result
reader_line(struct reader *r, size_t limit, size_t *at, size_t *n)
{
	size_t next = r->next - r->offset;
	const char *from, *newline;

	/* in line: a line of which nothing was looked at and all is there */
	if (r->scanned != r->next || r->bytes.n == next)
		return reader_more(r, limit, at, n);
	from = r->bytes.s + next;
	newline = memchr(from, '\n', r->bytes.n - next);
	if (!newline || (size_t)(newline - from) > limit)
		return reader_more(r, limit, at, n);
	*at = r->next;
	*n = (size_t)(newline - from);
	r->next = r->scanned = *at + *n + 1;
	return READER_LINE;
}

/* After READER_PART: takes n bytes off the front of the long line. */
void reader_take(struct reader *r, size_t n);

/* A view of bytes that are held. */
static inline struct str
reader_text(const struct reader *r, size_t at, size_t n)
{
	return (struct str){ n ? r->bytes.s + (at - r->offset) : "", n };
}

/* Whether the line that ends at an offset has its newline in the file. */
static inline bool
reader_has_newline(const struct reader *r, size_t end)
{
	return end < r->offset + r->bytes.n;
}

void reader_free(struct reader *r);

/* All bytes of a file, in the arena. 0, or the errno of what failed. */
int reader_file(struct arena *a, const char *path, struct str *bytes);

#endif
