/* timex_scan - where a text needs a closer look
 *
 * Each expression of time has a digit or a word such as a month, a weekday, a
 * unit, a part of the day, "now". Most sentences have none. Sets of 64 bits
 * say where words of three letters and more begin in 64 bytes: of each, the
 * first four letters are one load, and one bit of a table tells of nearly all
 * that they are none of those sought. A number counts only where what touches
 * it, or a short word beside it, could make it a date or a time of its own:
 * "5 people", "1,200" and "$5.7" are none. */
#include <string.h>

#include "bytes.h"
#include "timex_parts.h"

enum { START = 4, BLOCK = 64, BITS = 1 << 15, WORD_MOST = 16 };

struct scan {
	uint64_t starts[BITS / 64]; /* of the words below */
	struct lexicon core;        /* one of these is in each match */
};

static const int core[] = { WHEN_ABBR, WHEN_DECADE, WHEN_DEICTIC, WHEN_EDGE,
	WHEN_FREQ,
	WHEN_HOLIDAY, WHEN_MONTH, WHEN_NOON, WHEN_PART, WHEN_REF, WHEN_REFADJ,
	WHEN_SEASON, WHEN_SEASONS, WHEN_UNIT, WHEN_UNITS, WHEN_WEEKDAY,
	WHEN_WEEKDAYS, WHEN_WORKDAY };

/* Words that are in an expression without any of these, and the words, between
 * blanks, one of which must then stand before them. */
static const struct {
	const char *word, *before;
} others[] = { { "ago", "" }, { "bce", "" }, { "clock", "" },
	{ "eighteen", "" }, { "fifteen", "" }, { "fifty", "" },
	{ "forty", "" }, { "future", "" }, { "half", "" }, { "hundred", "" },
	{ "ish", "" }, { "moment", " the " }, { "nineteen", "" },
	{ "oclock", "" }, { "past", "" }, { "present", "" },
	{ "seventeen", "" }, { "sixteen", "" }, { "term", " long short " },
	{ "thirty", "" }, { "thousand", "" }, { "time", " that " },
	{ "twenty", "" } };

/* Words of one or two letters that make a number behind them, or before
 * them, a date or a time. */
static const char before_numbers[] = " ad bc ce cy fy ";
static const char after_numbers[] = " a ad am b bc ce h hr mo nd p pm q rd s"
				    " st t th wk yr ";

/* Words between the hours of a range. */
static const char between_hours[] = " and thru through till to until ";

/* The bit of the table for a word of three letters or more. */
static inline uint32_t
start_bit(const unsigned char *word)
{
	uint32_t x;

	memcpy(&x, word, sizeof x);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	x = __builtin_bswap32(x);
#endif
	x &= str_is_letter(word[3]) ? 0x1f1f1f1f : 0x1f1f1f;
	return x * 0x9e3779b1u >> 17;
}

