/* timeline - the dated sentences of all documents in the order of time
 *
 * A moment is a row with from= under a unit. All of them are held to the end,
 * since the first may come last: memory grows with their number. */
#include "timeline.h"

#include "sort.h"

void
timeline_begin(struct view *v)
{
	struct timeline *t = ARENA_NEW(&v->forever, struct timeline);

	v->state = t;
}

/* Reads digits; false when there are others. */
static bool
read_part(struct str *rest, size_t digits, int64_t *value)
{
	size_t i;

	*value = 0;
	if (rest->n < digits)
		return false;
	for (i = 0; i < digits; i++) {
		if (rest->s[i] < '0' || rest->s[i] > '9')
			return false;
		*value = *value * 10 + (rest->s[i] - '0');
	}
	*rest = str_slice(*rest, digits, rest->n);
	if (rest->n && rest->s[0] == '-')
		*rest = str_slice(*rest, 1, rest->n);
	return true;
}

/* The day of YYYY[-MM[-DD[Thh...]]], counted from 1970-01-01 in the proleptic
 * Gregorian calendar (years begin in March, so that the leap day is last). */
static bool
read_day(struct str iso, int64_t *day)
{
	int64_t year, month = 1, of_month = 1, era, in_era, in_year;

	if (!read_part(&iso, 4, &year))
		return false;
	if (read_part(&iso, 2, &month))
		(void)read_part(&iso, 2, &of_month);
	else
		month = 1;
	if (month < 1 || month > 12 || of_month < 0 || of_month > 31)
		return false;
	of_month += of_month == 0;
	year -= month <= 2;
	era = (year < 0 ? year - 399 : year) / 400;
	in_era = year - era * 400;
	in_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + of_month - 1;
	*day = era * 146097 + in_era * 365 + in_era / 4 - in_era / 100 +
	    in_year - 719468;
	return true;
}

/* A year, a month or a day is called by its value, other stretches of time by
 * where they begin. */
static struct str
label_of(const struct record *r, struct str from)
{
	bool year = r->value.n >= 4 && r->value.s[0] >= '0' &&
	    r->value.s[0] <= '9';

	return year ? r->value : from;
}

static bool
same_sentence(const struct timeline *t, const struct stanza *p,
    struct str from)
{
	const struct moment *m;

	if (!t->count)
		return false;
	m = &t->list[t->count - 1];
	return str_eq(m->doc, p->doc) && str_eq(m->from, from) &&
	    str_eq(m->sentence, p->row.text);
}

static void
add_moment(struct view *v, const struct stanza *p, const struct record *note)
{
	struct timeline *t = v->state;
	struct arena *a = &v->forever;
	struct str from = record_attr(note->attrs, STR("from"));
	struct str to = record_attr(note->attrs, STR("to"));
	struct moment *m;
	int64_t day;

	if (!from.n || !read_day(from, &day) || same_sentence(t, p, from))
		return;
	if (t->count == t->room)
		t->list = arena_grow(a, t->list, t->count, &t->room,
		    sizeof *t->list);
	m = &t->list[t->count++];
	m->day = m->end = day;
	if (to.n && read_day(to, &m->end) && m->end < day)
		m->end = day;
	m->from = arena_copy(a, from);
	m->to = arena_copy(a, to);
	m->label = arena_copy(a, label_of(note, from));
	m->sentence = arena_copy(a, p->row.text);
	m->doc = t->name;
	m->title = t->title;
	m->number = p->row.number;
}

/* When a page was published is no event. */
static bool
is_event(const struct record *unit)
{
	struct str role = record_attr(unit->attrs, STR("role"));

	return !str_eq(role, STR("dateline")) && !str_eq(role, STR("byline"));
}

void
timeline_take(struct view *v, struct stanza *p)
{
	struct timeline *t = v->state;
	bool doc = str_eq(p->row.kind, STR("doc"));
	size_t i;

	if (doc || !str_eq(p->doc, t->name)) {
		t->name = arena_copy(&v->forever, p->doc);
		t->title = arena_copy(&v->forever,
		    doc ? p->row.text : STR("-"));
	}
	for (i = 0; i < p->count && is_event(&p->row); i++)
		if (stanza_holds(p, &p->notes[i]))
			add_moment(v, p, &p->notes[i]);
}

static int
compare(const void *a, const void *b)
{
	const struct moment *x = a, *y = b;
	int order = str_compare(x->from, y->from);

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return order ? order : (x->end < y->end) - (x->end > y->end);
}

const struct timeline *
timeline_sorted(struct view *v)
{
	struct timeline *t = v->state;

	sort_stable(&v->forever, t->list, t->count, sizeof *t->list, compare);
	return t;
}
