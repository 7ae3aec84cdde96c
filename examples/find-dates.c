/* find-dates - the dates in a sentence: a whole program on libnf
 *
 * cc find-dates.c $(pkg-config --cflags --libs nf) -o find-dates
 * ./find-dates 'Talks began on July 24, 2024 and ended a week later.' */
#include <stdio.h>

#include "arena.h"
#include "timex.h"

int
main(int argc, char *argv[])
{
	struct arena forever, arena;
	struct timex_options options = { .date = STR_INIT("2024-07-25") };
	struct str text;
	const struct span *s;
	int i;

	arena_init(&forever, &os_posix);
	arena_init(&arena, &os_posix);
	options.tables = timex_start(&forever);
	for (i = 1; i < argc; i++) {
		text = str_of(argv[i]);
		for (s = timex_find(&arena, &text, 1, &options); s; s = s->next)
			printf("%.*s = %.*s\n", (int)(s->end - s->start),
			    text.s + s->start, (int)s->value.n, s->value.s);
		arena_reset(&arena);
	}
	arena_free(&arena);
	arena_free(&forever);
	return 0;
}
