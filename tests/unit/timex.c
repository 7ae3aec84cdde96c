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

static void
spotted(void)
{
	struct str text = STR("On July 24, 2024 some 12 people left at 5 p.m.");
	size_t count;
	const struct token *tokens = token_split(&arena, text, &count);
	const struct span *s = timex_spot(&arena, tables, text, tokens, count);

	CHECK(s && s->next && !s->next->next);
	if (!s || !s->next)
		return;
	CHECK_STR(str_slice(text, s->start, s->end), "July 24, 2024");
	CHECK_STR(str_of(s->kind), "date");
	CHECK_STR(str_slice(text, s->next->start, s->next->end), "5 p.m.");
	CHECK_STR(str_of(s->next->kind), "time");
}

/* Units stand between strokes. */
static void
anchored(const char *units, const char *value, const char *rule)
{
	struct str rest = str_of(units), texts[8];
	struct timex_anchor found;
	size_t count = 0;

	while (rest.n)
		texts[count++] = str_cut(&rest, '|');
	found = timex_document_date(&arena, tables, texts, count);
	CHECK_STR(found.value, value);
	CHECK_STR(found.rule ? str_of(found.rule) : STR(""), rule);
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

	TEST("what is a date is spotted without being read");
	spotted();

	TEST("a document's date is found, with the rule that found it");
	anchored("Ferry sinks|Published: March 6, 2025|On 1 May 1999 it ran.",
	    "2025-03-06", "published");
	anchored("Ferry sinks|March 6, 2025|It sank.", "2025-03-06", "line");
	anchored("KISUMU, March 6, 2025 (Reuters) - It sank.", "2025-03-06",
	    "dateline");
	anchored("On Wednesday, July 24, they met.|They last met in 2023.",
	    "2024-07-24", "weekday");
	anchored("Ada in Rome on July 24, 2024.|He spoke, she said on July 25.",
	    "2024-07-25", "reported");
	anchored("They met on May 3, 2022 in Rome.", "", "");

	arena_free(&arena);
	arena_free(&forever);
	return unit_done();
}
