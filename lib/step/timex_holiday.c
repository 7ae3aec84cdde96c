/* timex_holiday - named days
 *
 * holiday.tsv says how a day is found: on a date, by Easter, as the nth
 * weekday of a month, or by the moon of the Islamic, the Hebrew, the Chinese
 * and the Hindu year. Those of the moon are known to within a day. */
#include <string.h>

#include "timex_parts.h"

enum { HOLIDAY_FIXED, HOLIDAY_EASTER, HOLIDAY_ORTHODOX, HOLIDAY_NTH,
	HOLIDAY_ISLAMIC, HOLIDAY_HEBREW, HOLIDAY_MOON, HOLIDAY_DAWN,
	HOLIDAY_DUSK, HOLIDAY_MORROW, HOLIDAY_NIGHT, HOLIDAY_SANKRANTI,
	HOLIDAY_OBSERVED, HOLIDAY_FRIDAY,
	HOLIDAY_TAX, HOLIDAY_DAY, DAWN = 1, DUSK = 12, MIDNIGHT = 18,
	CHINA = 8,
	LAST_WEEKDAY = 9 };

#include "holiday.h"

const struct word *const timex_holidays = holiday_words;
const size_t timex_holiday_count = sizeof holiday_words /
    sizeof holiday_words[0];

/* Goes over one word of a phrase, up to its blank, if the text is that word;
 * NULL if it is not. A curly apostrophe counts as a straight one. */
static const char *
same_word(struct str text, const char *phrase)
{
	size_t i;

	for (i = 0; i < text.n; i++, phrase++) {
		char c = text.s[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c + 32);
		if (c == '\xe2' && *phrase == '\'' && text.n - i > 2 &&
		    text.s[i + 2] == '\x99')
			i += 2;
		else if (c != *phrase)
			return NULL;
	}
	return *phrase && *phrase != ' ' ? NULL : phrase;
}

/* How many lexemes of a phrase stand at a place; 0 when not all do. */
static uint32_t
phrase(const struct place *p, uint32_t at, const char *text)
{
	uint32_t n = 0;

	for (;;) {
		if (at + n >= p->count)
			return 0;
		text = same_word(lexeme_text(p, at + n), text);
		if (!text)
			return 0;
		n++;
		if (!*text)
			return n;
		text++;
	}
}

uint32_t
holiday_read(const struct place *p, uint32_t at, int *index)
{
	const struct word *entry = lexeme_entry(p, at, WHEN_HOLIDAY);
	uint32_t longest = 0;
	struct str first;
	int next; /* the second lexeme begins so */
	size_t i;

	if (!entry)
		return at;
	first = str_of(entry->text);
	next = at + 1 < p->count ? p->text.s[p->l[at + 1].start] | 32 : 0;
	for (i = (size_t)entry->value; i < timex_holiday_count; i++) {
		const struct word *day = &timex_holidays[i];
		uint32_t n;

		if (strncmp(day->text, first.s, first.n) != 0 ||
		    (day->text[first.n] && day->text[first.n] != ' '))
			break;
		if (day->text[first.n] && day->text[first.n + 1] != '\'' &&
		    (day->text[first.n + 1] | 32) != next)
			continue;
		n = phrase(p, at, day->text);
		if (n > longest) {
			longest = n;
			*index = (int)i;
		}
	}
	return at + longest;
}

/* The day of an Islamic month and day that falls into the Gregorian year, the
 * last if two do. */
static int64_t
islamic_day(int64_t year, int month, int day)
{
	int64_t guess = (year - 621) * 33 / 32, at = 0, y;

	for (y = guess - 2; y <= guess + 2; y++) {
		int64_t d = calendar_islamic_seen(y, month) + day - 1;

		if (calendar_date(d).year == year)
			at = d;
		if (calendar_date(d).year > year)
			break;
	}
	if (!at)
		at = calendar_islamic_seen(guess, month) + day - 1;
	return at;
}

/* Adar is the last month, the 12th, or in a leap year the 13th. */
static int64_t
hebrew_day(int64_t year, int month, int day)
{
	int64_t y = year + (month < 7 || month > 9 ? 3760 : 3761);

	if (month == 13 && (7 * y + 1) % 19 >= 7)
		month = 12;
	return calendar_hebrew(y, month, day);
}

