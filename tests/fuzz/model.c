/* model - a fuzz target: no damaged byte makes a reader go outside
 *
 * The checksum would stop nearly all inputs, so the target also makes a right
 * one for what it is given. */
#include <stdlib.h>

#include "linear.h"
#include "../../lib/model/model.c" /* its checksum */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static volatile unsigned sum; /* so that what is read is used */

static void
use(const struct model *m)
{
	static const char *const names[] = { "sent", "weights", "a", "", "xyz" };
	uint32_t features[8] = { 0, 1, 0xffffffff, 0x80000000, 77, 1 << 20 };
	struct linear l;
	size_t i, k, width, count;

	for (i = 0; i < sizeof names / sizeof *names; i++) {
		for (width = 1; width <= 8; width++) {
			const unsigned char *p = model_array(m, names[i],
			    width, &count);

			for (k = 0; p && k < count * width; k++)
				sum += p[k];
		}
		if (linear_open(&l, m, names[i]))
			sum += (unsigned)linear_percent(&l,
			    linear_score(&l, features, 8));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena a;
	const char *why;
	struct model m;
	struct str bytes = { (const char *)data, size };

	if (!a.os)
		arena_init(&a, &os_posix);
	bytes = model_align(&a, arena_copy(&a, bytes));
	if (size >= HEAD) {
		char *s = (char *)(uintptr_t)bytes.s;

		memcpy(s, magic, sizeof magic);
		put64(s + 40, size);
		if (size % 8)
			put64(s + SUM, checksum(bytes));
	}
	if (model_open(&m, bytes, "sent", &why))
		use(&m);
	else if (!why)
		abort();
	arena_free(&a);
	return 0;
}
