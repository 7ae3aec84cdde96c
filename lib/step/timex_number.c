/* timex_number - numerals, ordinals, years, hours over several lexemes
 *
 * Counts are in thousandths, so that "2.5", "2 1/2" and "half a" are exact.
 * Numbers that no expression of time needs are not read. */
#include "timex_near.h"
#include "timex_parts.h"

static bool
glued(const struct place *p, uint32_t at)
{
	return at < p->count && !spaced(p, at);
}

/* Thousandths beyond which numbers are not told apart. */
static const int64_t MOST = INT64_C(1000000000000000);

static uint32_t
length(const struct place *p, uint32_t at)
{
	return p->l[at].end - p->l[at].start;
}

/* "and", or a dash, between the parts of a number word. */
static uint32_t
skip_dash(const struct place *p, uint32_t at)
{
	if (lexeme_is(p, at, WHEN_DASH) && glued(p, at) && glued(p, at + 1))
		return at + 1;
	return at;
}

/* 0 to 99 in words: "seven", "twelve", "forty-two". */
static uint32_t
below_hundred(const struct place *p, uint32_t at, int *value)
{
	const struct word *w;
	uint32_t next;

	if ((w = lexeme_entry(p, at, WHEN_DIGIT)) != NULL ||
	    (w = lexeme_entry(p, at, WHEN_TEEN)) != NULL) {
		*value = w->value;
		return at + 1;
	}
	w = lexeme_entry(p, at, WHEN_TENS);
	if (!w)
		return at;
	*value = w->value;
	next = skip_dash(p, at + 1);
	w = lexeme_entry(p, next, WHEN_DIGIT);
	if (!w || !w->value)
		return at + 1;
	*value += w->value;
	return next + 1;
}

/* A number in words, below a billion or so. */
static uint32_t
words(const struct place *p, uint32_t at, int64_t *value)
{
	int64_t total = 0, low = 0;
	uint32_t start = at, next;
	const struct word *w;
	int v;

	for (;;) {
		next = below_hundred(p, at, &v);
		if (next == at)
			break;
		at = next;
		low += v;
		w = lexeme_entry(p, at, WHEN_SCALE);
		while (w && total < 1000000000) {
			if (w->value == 100) {
				low *= 100;
			} else {
				total += low * w->value;
				low = 0;
			}
			w = lexeme_entry(p, ++at, WHEN_SCALE);
		}
		if (!low || low % 100)
			break;
		if (near_text(p, at, "and") &&
		    below_hundred(p, at + 1, &v) != at + 1)
			at++;
	}
	*value = total + low;
	return at == start ? start : at;
}

/* 1,200 and 2.5 and 2 1/2 and 13 billion. */
static uint32_t
figures(const struct place *p, uint32_t at, int64_t *milli)
{
	int64_t value = p->l[at].value;
	const struct word *w;
	int64_t scale = MILLI;

	if (value < 0)
		return at;
	at++;
	while (near_text(p, at, ",") && glued(p, at) && glued(p, at + 1) &&
	    lexeme_is(p, at + 1, WHEN_DIGITS) && length(p, at + 1) == 3 &&
	    value < 1000000) {
		value = value * 1000 + p->l[at + 1].value;
		at += 2;
	}
	value *= MILLI;
	if (near_text(p, at, ".") && glued(p, at) && glued(p, at + 1) &&
	    lexeme_is(p, at + 1, WHEN_DIGITS) && length(p, at + 1) <= 3) {
		uint32_t i;

		for (i = 0; i < length(p, at + 1); i++)
			scale /= 10;
		value += p->l[at + 1].value * scale;
		at += 2;
	} else if (near_text(p, at, "\xc2\xbd")) {
		value += MILLI / 2;
		at++;
	} else if (value < 4 * MILLI && near_text(p, at, "/") &&
	    glued(p, at) && glued(p, at + 1) && at + 1 < p->count &&
	    p->l[at + 1].value > value / MILLI && p->l[at + 1].value <= 4) {
		value /= p->l[at + 1].value; /* 3/4 of an hour */
		at += 2;
	} else if (lexeme_is(p, at, WHEN_DIGITS) && p->l[at].value == 1 &&
	    near_text(p, at + 1, "/") && glued(p, at + 1) &&
	    near_text(p, at + 2, "2")) {
		value += MILLI / 2;
		at += 3;
	}
	w = lexeme_entry(p, at, WHEN_SCALE);
	if (w) {
		value = value <= MOST / w->value ? value * w->value : MOST;
		at++;
	}
	*milli = value;
	return at;
}

