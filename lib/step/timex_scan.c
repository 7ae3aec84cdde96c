/* timex_scan - which texts need a closer look
 *
 * Each expression of time has a digit or a word such as a month, a weekday, a
 * unit, a part of the day, "now". Most sentences have none. The scan runs over
 * the bytes, takes the first three letters of each word as a number of 15
 * bits, and asks a table of 32,768 bits whether such a word begins so; only
 * then is the word looked up. */
#include "timex_parts.h"

enum { PREFIX = 3, PREFIXES = 1 << 15 };

struct scan {
	uint64_t prefixes[PREFIXES / 64]; /* of the words below */
	struct set core;                  /* one of these is in each match */
};

static const int core[] = { WHEN_ABBR, WHEN_DECADE, WHEN_DEICTIC, WHEN_EDGE,
	WHEN_FREQ,
	WHEN_HOLIDAY, WHEN_MONTH, WHEN_NOON, WHEN_PART, WHEN_REF, WHEN_REFADJ,
	WHEN_SEASON, WHEN_SEASONS, WHEN_UNIT, WHEN_UNITS, WHEN_WEEKDAY,
	WHEN_WEEKDAYS, WHEN_WORKDAY };

/* Words that are in an expression without any of these. */
static const char *const others[] = { "future", "past", "present", "term",
	"ago", "soon", "thousand", "hundred", "nineteen", "twenty", "eighteen",
	"seventeen", "sixteen", "fifteen", "ad", "bc", "bce", "ce", "pm", "am",
	"half", "quarter", "clock", "oclock", "thirty", "forty", "fifty",
	"lunch", "dinner", "moment", "time", "point", "eom", "eoy", "eod" };

static unsigned
prefix_of(const char *s)
{
	return ((unsigned)s[0] & 31) << 10 | ((unsigned)s[1] & 31) << 5 |
	    ((unsigned)s[2] & 31);
}

static bool
is_letter(char c)
{
	return (unsigned)((c | 32) - 'a') < 26;
}

static void
add_word(struct scan *s, const char *word)
{
	unsigned prefix;

	if (!word[0] || !word[1] || !word[2])
		return; /* it stands beside a number */
	prefix = prefix_of(word);
	s->prefixes[prefix / 64] |= (uint64_t)1 << (prefix % 64);
}

void
timex_scan_start(struct arena *a, struct timex_tables *t)
{
	struct scan *s = ARENA_NEW(a, struct scan);
	size_t i;

	for (i = 0; i < sizeof core / sizeof core[0]; i++)
		set_add(&s->core, core[i]);
	for (i = 0; i < t->words.count; i++)
		if (t->words.words[i].class < WHEN_BITS &&
		    set_has(&s->core, t->words.words[i].class))
			add_word(s, t->words.words[i].text);
	for (i = 0; i < sizeof others / sizeof others[0]; i++)
		add_word(s, others[i]);
	t->scan = s;
}

/* Whether a word that begins like one of them is one. */
static bool
is_core(const struct timex_tables *t, struct str word)
{
	const struct word *w;
	char lower[16];
	struct str key = { lower, word.n };
	size_t i;

	if (word.n > sizeof lower)
		return false;
	for (i = 0; i < word.n; i++)
		lower[i] = (char)(word.s[i] | 32);
	w = lexicon_find(&t->words, key, token_hash(key));
	if (w && set_meets(&t->sets[w - t->words.words + 1], &t->scan->core))
		return true;
	for (i = 0; i < sizeof others / sizeof others[0]; i++)
		if (str_eq(key, str_of(others[i])))
			return true;
	return false;
}

/* am, pm, p m, p.m. */
static bool
is_meridiem(const char *word, const char *end)
{
	char first = (char)(*word | 32);

	return (end[-1] | 32) == 'm' && (end - word == 1 || first == 'p' ||
	    first == 'a');
}

bool
timex_scan(const struct timex_tables *t, struct str text)
{
	const uint64_t *prefixes = t->scan->prefixes;
	const char *s = text.s, *end = text.s + text.n;

	while (s < end) {
		const char *word;
		unsigned prefix;

		if ((unsigned)(*s - '0') < 10)
			return true;
		if (!is_letter(*s)) {
			s++;
			continue;
		}
		word = s;
		while (s < end && is_letter(*s))
			s++;
		if (s - word < PREFIX) {
			if (is_meridiem(word, s))
				return true;
			continue;
		}
		prefix = prefix_of(word);
		if (prefixes[prefix / 64] >> (prefix % 64) & 1 &&
		    is_core(t, (struct str){ word, (size_t)(s - word) }))
			return true;
	}
	return false;
}
