/* reader - lines of a file, in one growing buffer
 *
 * Blocks of 64 KiB are read behind what the caller still holds. memchr looks
 * for a newline in new bytes only, so the cost is linear also for a file of
 * one line. The buffer is moved to the front when half of it is free, else it
 * grows: each byte is moved at most once on average. */
#include "reader.h"

#include <errno.h>
#include <string.h>

enum { BLOCK = 64 << 10 };

void
reader_init(struct reader *r, const struct os *os)
{
	*r = (struct reader){ .os = os };
	buf_init(&r->bytes, os);
}

void
reader_start(struct reader *r, int fd)
{
	r->fd = fd;
	r->bytes.n = 0;
	r->offset = r->hold = r->next = r->scanned = 0;
	r->ended = false;
	r->error = 0;
}

/* The offset behind the last byte in the buffer. */
static size_t
used(const struct reader *r)
{
	return r->offset + r->bytes.n;
}

static void
make_room(struct reader *r)
{
	size_t free_bytes = r->hold - r->offset;

	if (free_bytes && free_bytes >= r->bytes.n - free_bytes) {
		r->bytes.n -= free_bytes;
		memmove(r->bytes.s, r->bytes.s + free_bytes, r->bytes.n);
		r->offset = r->hold;
	}
	buf_reserve(&r->bytes, BLOCK);
}

/* Reads once; an interrupted read is done again. */
static ssize_t
read_block(const struct os *os, int fd, char *bytes, size_t n)
{
	ssize_t got;

	for (;;) {
		got = os->read(os->context, fd, bytes, n);
		if (got == -EAGAIN)
			os->ready(os->context, fd, true);
		else if (got != -EINTR)
			return got;
	}
}

static void
fill(struct reader *r)
{
	ssize_t got;

	if (r->idle && !r->os->ready(r->os->context, r->fd, false))
		r->idle(r->context);
	make_room(r);
	got = read_block(r->os, r->fd, r->bytes.s + r->bytes.n, BLOCK);
	if (got > 0) {
		r->bytes.n += (size_t)got;
		return;
	}
	r->ended = true;
	if (got < 0)
		r->error = (int)-got;
}

enum reader_result
reader_more(struct reader *r, size_t limit, size_t *at, size_t *n)
{
	const char *newline;
	struct str from;

	for (;;) {
		from = reader_text(r, r->scanned, used(r) - r->scanned);
		newline = from.n ? memchr(from.s, '\n', from.n) : NULL;
		*at = r->next;
		if (newline) {
			*n = r->scanned - r->next + (size_t)(newline - from.s);
			if (*n > limit)
				break;
			r->next = r->scanned = *at + *n + 1;
			return READER_LINE;
		}
		r->scanned = used(r);
		*n = r->scanned - r->next;
		if (*n > limit)
			break;
		if (!r->ended) {
			fill(r);
			continue;
		}
		if (r->error) /* what is left of a line is not one */
			return READER_END;
		r->next = r->scanned;
		return *n ? READER_LINE : READER_END;
	}
	r->scanned = *at + limit; /* where to go on with a higher limit */
	*n = limit;
	return READER_PART;
}

void
reader_take(struct reader *r, size_t n)
{
	r->next += n;
	if (r->scanned < r->next)
		r->scanned = r->next;
}

void
reader_free(struct reader *r)
{
	buf_free(&r->bytes);
}

int
reader_file(struct arena *a, const char *path, struct str *bytes)
{
	const struct os *os = a->os;
	struct buf all;
	ssize_t got;
	int fd = os->open(os->context, path);

	if (fd < 0)
		return -fd;
	buf_init(&all, os);
	do {
		buf_reserve(&all, BLOCK);
		got = read_block(os, fd, all.s + all.n, BLOCK);
		if (got > 0)
			all.n += (size_t)got;
	} while (got > 0);
	os->close(os->context, fd);
	if (!got)
		*bytes = arena_copy(a, buf_str(&all));
	buf_free(&all);
	return (int)-got;
}