static void
add_word(struct scan *s, struct word *list, size_t *count, struct word word)
{
	unsigned char start[START] = { 0 };
	uint32_t bit;
	size_t i;

	for (i = 0; i < START && word.text[i]; i++)
		start[i] = (unsigned char)word.text[i];
	if (i < START - 1)
		return; /* it stands beside a number */
	bit = start_bit(start);
	s->starts[bit / 64] |= (uint64_t)1 << (bit % 64);
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
		add_word(s, list, &count, (struct word){ others[i].word, 0, 0,
			others[i].before });
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

	for (i = 0; i < START - 1 && word[i] && word[i] != ' '; i++) {
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

/* The letters of a text from an offset on. */
static size_t
word_end(struct str text, size_t at)
{
	while (at < text.n && str_is_letter(text.s[at]))
		at++;
	return at;
}

/* Whether the letters [at, end) are one of some words between blanks. */
static bool
is_one_of(struct str text, size_t at, size_t end, const char *words)
{
	size_t n = end - at, i;
	const char *w;
	char first;

	if (!n)
		return false;
	first = (char)(text.s[at] | 32);
	for (w = strchr(words, first); w; w = strchr(w + 1, first)) {
		for (i = 1; i < n && (text.s[at + i] | 32) == w[i]; i++)
			;
		if (w[-1] == ' ' && i == n && w[n] == ' ')
			return true;
	}
	return false;
}

/* Whether the word before an offset is one of some words. */
static bool
is_behind(struct str text, size_t at, const char *words)
{
	size_t end = at;

	while (end && ((unsigned char)text.s[end - 1] <= ' ' ||
	    text.s[end - 1] == '-'))
		end--;
	for (at = end; at && str_is_letter(text.s[at - 1]); at--)
		if (end - at == WORD_MOST)
			return false;
	return is_one_of(text, at, end, words);
}

/* Whether the word at an offset is one of those sought. */
static bool
is_core(const struct scan *s, struct str text, size_t at)
{
	struct str word = str_slice(text, at, word_end(text, at));
	const struct word *w;
	char lower[WORD_MOST];
	size_t i;

	if (word.n > sizeof lower)
		return false;
	for (i = 0; i < word.n; i++)
		lower[i] = (char)(word.s[i] | 32);
	word.s = lower;
	w = lexicon_find(&s->core, word, token_hash(word));
	if (w && w->class == WHEN_HOLIDAY)
		return begins_holiday(w, str_slice(text, at + word.n, text.n));
	return w && (w->class || !w->more[0] ||
	    is_behind(text, at, w->more));
}

static size_t
skip_blanks(struct str text, size_t at)
{
	while (at < text.n && text.s[at] >= 0 && text.s[at] <= ' ')
		at++;
	return at;
}

/* Whether what stands before a number makes it part of something. */
static bool
number_hangs(struct str text, size_t at)
{
	char c = at ? text.s[at - 1] : ' ';

	return str_is_letter(c) || c == '\'' || (unsigned char)c >= 0x80 ||
	    is_behind(text, at, before_numbers);
}

/* Whether what stands behind a number, at an offset, does. */
static bool
number_goes_on(struct str text, size_t at, bool decimal)
{
	char c = at < text.n ? text.s[at] : ' ';
	bool digit = at + 1 < text.n && str_is_digit(text.s[at + 1]);
	size_t end;

	if (c == '\'' || (unsigned char)c >= 0x80)
		return true;
	if (digit && (c == ':' || c == '/' || c == '-' ||
	    (c == '.' && decimal)))
		return true;
	at = skip_blanks(text, c == '-' || c == '.' ? at + 1 : at);
	if (at == text.n || (unsigned char)text.s[at] >= 0x80)
		return at < text.n;
	if (text.s[at] == '-') /* 9 - 5 */
		return true;
	if (decimal && (str_is_letter(text.s[at]) ? text.s[at] <= 'Z'
	    : text.s[at] == '(' || text.s[at] == '+'))
		return true; /* 5.30 GMT */
	end = word_end(text, at);
	if (is_one_of(text, at, end, after_numbers))
		return true;
	return is_one_of(text, at, end, between_hours) &&
	    skip_blanks(text, end) != end;
}

/* Whether the number that begins at an offset could be a date or a time with
 * no word beside it that is sought itself. */
static bool
is_number(struct str text, size_t at)
{
	bool decimal = at && text.s[at - 1] == '.';
	size_t end = at;

	while (end < text.n && str_is_digit(text.s[end]))
		end++;
	return (end - at == 4 && text.s[at] <= '2') ||
	    number_hangs(text, at) || number_goes_on(text, end, decimal);
}

/* Whether "am", "pm", "a.m.", "p m" ends with the m at an offset, perhaps
 * behind a number in words. */
static bool
is_meridiem(struct str text, size_t at)
{
	size_t first = at;

	if (at + 1 < text.n && str_is_letter(text.s[at + 1]))
		return false;
	if (first && (text.s[first - 1] == '.' || text.s[first - 1] == ' '))
		first--;
	if (!first || ((text.s[first - 1] | 32) != 'a' &&
	    (text.s[first - 1] | 32) != 'p'))
		return false;
	first--; /* and before it, a blank and a word of three letters */
	return first > 3 && text.s[first - 1] == ' ' &&
	    str_is_letter(text.s[first - 2]) &&
	    str_is_letter(text.s[first - 3]) &&
	    str_is_letter(text.s[first - 4]);
}

/* The letters m among some bytes. */
static inline uint64_t
letters_m(const unsigned char *b)
{
	return bytes_set(bytes_between(bytes_lower(bytes_load(b)), 'm', 'm'));
}

/* The first place among the 64 bytes at an offset that is sought; 64 for
 * none. *before: the last byte was a letter, a digit. */
struct before {
	uint64_t letter, digit;
};

static size_t
look(const struct scan *s, struct str text, size_t from,
    const unsigned char *b, struct before *before)
{
	uint64_t letters = BYTES_64(bytes_letters, b);
	uint64_t digits = BYTES_64(bytes_digits, b);
	uint64_t ends = BYTES_64(letters_m, b) & ~(letters >> 1);
	uint64_t words = letters & ~(letters << 1 | before->letter) &
	    (letters >> 1 | (uint64_t)1 << 63) &
	    (letters >> 2 | (uint64_t)3 << 62);
	uint64_t numbers = digits & ~(digits << 1 | before->digit);
	uint64_t rest = numbers | ends, found = 0;

	before->letter = letters >> 63;
	before->digit = digits >> 63;
	for (; rest && !found; rest &= rest - 1) {
		uint64_t bit = rest & -rest;
		size_t at = from + (size_t)__builtin_ctzll(rest);

		if (bit & numbers ? is_number(text, at) : is_meridiem(text, at))
			found = bit;
	}
	words &= found - 1;
	for (; words; words &= words - 1) {
		size_t k = (size_t)__builtin_ctzll(words);
		uint32_t bit = start_bit(b + k);

		if (s->starts[bit / 64] >> (bit % 64) & 1 &&
		    is_core(s, text, from + k))
			return k;
	}
	return found ? (size_t)__builtin_ctzll(found) : BLOCK;
}

size_t
timex_scan(const struct timex_tables *t, struct str text, size_t from)
{
	struct before before = { 0, 0 };
	unsigned char last[BLOCK + START];

	for (; from < text.n; from += BLOCK) {
		const unsigned char *b = (const unsigned char *)text.s + from;
		size_t k;

		if (text.n - from < sizeof last) {
			memset(last, 0, sizeof last);
			memcpy(last, b, text.n - from);
			b = last;
		}
		k = look(t->scan, text, from, b, &before);
		if (k < BLOCK)
			return from + k;
	}
	return text.n;
}
