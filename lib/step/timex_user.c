/* timex_user - rules of the user's own
 *
 * A line of a file of rules is a name, a TAB, a regular expression of PCRE2,
 * and perhaps a TAB and a value. Lines that begin with # are comments. The
 * groups year, month, day, hour and minute say what was matched:
 *
 *     deadline	Due:\s*(?<day>\d\d)(?<month>[A-Z]{3})(?<year>\d{4})
 *     nakba-day	\bNakba Day\b	05-15
 *
 * A value is MM-DD, a day of each year, or YYYY-MM-DD. Where such a rule
 * matches, no built-in one does. The next match of each rule is remembered
 * until the text is read beyond it, so that each searches a text once; that
 * an expression is slow at SLOW places of a document is borne. */
#include "pattern.h"
#include "timex_near.h"
#include "timex_parts.h"

enum { SLOW = 200 };

struct user_rule {
	struct rule rule;
	struct pattern *pattern;
	struct str value;
	/* its next match in the text being read: */
	bool known;        /* it was looked for */
	bool none;         /* there is none */
	bool understood;
	size_t start, end; /* its bytes */
	struct meaning m;
};

struct user_rules {
	struct user_rule *rules; /* [count] */
	size_t count, room;
	unsigned slow; /* places that may yet take many steps */
};

static const char *
c_string(struct arena *a, struct str s)
{
	char *text = arena_alloc(a, s.n + 1);
	size_t i;

	for (i = 0; i < s.n; i++)
		text[i] = s.s[i];
	return text;
}

static bool
good_value(struct str value)
{
	int64_t day;
	char text[10] = "2000-";
	size_t i;

	if (!value.n || calendar_parse(&day, value))
		return true;
	if (value.n != 5)
		return false;
	for (i = 0; i < 5; i++)
		text[5 + i] = value.s[i];
	return calendar_parse(&day, (struct str){ text, 10 });
}

bool
timex_add_rules(struct arena *a, struct timex_tables *tables, struct str rules,
    size_t *line, const char **why)
{
	struct user_rules *u = tables->user;

	if (!u)
		u = tables->user = ARENA_NEW(a, struct user_rules);
	for (*line = 1; rules.n; ++*line) {
		struct str rest = str_cut(&rules, '\n'), name, expression;
		struct user_rule r = { 0 };

		if (!rest.n || rest.s[0] == '#')
			continue;
		name = str_cut(&rest, '\t');
		expression = str_cut(&rest, '\t');
		r.value = str_trim(rest);
		*why = "a rule is NAME, TAB, REGEX";
		if (!name.n || !expression.n)
			return false;
		*why = "a value is MM-DD or YYYY-MM-DD";
		if (!good_value(r.value))
			return false;
		r.pattern = pattern_make(a, expression, why);
		if (!r.pattern)
			return false;
		r.rule.name = c_string(a, name);
		r.rule.pattern = c_string(a, expression);
		if (u->count == u->room)
			u->rules = arena_grow(a, u->rules, u->count, &u->room,
			    sizeof *u->rules);
		u->rules[u->count++] = r;
	}
	return true;
}

static void
take_number(struct meaning *m, struct str text, int *field, uint32_t has)
{
	size_t n;

	if (!str_number(text, &n) || n > 9999)
		return;
	*field = (int)n;
	m->has |= has;
	if (has == HAS_YEAR && text.n <= 2)
		m->has |= HAS_SHORT_YEAR;
}

/* A month by its name. */
static void
take_month(const struct timex_tables *t, struct meaning *m, struct str text)
{
	size_t i;

	for (i = 0; i < t->words.count; i++)
		if (t->words.words[i].class == WHEN_MONTH &&
		    str_eq_nocase(str_of(t->words.words[i].text), text)) {
			m->month = t->words.words[i].value;
			m->has |= HAS_MONTH;
		}
}

static bool
understand(const struct timex_tables *t, const struct user_rule *r,
    struct str text, struct meaning *m)
{
	struct str month = pattern_group(r->pattern, text, "month"), value;

	take_number(m, pattern_group(r->pattern, text, "year"), &m->year,
	    HAS_YEAR);
	take_number(m, month, &m->month, HAS_MONTH);
	take_month(t, m, month);
	take_number(m, pattern_group(r->pattern, text, "day"), &m->day,
	    HAS_DAY);
	take_number(m, pattern_group(r->pattern, text, "hour"), &m->hour,
	    HAS_HOUR);
	take_number(m, pattern_group(r->pattern, text, "minute"), &m->minute,
	    HAS_MINUTE);
	value = r->value;
	if (value.n > 5)
		take_number(m, str_cut(&value, '-'), &m->year, HAS_YEAR);
	if (value.n) {
		take_number(m, str_cut(&value, '-'), &m->month, HAS_MONTH);
		take_number(m, value, &m->day, HAS_DAY);
	}
	if ((m->has & HAS_DAY) && !calendar_valid((struct date){
		m->has & HAS_YEAR ? m->year : 2000,
		m->has & HAS_MONTH ? m->month : 1, m->day }))
		return false;
	return m->month <= 12 && m->hour <= 24 && m->minute < 60 && m->has;
}

void
timex_user_begin(const struct timex_tables *tables)
{
	if (tables->user)
		tables->user->slow = SLOW;
}

/* Looks for the next match of a rule from an offset on, unless it is known. */
static void
look(const struct place *p, struct user_rule *r, size_t least)
{
	if (r->known && (r->none || r->start >= least))
		return;
	r->known = true;
	r->m = (struct meaning){ 0 };
	r->none = !pattern_find(r->pattern, p->text, least, &r->start,
	    &r->end, &p->tables->user->slow);
	r->understood = !r->none && understand(p->tables, r, p->text, &r->m);
}

bool
timex_user_match(const struct place *p, uint32_t from, struct timex *best)
{
	struct user_rules *u = p->tables->user;
	size_t i, least = from < p->count ? p->l[from].start : p->text.n;
	bool found = false;

	for (i = 0; u && i < u->count; i++) {
		struct user_rule *r = &u->rules[i];
		struct timex t = { .rule = &r->rule };

		if (!from) /* another text */
			r->known = false;
		look(p, r, least);
		if (!r->understood)
			continue;
		t.m = r->m;
		for (t.first = from; t.first < p->count &&
		    p->l[t.first].end <= r->start; t.first++)
			;
		for (t.end = t.first; t.end < p->count &&
		    p->l[t.end].start < r->end; t.end++)
			;
		if (t.end == t.first || (found && t.first >= best->first))
			continue;
		*best = t;
		found = true;
	}
	return found;
}
