/* timex_anchor - the one function that finds out a document's date
 *
 * Pages tell their date in few ways, which are tried all at once while the
 * texts are read from the beginning; the best kind of evidence wins, then the
 * first of it:
 *
 *   published  "Published: July 25, 2024", "Posted on ..."
 *   line       a full date that is all of its line
 *   dateline   "MOSCOW, July 25, 2024 (Reuters) -"
 *   updated    "Updated July 25, 2024"
 *   weekday    "on Thursday, July 25, 2024"; without a year: the first year
 *              not before the latest in the text in which it was a Thursday
 *   reported   "said on July 25", in the year of a full date of the text
 *
 * A date that is only mentioned is no evidence. Only the beginning is read:
 * what pages append (teasers, archives) has dates of its own. */
#include "timex_anchor.h"
#include "timex_near.h"
#include "timex_parts.h"
#include "utf8.h"

enum evidence { NO_EVIDENCE, REPORTED, WEEKDAY, UPDATED, DATELINE, LINE,
	PUBLISHED };

static const char *const names[] = { NULL, "reported", "weekday", "updated",
	"dateline", "line", "published" };

enum {
	TEXTS = 400,     /* that are read */
	BYTES = 1 << 16, /* of them */
	FIRST = 2048,    /* of one text */
	LINE_TEXTS = 60, /* a line with a date is near the beginning */
	LEAD = 6,        /* words before the date in "Published at ... on" */
	DATELINE_BYTES = 60,
	YEARS_AHEAD = 11
};

struct search {
	struct timex_anchor best;
	int kind;              /* enum evidence of it */
	int64_t day;           /* of it */
	struct timeline line;
	int64_t latest;        /* year mentioned */
	int64_t caption;       /* year of a full date */
	struct meaning open;   /* of the best kind, without its year */
};

static bool
full(const struct meaning *m)
{
	if (m->has & (HAS_SHIFT | HAS_NTH | HAS_WEEKOF) || m->count)
		return false;
	if (m->op == OP_NUMERIC)
		return (m->has & HAS_YEAR) != 0;
	return m->op == OP_NONE && (m->has & HAS_YEAR) &&
	    (m->has & HAS_MONTH) && (m->has & HAS_DAY);
}

static bool
month_and_day(const struct meaning *m)
{
	return m->op == OP_NONE && !(m->has & (HAS_YEAR | HAS_SHIFT)) &&
	    (m->has & HAS_MONTH) && (m->has & HAS_DAY) && !m->count;
}

/* "Published", "Updated" in the words before: 1, 2, or 0. */
static int
published(const struct place *p, uint32_t first)
{
	uint32_t i;

	for (i = first; i > 0 && first - i < LEAD; i--) {
		const struct word *w = lexeme_entry(p, i - 1, WHEN_PUBLISHED);

		if (w && (i < 3 || near_capital(p, i - 1) ||
			near_text(p, i, ":")))
			return w->value;
		if (near_one_of(p, i - 1, ". |") && spaced(p, i))
			return 0;
	}
	return 0;
}

/* Whether a match, with times and signs, is all of a text. */
static bool
alone(const struct place *p, const struct timex *t)
{
	uint32_t i;

	if (t->first > 4 || p->count - t->end > 6)
		return false;
	for (i = 0; i < p->count; i++) {
		if (i >= t->first && i < t->end)
			continue;
		if (p->l[i].type == TOKEN_SIGN ||
		    lexeme_is(p, i, WHEN_WEEKDAY) ||
		    lexeme_is(p, i, WHEN_ZONE) ||
		    lexeme_is(p, i, WHEN_AMPM) ||
		    lexeme_is(p, i, WHEN_HH) || lexeme_is(p, i, WHEN_MI) ||
		    near_one_of(p, i, "date on at est edt"))
			continue;
		return false;
	}
	return true;
}

/* "MOSCOW, July 25, 2024 (Reuters) -" */
static bool
dateline(const struct place *p, const struct timex *t)
{
	uint32_t i;

	if (!t->first || t->first > 8 || p->l[t->first].start > DATELINE_BYTES)
		return false;
	for (i = 0; i < t->first; i++)
		if (p->l[i].type == TOKEN_WORD && !near_capital(p, i) &&
		    !near_one_of(p, i, "of the de la al el"))
			return false;
	return near_after(p, t->first, ", - \xe2\x80\x94 \xe2\x80\x93 / |") &&
	    (near_one_of(p, t->end, "( - \xe2\x80\x94 \xe2\x80\x93 : /"));
}

