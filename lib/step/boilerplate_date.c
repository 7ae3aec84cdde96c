/* boilerplate_date - a full date in a short text
 *
 * For what pages state: ISO 8601 and its like, "July 25, 2024", "25. Juli
 * 2024", "Thu, 25 Jul 2024 10:00:00 GMT", "7/25/2024", "25.7.2024", and
 * with the signs of China and Japan. Three numbers of which the order is
 * open (04/05/2024) are no date here: better none than a wrong one. */
#include "boilerplate_meta.h"

#include "utf8.h"

struct word {
	const char *text;
	int class;
	int value;
	const char *more;
};

enum { MONTHS_NAME };

#include "months.h"

enum { MONTHS = sizeof months_words / sizeof *months_words, PARTS = 40 };

/* A number or a month of the text. */
struct part {
	size_t start, end;
	unsigned number; /* its value */
	unsigned digits; /* 0: a month's name */
	char before;     /* the byte that stands before it */
};

static unsigned
month_of(struct arena *a, struct str word)
{
	struct str lower = utf8_lower(a, word);
	size_t low = 0, high = MONTHS;

	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = str_compare(lower,
		    str_of(months_words[middle].text));

		if (order == 0)
			return (unsigned)months_words[middle].value;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return 0;
}

static bool
is_letter(char c)
{
	return str_is_letter(c) || (unsigned char)c >= 0x80;
}

/* Whether two words run together at an offset: "NewsDECEMBER 22". */
static bool
is_seam(struct str s, size_t i)
{
	return (unsigned)(s.s[i - 1] - 'a') < 26 &&
	    (unsigned)(s.s[i] - 'A') < 26;
}

/* Cuts a text into numbers and months; other words count in *others. */
static size_t
read_parts(struct arena *a, struct str s, struct part parts[PARTS],
    size_t *others)
{
	size_t i = 0, n = 0;

	while (i < s.n && n < PARTS) {
		size_t start = i;
		struct part *p = &parts[n];

		*p = (struct part){ .start = i,
			.before = i ? s.s[i - 1] : ' ' };
		while (i < s.n && str_is_digit(s.s[i])) {
			if (p->digits++ < 9)
				p->number = p->number * 10 +
				    (unsigned)(s.s[i] - '0');
			i++;
		}
		if (i == start) {
			while (i < s.n && is_letter(s.s[i]) &&
			    !(i > start && is_seam(s, i)))
				i++;
			p->number = i - start > 2 ? month_of(a,
			    str_slice(s, start, i)) : 0;
			*others += p->number ? 0 : i - start;
		}
		p->end = i;
		n += p->digits || p->number;
		i += i == start;
	}
	return n;
}

static bool
is_year(const struct part *p)
{
	return p->digits == 4 && p->number >= 1990 && p->number < 2100;
}

static bool
is_day(const struct part *p)
{
	return p->digits && p->digits <= 2 && p->number >= 1 &&
	    p->number <= 31;
}

static bool
is_name(const struct part *p)
{
	return !p->digits;
}

static bool
is_month(const struct part *p)
{
	return p->digits && p->digits <= 2 && p->number >= 1 &&
	    p->number <= 12;
}

/* Whether the signs for year and month stand behind the first two parts. */
static bool
has_cjk_signs(const struct part *p)
{
	return p[1].start == p[0].end + 3 && p[1].before == '\xb4' &&
	    p[2].start == p[1].end + 3 && p[2].before == '\x88';
}

/* Whether three parts in a row are a date; their order is set. */
static bool
three(const struct part *p, const struct part **y, const struct part **m,
    const struct part **d)
{
	char sign = p[1].before == p[2].before ? p[1].before : 0;
	bool marked = sign == '.' || sign == '/' || sign == '-';

	*y = &p[0], *m = &p[1], *d = &p[2];
	if (is_year(*y) && is_day(*d) && (is_name(*m) ||
	    (is_month(*m) && (marked || has_cjk_signs(p)))))
		return true;
	*y = &p[2];
	*m = &p[0], *d = &p[1];
	if (is_name(*m) && is_day(*d) && is_year(*y))
		return true;
	if (is_month(*m) && is_day(*d) && is_year(*y) && marked &&
	    (*d)->number > 12)
		return true;
	*m = &p[1], *d = &p[0];
	if (is_name(*m) && is_day(*d) && is_year(*y))
		return true;
	return is_month(*m) && is_day(*d) && is_year(*y) &&
	    (sign == '.' || (marked && (*d)->number > 12));
}

