/* model - the container of what was learnt */
#include "model.h"

#include <string.h>

enum {
	HEAD = 64,  /* bytes of the header */
	ENTRY = 32, /* bytes of an entry of the table of arrays */
	SUM = 32    /* where the checksum stands, 8 bytes */
};

static const char magic[8] = "nfmodel\n";

static void
put32(char *at, uint32_t value)
{
	int i;

	for (i = 0; i < 4; i++)
		at[i] = (char)(value >> 8 * i);
}

static void
put64(char *at, uint64_t value)
{
	put32(at, (uint32_t)value);
	put32(at + 4, (uint32_t)(value >> 32));
}

static uint64_t
get64(const char *at)
{
	return model_u32(at) | (uint64_t)model_u32(at + 4) << 32;
}

/* Eight bytes at a time: every step is a bijection of the state, so a single
 * damaged word is always found, others with a chance of 1 to 2^64 to miss. A
 * model of 5 MB costs under two milliseconds. */
static uint64_t
mix(uint64_t sum, struct str bytes)
{
	char rest[8] = { 0 };
	size_t i;

	for (i = 0; bytes.n - i >= 8; i += 8) {
		sum = (sum ^ get64(bytes.s + i)) * 0xff51afd7ed558ccdu;
		sum ^= sum >> 32;
	}
	if (i < bytes.n)
		memcpy(rest, bytes.s + i, bytes.n - i);
	sum = (sum ^ get64(rest)) * 0xff51afd7ed558ccdu;
	return sum ^ sum >> 29;
}

/* Of all bytes but its own. */
static uint64_t
checksum(struct str bytes)
{
	return mix(mix(0x9e3779b97f4a7c15u, str_slice(bytes, 0, SUM)),
	    str_slice(bytes, SUM + 8, bytes.n));
}

/* Whether a name, padded with NUL to 16 bytes, is the given one. */
static bool
named(const char *padded, const char *name)
{
	size_t n = strlen(name), i;

	if (n > MODEL_NAME || memcmp(padded, name, n) != 0)
		return false;
	for (i = n; i < MODEL_NAME; i++)
		if (padded[i])
			return false;
	return true;
}

/* Whether an array lies in the bytes, behind the table. */
static bool
inside(const struct model *m, const char *entry)
{
	size_t width = model_u32(entry + 16), at = model_u32(entry + 24);
	size_t count = model_u32(entry + 28);

	return (width == 1 || width == 2 || width == 4) &&
	    at % MODEL_ALIGN == 0 && at >= HEAD + m->arrays * ENTRY &&
	    at <= m->bytes.n && count <= (m->bytes.n - at) / width;
}

static const char *
damage(struct model *m, const char *kind, bool trusted)
{
	struct str b = m->bytes;
	size_t i;

	if (b.n < HEAD || memcmp(b.s, magic, sizeof magic) != 0)
		return "not a model";
	if (model_u32(b.s + 8) != MODEL_VERSION)
		return "a model of another version";
	if (!named(b.s + 16, kind))
		return "a model for another program";
	if (get64(b.s + 40) != b.n || b.n > UINT32_MAX)
		return "a model that is cut";
	if (!trusted && get64(b.s + SUM) != checksum(b))
		return "a damaged model";
	m->arrays = model_u32(b.s + 12);
	if (m->arrays > MODEL_ARRAYS || HEAD + m->arrays * ENTRY > b.n)
		return "a damaged model";
	for (i = 0; i < m->arrays; i++)
		if (!inside(m, b.s + HEAD + i * ENTRY))
			return "a damaged model";
	return NULL;
}

static bool
open_bytes(struct model *m, struct str bytes, const char *kind,
    const char **why, bool trusted)
{
	m->bytes = bytes;
	m->arrays = 0;
	*why = damage(m, kind, trusted);
	if (*why)
		m->arrays = 0;
	return !*why;
}

bool
model_open(struct model *m, struct str bytes, const char *kind,
    const char **why)
{
	return open_bytes(m, bytes, kind, why, false);
}

bool
model_trust(struct model *m, struct str bytes, const char *kind,
    const char **why)
{
	return open_bytes(m, bytes, kind, why, true);
}

const void *
model_array(const struct model *m, const char *name, size_t width,
    size_t *count)
{
	const char *entry = m->bytes.s + HEAD;
	size_t i;

	*count = 0;
	for (i = 0; i < m->arrays; i++, entry += ENTRY)
		if (named(entry, name) && model_u32(entry + 16) == width) {
			*count = model_u32(entry + 28);
			return m->bytes.s + model_u32(entry + 24);
		}
	return NULL;
}

/* Room for n bytes at a multiple of 64, zeroed. */
static char *
aligned(struct arena *a, size_t n)
{
	char *p = arena_alloc(a, n + MODEL_ALIGN);

	return p + (MODEL_ALIGN - (uintptr_t)p % MODEL_ALIGN) % MODEL_ALIGN;
}

struct str
model_align(struct arena *a, struct str bytes)
{
	char *p;

	if ((uintptr_t)bytes.s % MODEL_ALIGN == 0 || !bytes.n)
		return bytes;
	p = aligned(a, bytes.n);
	memcpy(p, bytes.s, bytes.n);
	return (struct str){ p, bytes.n };
}

static size_t
round_up(size_t n)
{
	return (n + MODEL_ALIGN - 1) / MODEL_ALIGN * MODEL_ALIGN;
}

static void
put_array(char *at, const struct model_part *part)
{
	const uint16_t *halves = part->items;
	const uint32_t *words = part->items;
	size_t i;

	if (part->width == 1 && part->count)
		memcpy(at, part->items, part->count);
	for (i = 0; part->width == 2 && i < part->count; i++) {
		at[2 * i] = (char)halves[i];
		at[2 * i + 1] = (char)(halves[i] >> 8);
	}
	for (i = 0; part->width == 4 && i < part->count; i++)
		put32(at + 4 * i, words[i]);
}

struct str
model_write(struct arena *a, const char *kind, const struct model_part *parts,
    size_t count)
{
	size_t n = round_up(HEAD + count * ENTRY), at = n, i;
	char *p, *entry;

	for (i = 0; i < count; i++)
		n = round_up(n + parts[i].width * parts[i].count);
	p = aligned(a, n);
	memcpy(p, magic, sizeof magic);
	put32(p + 8, MODEL_VERSION);
	put32(p + 12, (uint32_t)count);
	memcpy(p + 16, kind, strlen(kind));
	put64(p + 40, n);
	for (i = 0; i < count; i++) {
		entry = p + HEAD + i * ENTRY;
		memcpy(entry, parts[i].name, strlen(parts[i].name));
		put32(entry + 16, (uint32_t)parts[i].width);
		put32(entry + 24, (uint32_t)at);
		put32(entry + 28, (uint32_t)parts[i].count);
		put_array(p + at, &parts[i]);
		at = round_up(at + parts[i].width * parts[i].count);
	}
	put64(p + SUM, checksum((struct str){ p, n }));
	return (struct str){ p, n };
}
