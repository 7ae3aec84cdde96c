/* timex - the tables are sound; what the library's own callers ask */
#include "timex.h"
#include "timex_anchor.h"
#include "timex_parts.h"
#include "unit.h"

static struct arena forever, arena;
static const struct timex_tables *tables;

/* The kinds, texts and values that a text gives, one after the other. */
static struct str
facts(const char *text, const char *date)
{
	struct timex_options options = { .tables = tables,
		.date = str_of(date) };
	struct str unit = str_of(text), all = { NULL, 0 };
	const struct span *s;

	for (s = timex_find(&arena, &unit, 1, &options); s; s = s->next) {
		struct str parts[] = { all, all.n ? STR("; ") : STR(""),
			str_slice(unit, s->start, s->end), STR("="),
			s->value };

		all = arena_join(&arena, parts, 5);
	}
	return all;
}

int
main(void)
{
	arena_init(&forever, &os_posix);
	arena_init(&arena, &os_posix);
	tables = timex_start(&forever);

	TEST("each word that a rule names is in the list");
	CHECK_STR(str_of(tables->broken ? tables->broken : ""), "");

	TEST("a date is found and resolved");
	CHECK_STR(facts("He left on Monday.", "2024-07-25"),
	    "Monday=2024-07-22");
	CHECK_STR(facts("He left on Monday.", ""), "Monday=XXXX-WXX-1");

	return unit_done();
}
