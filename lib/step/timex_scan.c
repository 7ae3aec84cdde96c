/* timex_scan - where a text needs a closer look
 *
 * Each expression of time has a digit or a word such as a month, a weekday, a
 * unit, a part of the day, "now". Most sentences have none. The scan makes
 * bits of 64 bytes at once, which are letters and which are digits, so that
 * only the beginnings of words cost time: their first three letters are a
 * number of 15 bits, a table of 32,768 bits says whether one of the words
 * begins so, and only then is the word looked up. */
#include <string.h>

#include "timex_parts.h"

enum { PREFIX = 3, PREFIXES = 1 << 15, BLOCK = 64 };

struct scan {
	uint64_t prefixes[PREFIXES / 64]; /* of the words below */
	struct lexicon core;              /* one of these is in each match */
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
add_word(struct scan *s, struct word *list, size_t *count, struct word word)
{
	unsigned prefix;

	if (!word.text[0] || !word.text[1] || !word.text[2])
		return; /* it stands beside a number */
	prefix = prefix_of(word.text);
	s->prefixes[prefix / 64] |= (uint64_t)1 << (prefix % 64);
	if (!*count || strcmp(list[*count - 1].text, word.text) != 0)
		list[(*count)++] = word;
}

void
timex_scan_start(struct arena *a, struct timex_tables *t)
{
	struct scan *s = ARENA_NEW(a, struct scan);
	enum { OTHERS = sizeof others / sizeof others[0] };
	struct word *list = ARENA_ARRAY(a, struct word,
	    t->words.count + OTHERS);
	struct set classes = { { 0 } };
	size_t i, count = 0;

	for (i = 0; i < sizeof core / sizeof core[0]; i++)
		set_add(&classes, core[i]);
	/* of two entries for a word the first counts */
	for (i = 0; i < OTHERS; i++)
		add_word(s, list, &count, (struct word){ .text = others[i] });
	for (i = 0; i < t->words.count; i++)
		if (t->words.words[i].class < WHEN_BITS &&
		    set_has(&classes, t->words.words[i].class))
			add_word(s, list, &count, t->words.words[i]);
	lexicon_make(&s->core, a, list, count);
	t->scan = s;
}

/* Whether a text could go on with a word, by its first three letters. */
static bool
goes_on(struct str text, const char *word)
{
	size_t i;

	for (i = 0; i < PREFIX && word[i] && word[i] != ' '; i++) {
		if (i == text.n)
			return false;
		if ((unsigned char)text.s[i] >= 0x80)
			return true; /* a curly apostrophe, a blank */
		if ((text.s[i] | 32) != (word[i] | 32))
			return false;
	}
	return true;
}

/* Whether one of the named days that begin with a word goes on as the text
 * does: most "new" and "national" in a text begin none. */
static bool
begins_holiday(const struct word *word, struct str rest)
{
	size_t n = strlen(word->text), i;

	while (rest.n && (unsigned char)*rest.s <= ' ')
		rest = str_slice(rest, 1, rest.n);
	for (i = (size_t)word->value; i < timex_holiday_count; i++) {
		const char *day = timex_holidays[i].text;

		if (strncmp(day, word->text, n) != 0 ||
		    (day[n] && day[n] != ' '))
			return false;
		if (!day[n] || goes_on(rest, day + n + 1))
			return true;
	}
	return false;
}

/* Whether a word that begins like one of them is one. */
static bool
is_core(const struct scan *s, struct str word, const char *end)
{
	struct str rest = { word.s + word.n, (size_t)(end - word.s) - word.n };
	const struct word *w;
	char lower[16];
	size_t i;

	if (word.n > sizeof lower)
		return false;
	for (i = 0; i < word.n; i++)
		lower[i] = (char)(word.s[i] | 32);
	word.s = lower;
	w = lexicon_find(&s->core, word, token_hash(word));
	return w && (w->class != WHEN_HOLIDAY || begins_holiday(w, rest));
}

/* am, pm, p m, p.m. */
static bool
is_meridiem(const char *word, const char *end)
{
	char first = (char)(*word | 32);

	return (end[-1] | 32) == 'm' && (end - word == 1 || first == 'p' ||
	    first == 'a');
}

/* Which of 64 bytes are letters, and which are digits, a bit each. */
struct block {
	uint64_t letters, digits;
};

/* Eight bytes that are 0 or 1, as eight bits. */
static uint64_t
pack(const unsigned char *flags)
{
	uint64_t all;

	memcpy(&all, flags, sizeof all);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	all = __builtin_bswap64(all);
#endif
	return all * 0x0102040810204080u >> 56;
}

static struct block
look(const char *s)
{
	unsigned char letters[BLOCK], digits[BLOCK];
	struct block b = { 0, 0 };
	int i;

	for (i = 0; i < BLOCK; i++) {
		unsigned char c = (unsigned char)s[i];

		letters[i] = (unsigned char)((c | 32) - 'a') < 26;
		digits[i] = (unsigned char)(c - '0') < 10;
	}
	for (i = 0; i < BLOCK; i += 8) {
		b.letters |= pack(letters + i) << i;
		b.digits |= pack(digits + i) << i;
	}
	return b;
}

/* Whether the word that begins here is one of those sought. */
static bool
is_trigger(const struct scan *s, const char *word, const char *end)
{
	const char *p = word + 1;
	unsigned prefix;

	while (p < end && is_letter(*p))
		p++;
	if (p - word < PREFIX)
		return is_meridiem(word, p);
	prefix = prefix_of(word);
	return s->prefixes[prefix / 64] >> (prefix % 64) & 1 &&
	    is_core(s, (struct str){ word, (size_t)(p - word) }, end);
}

/* Whether a word of three letters or more, with all of the three in view, is
 * none of those sought for sure. */
static bool
is_other(const struct scan *s, uint64_t letters, const char *word)
{
	unsigned prefix;

	if ((letters & 7) != 7)
		return false;
	prefix = prefix_of(word);
	return !(s->prefixes[prefix / 64] >> (prefix % 64) & 1);
}

size_t
timex_scan(const struct timex_tables *t, struct str text, size_t from)
{
	const char *end = text.s + text.n;
	uint64_t before = 0; /* whether a letter stands before the block */

	for (; from < text.n; from += BLOCK) {
		const char *s = text.s + from;
		char tail[BLOCK] = { 0 };
		struct block b;
		uint64_t first;

		if (text.n - from < BLOCK) {
			memcpy(tail, s, text.n - from);
			b = look(tail);
		} else {
			b = look(s);
		}
		first = (b.letters & ~(b.letters << 1 | before)) | b.digits;
		before = b.letters >> (BLOCK - 1);
		for (; first; first &= first - 1) {
			int i = __builtin_ctzll(first);

			if (is_other(t->scan, b.letters >> i, s + i))
				continue;
			if (b.digits >> i & 1 ||
			    is_trigger(t->scan, s + i, end))
				return from + (size_t)i;
		}
	}
	return text.n;
}