static int64_t
nth_day(int64_t year, const struct word *w)
{
	int n = w->value % 10;
	bool before = w->more[0] == '-';
	size_t more = 0;
	int64_t day = calendar_nth_weekday(year, w->value / 100,
	    w->value / 10 % 10, n == LAST_WEEKDAY ? -1 : n);

	str_number(str_of(w->more + before), &more);
	return before ? day - (int64_t)more : day + (int64_t)more;
}

/* From a Saturday to the Friday before, from a Sunday to the Monday after. */
static int64_t
observed(int64_t day)
{
	int weekday = calendar_weekday(day);

	return weekday == 6 ? day - 1 : weekday == 7 ? day + 1 : day;
}

/* American taxes are due on 15 April, or the first day after it that is no
 * weekend and no Emancipation Day. */
static int64_t
tax_day(int64_t year)
{
	struct date d = { year, 4, 16 };
	int64_t emancipation = observed(calendar_day(d)), day;

	for (day = calendar_day(d) - 1; day == emancipation ||
	    calendar_weekday(day) > 5; day++)
		;
	return day;
}

/* A day by the moon: of the Islamic year, the last Friday before such a day,
 * of the Chinese one, of a lunar month that is seen at dawn, at dusk or at
 * midnight. */
static int64_t
moon_day(const struct word *w, int64_t year, int64_t fixed, int more)
{
	int64_t day;

	switch (w->class) {
	case HOLIDAY_ISLAMIC:
		return islamic_day(year, w->value / 100, w->value % 100);
	case HOLIDAY_FRIDAY:
		day = islamic_day(year, w->value / 100, w->value % 100) - 1;
		return day - (calendar_weekday(day) + 2) % 7;
	case HOLIDAY_MOON:
		return calendar_new_moon(fixed, CHINA) + more;
	case HOLIDAY_DAWN:
		return calendar_tithi(fixed, more, DAWN);
	case HOLIDAY_NIGHT:
		return calendar_tithi(fixed, more, MIDNIGHT);
	case HOLIDAY_MORROW:
		return calendar_tithi(fixed, more, DUSK) + 1;
	default:
		return calendar_tithi(fixed, more, DUSK);
	}
}

bool
holiday_days(int index, int64_t year, int64_t *first, int64_t *last,
    bool *vague)
{
	const struct word *w = &timex_holidays[index];
	int month = w->value / 100, day = w->value % 100;
	int64_t fixed = calendar_day((struct date){ year, month, day });
	size_t length = 0;

	str_number(str_of(w->more), &length);
	*vague = false;
	*first = fixed;
	switch (w->class) {
	case HOLIDAY_EASTER:
		*first = calendar_easter(year) + w->value;
		break;
	case HOLIDAY_ORTHODOX:
		*first = calendar_orthodox_easter(year) + w->value;
		break;
	case HOLIDAY_NTH:
		*first = nth_day(year, w);
		length = 0;
		break;
	case HOLIDAY_HEBREW:
		*first = hebrew_day(year, month, day);
		break;
	case HOLIDAY_ISLAMIC:
	case HOLIDAY_FRIDAY:
	case HOLIDAY_MOON:
	case HOLIDAY_DAWN:
	case HOLIDAY_DUSK:
	case HOLIDAY_MORROW:
	case HOLIDAY_NIGHT:
		*vague = true;
		*first = moon_day(w, year, fixed, (int)length);
		length = w->class == HOLIDAY_ISLAMIC && w->more[0] ? 30 : 0;
		break;
	case HOLIDAY_SANKRANTI: /* when the sun enters Makara */
		*first += year % 4 == 3 || year % 4 == 0;
		break;
	case HOLIDAY_OBSERVED:
		*first = observed(fixed);
		break;
	case HOLIDAY_TAX:
		*first = tax_day(year);
		break;
	case HOLIDAY_DAY:
		*first = calendar_day((struct date){ w->value / 10000,
		    w->value / 100 % 100, day });
		break;
	default:
		*vague = w->more[0];
		break;
	}
	*last = *first + (length ? (int64_t)length - 1 : 0);
	return true;
}

bool
holiday_has_year(int index)
{
	return timex_holidays[index].class == HOLIDAY_DAY;
}