/* "a", "a few", "half a", "several", "a couple of", "another". */
static uint32_t
vague(const struct place *p, uint32_t at, struct duration *d)
{
	uint32_t start = at;
	bool article = false;

	d->milli = MILLI;
	if (lexeme_is(p, at, WHEN_ARTICLE)) {
		article = true;
		at++;
		if (near_text(p, at, "good"))
			at++;
	}
	if (lexeme_is(p, at, WHEN_HALF)) {
		d->milli = MILLI / 2;
		at++;
		if (lexeme_is(p, at, WHEN_ARTICLE))
			return at + 1;
		return at == start + 1 && !lexeme_is(p, at, WHEN_DASH) &&
			!lexeme_is(p, at, WHEN_UNIT) ? start : at;
	}
	if (article && near_text(p, at, "further"))
		at++;
	if (lexeme_is(p, at, WHEN_FUZZY)) {
		if (near_text(p, at, "couple"))
			d->milli = 2 * MILLI;
		else
			d->vague = true;
		at++;
		if (near_text(p, at, "hundred") || near_text(p, at, "dozen") ||
		    near_text(p, at, "thousand"))
			at++;
		return near_text(p, at, "of") ? at + 1 : at;
	}
	if (article && lexeme_is(p, at, WHEN_SCALE)) {
		d->milli = (int64_t)MILLI *
		    lexeme_entry(p, at, WHEN_SCALE)->value;
		return at + 1;
	}
	if (article)
		return at;
	return lexeme_is(p, at, WHEN_ANOTHER) ? at + 1 : start;
}

uint32_t
number_count(const struct place *p, uint32_t at, struct duration *d)
{
	int64_t value;
	uint32_t end;

	*d = (struct duration){ 0 };
	if (lexeme_is(p, at, WHEN_DIGITS))
		return figures(p, at, &d->milli);
	end = words(p, at, &value);
	if (end != at) {
		d->milli = value * MILLI;
		return end;
	}
	return vague(p, at, d);
}

uint32_t
number_ordinal(const struct place *p, uint32_t at, int *value)
{
	const struct word *w;
	uint32_t next;

	if (lexeme_is(p, at, WHEN_DIGITS)) {
		*value = p->l[at].value;
		return lexeme_is(p, at + 1, WHEN_SUFFIX) && glued(p, at + 1) &&
			*value > 0 && *value < 10000 ? at + 2 : at;
	}
	w = lexeme_entry(p, at, WHEN_ORDWORD);
	if (w) {
		*value = w->value;
		return at + 1;
	}
	w = lexeme_entry(p, at, WHEN_TENS);
	if (!w)
		return at;
	*value = w->value;
	next = skip_dash(p, at + 1);
	w = lexeme_entry(p, next, WHEN_ORDWORD);
	if (!w || w->value < 1 || w->value > 9)
		return at;
	*value += w->value;
	return next + 1;
}

uint32_t
number_day(const struct place *p, uint32_t at, int *value)
{
	uint32_t end = number_ordinal(p, at, value);

	if (end == at && lexeme_is(p, at, WHEN_DD)) {
		*value = p->l[at].value;
		end = at + 1;
	} else if (end == at && (lexeme_is(p, at, WHEN_TENS) ||
	    lexeme_is(p, at, WHEN_TEEN))) {
		end = below_hundred(p, at, value); /* May twenty-five */
	}
	return *value >= 1 && *value <= 31 ? end : at;
}

/* "nineteen ninety-six", "two thousand and eighteen", "nineteen oh five". */
static uint32_t
year_words(const struct place *p, uint32_t at, int *year)
{
	const struct word *scale;
	int high, low = 0;
	uint32_t next = below_hundred(p, at, &high), last;

	if (next == at)
		return at;
	scale = lexeme_entry(p, next, WHEN_SCALE);
	if (scale && scale->value == 1000 && high <= 2) {
		next++;
		if (near_text(p, next, "and"))
			next++;
		last = below_hundred(p, next, &low);
		*year = high * 1000 + low;
		return last;
	}
	if (high < 10 || high > 20)
		return at;
	if (scale && scale->value == 100) {
		next++;
		if (near_text(p, next, "and"))
			next++;
		last = below_hundred(p, next, &low);
		*year = high * 100 + low;
		return last;
	}
	last = below_hundred(p, next, &low);
	*year = high * 100 + low;
	return last == next || low < 10 ? at : last;
}

