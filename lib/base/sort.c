/* sort - a stable sort: bottom-up merge sort (Knuth, TAOCP vol. 3, 5.2.4) */
#include "sort.h"

#include <stdbool.h>
#include <string.h>

struct order {
	size_t size; /* of an element */
	int (*compare)(const void *, const void *);
};

static bool
sorted(const struct order *o, const char *array, size_t count)
{
	size_t i;

	for (i = 1; i < count; i++)
		if (o->compare(array + (i - 1) * o->size,
			array + i * o->size) > 0)
			return false;
	return true;
}

/* Merges the runs [from, middle) and [middle, to) into the other array. */
static void
merge(const struct order *o, const char *from, const char *middle,
    const char *to, char *out)
{
	const char *left = from, *right = middle, **smaller;

	for (; left < middle || right < to; out += o->size) {
		smaller = right >= to ||
			(left < middle && o->compare(left, right) <= 0)
		    ? &left
		    : &right;
		memcpy(out, *smaller, o->size);
		*smaller += o->size;
	}
}

void
sort_stable(struct arena *a, void *array, size_t count, size_t size,
    int (*compare)(const void *, const void *))
{
	struct order o = { size, compare };
	char *from = array, *to, *swap;
	size_t n = count * size, run, i, middle, end;

	if (sorted(&o, array, count))
		return;
	to = arena_alloc(a, n);
	for (run = size; run < n; run *= 2) {
		for (i = 0; i < n; i = end) {
			middle = n - i < run ? n : i + run;
			end = n - middle < run ? n : middle + run;
			merge(&o, from + i, from + middle, from + end, to + i);
		}
		swap = from;
		from = to;
		to = swap;
	}
	if (from != (char *)array)
		memcpy(array, from, n);
}
