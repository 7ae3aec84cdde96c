/* site - lines that stand on several pages of a site */
#include "site.h"

#include "sort.h"

enum { DIGITS = 16 };

static struct site_line *
slot(const struct site_count *c, uint64_t hash)
{
	size_t i = (size_t)(hash >> 1) & (c->room - 1);

	while (c->lines[i].hash && c->lines[i].hash != hash)
		i = (i + 1) & (c->room - 1);
	return &c->lines[i];
}

static void
grow(struct site_count *c, struct arena *a)
{
	struct site_count larger = { .count = c->count,
		.room = c->room ? c->room * 4 : 4096 };
	size_t i;

	larger.lines = ARENA_ARRAY(a, struct site_line, larger.room);
	for (i = 0; i < c->room; i++)
		if (c->lines[i].hash)
			*slot(&larger, c->lines[i].hash) = c->lines[i];
	*c = larger;
}

void
site_see(struct site_count *c, struct arena *a, uint64_t hash, uint32_t page)
{
	struct site_line *l;

	if (!hash)
		return;
	if (c->count * 2 >= c->room)
		grow(c, a);
	l = slot(c, hash);
	if (!l->hash) {
		l->hash = hash;
		c->count++;
	}
	l->pages += l->last != page;
	l->last = page;
}

static int
compare(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

static void
write_hash(struct buf *out, uint64_t hash)
{
	int shift;

	for (shift = 60; shift >= 0; shift -= 4)
		buf_byte(out, "0123456789abcdef"[hash >> shift & 15]);
	buf_byte(out, '\n');
}

void
site_write(const struct site_count *c, struct arena *a, struct buf *out)
{
	uint64_t *hashes = ARENA_ARRAY(a, uint64_t, c->count + 1);
	size_t i, n = 0;

	for (i = 0; i < c->room; i++)
		if (c->lines[i].hash && c->lines[i].pages >= SITE_PAGES)
			hashes[n++] = c->lines[i].hash;
	sort_stable(a, hashes, n, sizeof *hashes, compare);
	for (i = 0; i < n; i++)
		write_hash(out, hashes[i]);
}

static bool
read_hash(struct str line, uint64_t *hash)
{
	size_t i;

	if (line.n != DIGITS)
		return false;
	for (i = 0, *hash = 0; i < DIGITS; i++) {
		unsigned d = (unsigned)(line.s[i] - '0');

		if (d > 9) {
			d = (unsigned)(line.s[i] - 'a');
			if (d > 5)
				return false;
			d += 10;
		}
		*hash = *hash << 4 | d;
	}
	return true;
}

bool
site_read(struct site *s, struct arena *a, struct str list)
{
	uint64_t *hashes = ARENA_ARRAY(a, uint64_t, list.n / DIGITS + 1);
	size_t n = 0;

	while (list.n) {
		struct str line = str_cut(&list, '\n');

		if (!read_hash(line, &hashes[n]) ||
		    (n && hashes[n] <= hashes[n - 1]))
			return false;
		n++;
	}
	*s = (struct site){ hashes, n };
	return true;
}
