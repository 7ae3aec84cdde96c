/* timex_scan - no rule can match where the scan sees nothing
 *
 * Of each rule examples are made of its pattern: what may be missing is left
 * out, of several words each is taken in turn, of a group that leads it each
 * rule, and of another the first. */
#include "timex_parts.h"
#include "unit.h"

static struct arena forever, arena;
static const struct timex_tables *tables;

/* What stands for an item in capitals. */
static const struct {
	const char *name, *example;
} examples[] = { { "A", "7" }, { "ABBR", "hrs" }, { "AMPM", "pm" },
	{ "APPROX", "about" }, { "ARTICLE", "a" }, { "B", "7" },
	{ "COUNT", "seven" }, { "COUNTED", "hours" }, { "DASH", "-" },
	{ "DAY", "7th" }, { "DD", "7" }, { "DECADE", "sixties" },
	{ "DEICTIC", "today" }, { "DIGITS", "7" }, { "EDGE", "EOM" },
	{ "ERA", "bc" }, { "EVERY", "every" }, { "FREQ", "weekly" },
	{ "FUZZY", "few" }, { "HH", "7" }, { "HHMM", "0700" },
	{ "HMM", "700" }, { "HOLIDAY", "Easter" }, { "HOUR", "7" },
	{ "MI", "30" }, { "MINUTE", "thirty" }, { "MM", "7" },
	{ "MOD", "early" }, { "MODN", "end" }, { "MODR", "later" },
	{ "MONTH", "July" }, { "NOON", "noon" }, { "ORD", "third" },
	{ "PART", "morning" }, { "PREL", "previous" }, { "REF", "now" },
	{ "REFADJ", "recent" }, { "REL", "last" }, { "SCALE", "hundred" },
	{ "SEASON", "summer" }, { "SEASONS", "summers" }, { "TEEN", "ten" },
	{ "THAT", "that" }, { "THE", "the" }, { "TZ", "GMT" },
	{ "UNIT", "year" }, { "UNITS", "years" }, { "WEEKDAY", "Friday" },
	{ "WEEKDAYS", "Fridays" }, { "WORKDAY", "weekday" }, { "YEAR", "1999" },
	{ "YY", "99" }, { "YYYY", "1999" } };

static void check_pattern(struct str rest, struct str done);

static struct str
with(struct str done, struct str word, bool glued)
{
	struct str parts[] = { done, glued || !done.n ? STR("") : STR(" "),
		word };

	return arena_join(&arena, parts, 3);
}

/* Goes on with each rule of a group in place of its name. */
static void
check_group(struct str name, struct str rest, struct str done)
{
	int g, i;

	for (g = 0; g < GROUPS; g++) {
		if (!str_eq(str_of(timex_group_names[g]), name))
			continue;
		for (i = 0; timex_rules[g][i].name; i++) {
			struct str parts[] = {
				str_of(timex_rules[g][i].pattern), STR(" "),
				rest };

			check_pattern(arena_join(&arena, parts, 3), done);
			if (done.n)
				break;
		}
	}
}

static void
check_word(struct str word, struct str rest, struct str done, bool glued)
{
	size_t i;

	if (word.s[0] == '<') {
		check_group(str_slice(word, 1, word.n - 1), rest, done);
		return;
	}
	for (i = 0; i < sizeof examples / sizeof examples[0]; i++)
		if (str_eq(word, str_of(examples[i].name)))
			word = str_of(examples[i].example);
	check_pattern(rest, with(done, word, glued));
}

/* Checks the examples of what is left of a pattern, behind one of the rest. */
static void
check_pattern(struct str rest, struct str done)
{
	struct str item;
	bool glued = false;

	do {
		if (!rest.n) {
			if (timex_scan(tables, done, 0) == done.n)
				CHECK_STR(done, "something that is sought");
			return;
		}
		item = str_cut(&rest, ' ');
	} while (!item.n || item.s[0] == '!' || item.s[0] == '>' ||
	    item.s[0] == '@' || (item.n > 1 && item.s[item.n - 1] == '?'));
	for (; item.n > 1 && (item.s[0] == '~' || item.s[0] == '^');
	    item = str_slice(item, 1, item.n))
		glued = glued || item.s[0] == '~';
	while (item.n)
		check_word(str_cut(&item, '|'), rest, done, glued);
}

int
main(void)
{
	int i;

	arena_init(&forever, &os_posix);
	arena_init(&arena, &os_posix);
	tables = timex_start(&forever);

	TEST("each rule has a word that the scan seeks");
	for (i = 0; timex_rules[GROUP_TOP][i].name; i++) {
		check_pattern(str_of(timex_rules[GROUP_TOP][i].pattern),
		    STR(""));
		arena_reset(&arena);
	}
	return unit_done();
}