static struct str
format(struct arena *a, unsigned y, unsigned m, unsigned d)
{
	char *p = arena_bytes(a, 10);
	const unsigned digits[] = { y / 1000, y / 100 % 10, y / 10 % 10,
		y % 10, 0, m / 10, m % 10, 0, d / 10, d % 10 };
	size_t i;

	for (i = 0; i < 10; i++)
		p[i] = (char)(i == 4 || i == 7 ? '-' : '0' + (char)digits[i]);
	return (struct str){ p, 10 };
}

/* The first date of a text, where it starts, and the letters and digits that
 * are no part of it. */
static bool
first_date(struct arena *a, struct str text, struct str *date, size_t *start,
    size_t *others)
{
	struct part parts[PARTS];
	const struct part *y, *m, *d;
	size_t i, n = read_parts(a, str_slice(text, 0, 200), parts, others);

	for (i = 0; i < n; i++) {
		unsigned number = parts[i].number;

		*start = parts[i].start;
		if (i + 2 < n && three(&parts[i], &y, &m, &d)) {
			*date = format(a, y->number, m->number, d->number);
			return true;
		}
		if (parts[i].digits == 8 && number / 10000 >= 1990 &&
		    number / 10000 < 2100 && number / 100 % 100 - 1 < 12 &&
		    number % 100 - 1 < 31) {
			*date = format(a, number / 10000, number / 100 % 100,
			    number % 100);
			return true;
		}
	}
	return false;
}

bool
facts_date(struct arena *a, struct str text, struct str *date, size_t *rest)
{
	size_t start, others = 0;
	bool found = first_date(a, text, date, &start, &others);

	if (rest)
		*rest = others;
	return found;
}

/* Whether a word of a byline belongs to the date behind it. */
static bool
leads_to_date(struct str word)
{
	static const struct str words[] = { STR_INIT("on"), STR_INIT("at"),
		STR_INIT("published"), STR_INIT("posted"),
		STR_INIT("updated"), STR_INIT("last"), STR_INIT("monday"),
		STR_INIT("tuesday"), STR_INIT("wednesday"),
		STR_INIT("thursday"), STR_INIT("friday"),
		STR_INIT("saturday"), STR_INIT("sunday"), STR_INIT("mon"),
		STR_INIT("tue"), STR_INIT("wed"), STR_INIT("thu"),
		STR_INIT("fri"), STR_INIT("sat") }; /* Sun is a surname */

	return str_is_one_of(word, words, sizeof words / sizeof *words);
}

/* The length of the sign at the end of a text that stands between a name and a
 * date; 0 without one. */
static size_t
ends_in_sign(struct str text)
{
	static const struct str signs[] = { STR_INIT(" "), STR_INIT(","),
		STR_INIT("|"), STR_INIT("-"), STR_INIT(":"), STR_INIT("/"),
		STR_INIT("("), STR_INIT(";"), STR_INIT("\xe2\x80\xa2"),
		STR_INIT("\xc2\xb7"), STR_INIT("\xe2\x80\x93"),
		STR_INIT("\xe2\x80\x94"), STR_INIT("\xc2\xa0") };
	size_t i;

	for (i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_ends(text, signs[i]))
			return signs[i].n;
	return 0;
}

struct str
facts_before_date(struct arena *a, struct str text)
{
	struct str date, all = text;
	size_t start, others = 0, n;

	if (!first_date(a, text, &date, &start, &others))
		return text;
	text = str_slice(text, 0, start);
	do {
		while ((n = ends_in_sign(text)))
			text.n -= n;
		for (n = text.n; n > 0 && is_letter(text.s[n - 1]); n--)
			;
		if (!leads_to_date(str_slice(text, n, text.n)))
			break;
		text.n = n;
	} while (text.n);
	return text.n ? text : all;
}