uint32_t
number_year(const struct place *p, uint32_t at, struct meaning *m)
{
	uint32_t end;

	if (lexeme_is(p, at, WHEN_YYYY)) {
		m->year = p->l[at].value;
		m->has |= HAS_YEAR;
		return at + 1;
	}
	if ((near_text(p, at, "'") || near_text(p, at, "\xe2\x80\x99") ||
		near_text(p, at, "\xe2\x80\x98")) &&
	    glued(p, at + 1) && lexeme_is(p, at + 1, WHEN_YY) &&
	    !(lexeme_is(p, at + 2, WHEN_SUFFIX) && glued(p, at + 2))) {
		m->year = p->l[at + 1].value;
		m->has |= HAS_YEAR | HAS_SHORT_YEAR;
		return at + 2;
	}
	end = year_words(p, at, &m->year);
	if (end != at)
		m->has |= HAS_YEAR;
	return end;
}

uint32_t
number_hour(const struct place *p, uint32_t at, int *value)
{
	uint32_t end;

	if (lexeme_is(p, at, WHEN_HH)) {
		*value = p->l[at].value;
		return at + 1;
	}
	end = below_hundred(p, at, value);
	return *value >= 1 && *value <= 12 && end == at + 1 ? end : at;
}

/* "thirty", "forty five", "fifteen" */
uint32_t
number_minute(const struct place *p, uint32_t at, int *value)
{
	uint32_t end = below_hundred(p, at, value);

	return *value >= 10 && *value < 60 ? end : at;
}

/* am, a.m., A.M, a m */
uint32_t
number_ampm(const struct place *p, uint32_t at, int *value)
{
	const struct word *w = lexeme_entry(p, at, WHEN_AMPM);
	uint32_t end = at;

	if (w) {
		*value = w->value;
		return at + 1;
	}
	if ((near_text(p, at, "a") || near_text(p, at, "p")) &&
	    near_text(p, at + 1, ".") && glued(p, at + 1) &&
	    near_text(p, at + 2, "m")) {
		*value = near_text(p, at, "p");
		end = at + 3;
		if (near_text(p, end, ".") && glued(p, end))
			end++;
	} else if ((near_text(p, at, "a") || near_text(p, at, "p")) &&
	    near_text(p, at + 1, "m") && !glued(p, at + 1)) {
		*value = near_text(p, at, "p");
		end = at + 2;
	}
	return end;
}

/* +02:00, +0200, +8; "3:30-6" is a range */
static uint32_t
offset(const struct place *p, uint32_t at, bool range, int *minutes)
{
	bool minus = lexeme_is(p, at, WHEN_DASH);
	int value;

	if (minus && range && at + 1 < p->count && length(p, at + 1) != 4)
		return at;
	if ((!minus && !near_text(p, at, "+")) || !glued(p, at + 1) ||
	    !lexeme_is(p, at + 1, WHEN_DIGITS))
		return at;
	value = p->l[at + 1].value;
	if (length(p, at + 1) == 4) {
		value = value / 100 * 60 + value % 100;
		at += 2;
	} else if (lexeme_is(p, at + 1, WHEN_HH)) {
		value *= 60;
		at += 2;
		if (near_text(p, at, ":") && glued(p, at) &&
		    lexeme_is(p, at + 1, WHEN_MI)) {
			value += p->l[at + 1].value;
			at += 2;
		}
	} else {
		return at;
	}
	*minutes = minus ? -value : value;
	return at;
}

/* A zone, by its letters or its distance; letters that are a word need
 * capitals. In the United States also "Eastern time". */
uint32_t
number_zone(const struct place *p, uint32_t at, struct meaning *m)
{
	const struct word *w = lexeme_entry(p, at, WHEN_ZONE);
	bool open = near_text(p, at, "(");
	uint32_t end;

	if (open)
		w = lexeme_entry(p, ++at, WHEN_ZONE);
	if (w && w->more[0] && (p->l[at].flags & TOKEN_LOWERS))
		w = NULL;
	if (w) {
		m->zone = w->value;
		end = at + 1;
		if (!w->value) {
			int more = 0;
			uint32_t next = offset(p, end, false, &more);

			m->zone += more;
			end = next;
		}
	} else {
		end = offset(p, at, !(m->has & (HAS_SECOND | HAS_YEAR)),
		    &m->zone);
	}
	if (end == at)
		return open ? at - 1 : at;
	if (open) {
		if (!near_text(p, end, ")"))
			return at - 1;
		end++;
	}
	m->has |= HAS_ZONE;
	if (m->zone == 0)
		m->has |= HAS_UTC;
	return end;
}
