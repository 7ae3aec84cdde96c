/* model - the container of what was learnt
 *
 * A model is a file of fixed-width little-endian arrays that are used where
 * they lie: nothing is parsed, nothing is copied, no table is built.
 *
 *   offset  bytes
 *        0      8  "nfmodel" and a newline
 *        8      4  version of this layout: MODEL_VERSION
 *       12      4  number of arrays, at most MODEL_ARRAYS
 *       16     16  kind: whose model it is ("sent"), padded with NUL
 *       32      8  checksum of all other bytes
 *       40      8  length of the whole
 *       48     16  zero
 *       64   32 n  one entry an array: name (16 bytes, padded with NUL),
 *                  width of an element in bytes (4), zero (4), offset (4),
 *                  number of elements (4)
 *
 * and then the arrays, each at a multiple of 64. model_open tests all of it,
 * the checksum too, so that no damaged byte makes a reader go outside; what
 * the numbers in an array mean is for its reader to test. */
#ifndef NF_MODEL_H
#define NF_MODEL_H

#include "arena.h"
#include "str.h"

enum {
	MODEL_VERSION = 1,
	MODEL_ARRAYS = 32, /* the most that a model can have */
	MODEL_NAME = 16,   /* the longest name of a kind or an array */
	MODEL_ALIGN = 64   /* of the arrays */
};

struct model {
	struct str bytes; /* the whole */
	size_t arrays;
};

/* Opens a model of a kind. False when it is none or is damaged: *why says so,
 * for a message. The bytes, aligned to 64, must outlive it: what was embedded
 * with .balign 64, or model_align of a file. */
bool model_open(struct model *m, struct str bytes, const char *kind,
    const char **why);

/* The same but for the checksum, which takes time over a large model: for one
 * that is part of the program. */
bool model_trust(struct model *m, struct str bytes, const char *kind,
    const char **why);

/* An array with elements of the given width, in place, and how many there
 * are; NULL and 0 when it is not there or has another width. Elements of more
 * than one byte are read with model_u16 and model_u32. */
const void *model_array(const struct model *m, const char *name, size_t width,
    size_t *count);

/* The bytes themselves when they are aligned, else an aligned copy. */
struct str model_align(struct arena *a, struct str bytes);

/* What model_write puts together. */
struct model_part {
	const char *name;  /* at most 16 bytes */
	size_t width;      /* of an element: 1, 2 or 4 bytes */
	const void *items; /* [count] of uint8_t, uint16_t or uint32_t */
	size_t count;
};

/* The bytes of a model; the same parts give the same bytes everywhere. */
struct str model_write(struct arena *a, const char *kind,
    const struct model_part *parts, size_t count);

/* Numbers as they lie in a model: one load on a little-endian machine. */
static inline uint16_t
model_u16(const void *at)
{
	const unsigned char *p = at;

	return (uint16_t)(p[0] | p[1] << 8);
}

static inline uint32_t
model_u32(const void *at)
{
	const unsigned char *p = at;

	return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	    (uint32_t)p[3] << 24;
}

#endif