/* A verb of reporting next to it: "said on July 25". */
static bool
reported(const struct place *p, const struct timex *t)
{
	uint32_t i;

	for (i = t->first; i > 0 && t->first - i < 5; i--)
		if (lexeme_is(p, i - 1, WHEN_REPORT))
			return true;
	return false;
}

static int
evidence(const struct place *p, const struct timex *t, size_t unit)
{
	int said;

	if (near_one_of(p, t->end, "issn isbn"))
		return NO_EVIDENCE;
	if (full(&t->m)) {
		said = published(p, t->first);
		if (said)
			return said == 1 ? PUBLISHED : UPDATED;
		if (unit < LINE_TEXTS && alone(p, t))
			return LINE;
		if (dateline(p, t))
			return DATELINE;
		return t->m.has & HAS_WEEKDAY ? WEEKDAY : NO_EVIDENCE;
	}
	if (!month_and_day(&t->m))
		return NO_EVIDENCE;
	if (t->m.has & HAS_WEEKDAY)
		return WEEKDAY;
	return reported(p, t) ? REPORTED : NO_EVIDENCE;
}

bool
timex_begins_story(const struct place *p, const struct timex *t)
{
	return full(&t->m) && t->first < 2 * LEAD && (alone(p, t) ||
	    dateline(p, t) || published(p, t->first) == 1);
}

/* Full dates that say a wrong weekday are no evidence. */
static bool
agrees(const struct meaning *m, int64_t day)
{
	return !(m->has & HAS_WEEKDAY) || calendar_weekday(day) == m->weekday;
}

static void
consider(struct search *s, const struct place *p, const struct timex *t,
    size_t unit)
{
	struct resolved r = { 0 };
	int kind = evidence(p, t, unit);

	if (full(&t->m)) {
		timex_resolve(&s->line, p, t, &t->m, &r);
		if (r.p.grain == UNIT_NONE || !agrees(&t->m, r.p.first))
			return;
		s->caption = calendar_date(r.p.first).year;
	}
	if ((t->m.has & HAS_YEAR) && !(t->m.has & (HAS_SHORT_YEAR | HAS_ERA)) &&
	    t->m.op == OP_NONE && t->m.year > s->latest && t->m.year < 2100)
		s->latest = t->m.year;
	if (kind <= s->kind)
		return;
	s->kind = kind;
	s->open = t->m;
	s->day = r.p.first;
	s->best.rule = names[kind];
	s->best.unit = unit;
	s->best.start = p->l[t->first].start;
	s->best.end = p->l[t->end - 1].end;
}

/* The year of a month and day: that of a caption, or one in which the weekday
 * is right. */
static bool
find_year(struct search *s)
{
	struct date d = { s->caption ? s->caption : s->latest, s->open.month,
		s->open.day };
	int i;

	if (!d.year)
		return false;
	for (i = 0; i < YEARS_AHEAD; i++, d.year++) {
		if (!calendar_valid(d))
			continue;
		s->day = calendar_day(d);
		if (s->kind == REPORTED)
			return s->caption != 0;
		if (calendar_weekday(s->day) == s->open.weekday)
			return true;
	}
	return false;
}

static struct str
iso_date(struct arena *a, int64_t day)
{
	struct resolved r = { .kind = "date",
		.p = { UNIT_DAY, day, day + 1 } };

	return timex_from(a, &r);
}

struct timex_anchor
timex_document_date(struct arena *a, const struct timex_tables *tables,
    const struct str *texts, size_t count)
{
	struct timex_options options = { .tables = tables };
	struct search s = { .line = { .o = &options, .a = a } };
	struct arena *scratch = arena_scratch(a);
	size_t bytes = 0, unit;

	timex_user_begin(tables);
	for (unit = 0; unit < count && unit < TEXTS && bytes < BYTES; unit++) {
		struct place p = { .tables = tables };
		struct timex t;
		uint32_t at = 0;

		p.text = str_slice(texts[unit], 0, FIRST);
		p.text.n = utf8_valid(p.text);
		bytes += p.text.n;
		if (!tables->user && timex_scan(tables, p.text, 0) == p.text.n)
			continue;
		arena_reset(scratch);
		p.l = timex_lex(scratch, tables, p.text, &p.count);
		while (timex_next(&p, &at, &t))
			consider(&s, &p, &t, unit);
	}
	if (!s.kind || (!(s.open.has & HAS_YEAR) && !find_year(&s)))
		return (struct timex_anchor){ 0 };
	s.best.value = iso_date(a, s.day);
	return s.best;
}
