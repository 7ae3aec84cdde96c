/* sort - a stable sort, in linear time when nothing is out of order */
#ifndef NF_SORT_H
#define NF_SORT_H

#include "arena.h"

/* Sorts count elements of the given size; equal ones keep their order. The
 * scratch memory comes from the arena. qsort(3) is not stable, and may ask
 * for memory that is not ours. */
void sort_stable(struct arena *a, void *array, size_t count, size_t size,
    int (*compare)(const void *, const void *));

#endif
