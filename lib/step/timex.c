/* timex - finds dates, times, durations and sets, and says what they mean
 *
 * Each text is cut into pieces, of a sentence or two and at most some
 * kilobytes, so that memory is bounded; a piece in which timex_scan sees
 * nothing is not looked at further. The others become lexemes, and from left
 * to right the longest match of a rule is taken at each; it is widened to the
 * left by words that belong to it ("nearly a year", "the 1990s"), resolved,
 * and becomes a span. */
#include "timex_anchor.h"
#include "timex_parts.h"
#include "timex_near.h"

enum { PIECE = 4096, SHORTEST = 80, STEM = 4, QUOTE_TEXTS = 6 };

struct timex_tables *
timex_start(struct arena *a)
{
	struct timex_tables *t = ARENA_NEW(a, struct timex_tables);

	timex_lex_start(a, t);
	timex_compile(a, t);
	timex_index(a, t);
	timex_scan_start(a, t);
	return t;
}

/* What may stand before a match and belongs to it: one word or two. */
struct qualifier {
	const char *first, *second;
	int mod;
};

static const struct qualifier qualifiers[] = {
	{ "about", NULL, MOD_APPROX }, { "around", NULL, MOD_APPROX },
	{ "approximately", NULL, MOD_APPROX }, { "roughly", NULL, MOD_APPROX },
	{ "circa", NULL, MOD_APPROX }, { "some", NULL, MOD_APPROX },
	{ "nearly", NULL, MOD_LESS }, { "almost", NULL, MOD_LESS },
	{ "less", "than", MOD_LESS }, { "under", NULL, MOD_LESS },
	{ "more", "than", MOD_MORE }, { "over", NULL, MOD_MORE },
	{ "at", "least", MOD_MORE }, { "at", "most", MOD_LESS },
	{ "up", "to", MOD_LESS }, { "just", "over", MOD_MORE },
	{ "just", "under", MOD_LESS }, { "longer", "than", MOD_MORE },
};

/* Whether the words stand right before a place; how many there are. */
static uint32_t
words_before(const struct place *p, uint32_t at, const struct qualifier *q)
{
	if (!q->second)
		return at >= 1 && near_text(p, at - 1, q->first);
	return at >= 2 && near_text(p, at - 1, q->second) &&
		near_text(p, at - 2, q->first) ? 2 : 0;
}

/* Dates take the article, lengths and times what qualifies them. */
static void
widen(const struct place *p, struct timex *t, uint32_t least)
{
	const struct meaning *m = &t->m;
	bool duration = m->op == OP_DURATION || m->op == OP_AGO ||
	    (m->has & HAS_SHIFT) || m->op == OP_LATER || m->op == OP_EARLIER;
	bool loose = duration || (m->has & (HAS_HOUR | HAS_DECADE)) ||
	    (m->op == OP_NONE && (m->has & HAS_YEAR));
	size_t i;

	if (t->first > least && near_text(p, t->first - 1, "the") &&
	    ((m->has & (HAS_DECADE | HAS_CENTURY | HAS_QUARTER | HAS_HALF)) ||
		m->op == OP_REL || m->op == OP_PREL || m->mod))
		t->first--;
	if (!loose || m->mod)
		return;
	for (i = 0; i < sizeof qualifiers / sizeof qualifiers[0]; i++) {
		uint32_t n = words_before(p, t->first, &qualifiers[i]);

		if (!n || t->first < least + n)
			continue;
		/* "over" two years is not more than them */
		if (!duration && qualifiers[i].mod != MOD_APPROX)
			continue;
		t->first -= n;
		t->m.mod = qualifiers[i].mod;
		return;
	}
}

/* "July 29, 30 and 31": further days of the month of the match before. */
static bool
next_in_list(const struct place *p, uint32_t *at, struct timex *t)
{
	uint32_t i = *at;

	if (t->m.op != OP_NONE || (t->m.has & ~(uint32_t)HAS_WEEKDAY) !=
		(HAS_MONTH | HAS_DAY) || !lexeme_is(p, i - 1, WHEN_DD))
		return false;
	if (near_text(p, i, ","))
		i++;
	if (near_one_of(p, i, "and or &"))
		i++;
	if (i == *at || !lexeme_is(p, i, WHEN_DD) ||
	    p->l[i].value <= t->m.day || p->l[i].value >
		calendar_month_length(2000, t->m.month) ||
	    !(near_sign(p, i + 1) || near_one_of(p, i + 1, "and or in at")) ||
	    near_one_of(p, i + 1, "% : / $") || (near_one_of(p, i + 1, ". ,") &&
		!spaced(p, i + 2) && lexeme_is(p, i + 2, WHEN_DIGITS)))
		return false;
	if (lexeme_is(p, i + 1, WHEN_DASH) || (near_text(p, i - 1, ",") &&
		!near_one_of(p, i + 1, "and or , &")))
		return false;
	t->m.day = p->l[i].value;
	t->m.has &= ~(uint32_t)HAS_WEEKDAY;
	t->first = i;
	t->end = *at = i + 1;
	return true;
}

/* The next expression in the lexemes from *at on. */
bool
timex_next(const struct place *p, uint32_t *at, struct timex *t)
{
	uint32_t least = *at, i, most = p->count;
	struct timex own;

	if (p->tables->user && timex_user_match(p, *at, &own))
		most = own.first;
	for (i = *at; i < most; i++) {
		if (!set_meets(&p->l[i].sort->fits->next[p->ranges],
			&p->l[i + 1].sort->set) || !timex_match(p, i, t))
			continue;
		if (t->rule->effect == DO_NOTHING_AT_ALL) {
			i = t->end - 1;
			least = t->end;
			continue;
		}
		if (t->end > most)
			break;
		*at = t->end;
		widen(p, t, least);
		return true;
	}
	if (most == p->count)
		return false;
	*t = own;
	*at = own.end;
	return true;
}

static const char *
kind_of(const struct timex *t)
{
	if (t->m.op == OP_SET)
		return "set";
	if (t->m.op == OP_DURATION || t->m.op == OP_PASTN ||
	    t->m.op == OP_NEXTN)
		return "duration";
	return t->m.has & (HAS_HOUR | HAS_PART) ? "time" : "date";
}

struct span *
timex_spot(struct arena *a, const struct timex_tables *tables, struct str text,
    const struct token *tokens, size_t count)
{
	struct spans list = { 0 };
	struct place p = { .tables = tables, .text = text, .ranges = true,
		.count = (uint32_t)count };
	struct timex t;
	uint32_t at = 0;

	if (timex_scan(tables, text, 0) == text.n)
		return NULL;
	p.l = timex_lex_tokens(a, tables, text, tokens, p.count);

	while (timex_next(&p, &at, &t)) {
		struct span *s = span_add(a, &list, kind_of(&t), 0,
		    p.l[t.first].start, p.l[t.end - 1].end);

		s->rule = t.rule->name;
	}
	return list.first;
}

static bool
is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

/* Whether the full stop at an offset ends a sentence for sure. */
static bool
ends_sentence(struct str text, size_t at)
{
	int i;

	if (at < STEM || at + 2 >= text.n || text.s[at + 1] != ' ' ||
	    text.s[at + 2] < 'A' || text.s[at + 2] > 'Z')
		return false;
	for (i = 1; i <= STEM; i++)
		if (!is_lower(text.s[at - (size_t)i]))
			return false;
	return true;
}

/* Where a piece that begins at an offset ends: behind a sentence, else behind
 * a word, else between two code points. */
static size_t
piece_end(struct str text, size_t start)
{
	size_t most = start + PIECE, i;

	for (i = start + SHORTEST; i < text.n && i < most; i++) {
		i += str_index(str_slice(text, i, most), '.');
		if (i < text.n && i < most && ends_sentence(text, i))
			return i + 1;
	}
	if (text.n - start <= PIECE)
		return text.n;
	for (i = most; i > start + PIECE / 2; i--)
		if (text.s[i] == ' ')
			return i;
	for (i = most; i > start + PIECE / 2; i--)
		if ((text.s[i] & 0xc0) != 0x80)
			return i;
	return most;
}

/* Adds a pair to the parts of a span's attributes, which are clean. */
static size_t
add_attr(struct str *parts, size_t n, struct str key, struct str value)
{
	if (!value.n)
		return n;
	parts[n] = n ? key : str_slice(key, 1, key.n);
	parts[n + 1] = value;
	return n + 2;
}

static struct str
attrs_of(struct timeline *line, const struct found *f)
{
	const struct resolved *r = &f->r;
	bool range = f->kind != NULL;
	struct str parts[8];
	size_t n = 0;

	n = add_attr(parts, n, STR("|anchor="), str_of(r->anchor));
	n = add_attr(parts, n, STR("|from="), range
	    ? timex_range_from(line->a, f) : timex_from(line->a, r));
	n = add_attr(parts, n, STR("|mod="), r->vague && r->p.grain
	    ? STR("APPROX") : str_of(timex_mod(r->mod)));
	n = add_attr(parts, n, STR("|to="), range
	    ? timex_range_to(line->a, f) : timex_to(line->a, r));
	return arena_join(line->a, parts, n);
}

static void
add_span(struct timeline *line, struct spans *list, const struct place *p,
    const struct found *f, size_t offset)
{
	const struct timex *t = &f->t;
	bool range = f->kind != NULL;
	struct span *s = span_add(line->a, list, range ? f->kind : f->r.kind,
	    line->unit, offset + p->l[t->first].start,
	    offset + p->l[t->end - 1].end);

	s->rule = t->rule->name;
	s->value = range ? timex_range_value(line, f)
			 : timex_value(line, &t->m, &f->r);
	s->attrs = attrs_of(line, f);
}

/* The next byte from an offset on with which a quotation mark begins. What was
 * found of each is kept, since the one may be rare where the other is not. */
static size_t
next_mark(struct timeline *line, struct str text, size_t from)
{
	static const char marks[2] = { '"', '\xe2' };
	int i;

	for (i = 0; i < 2; i++)
		if (line->behind_mark[i] <= from)
			line->behind_mark[i] = from + 1 + str_index(
			    str_slice(text, from, text.n), marks[i]);
	return (line->behind_mark[0] < line->behind_mark[1]
	    ? line->behind_mark[0] : line->behind_mark[1]) - 1;
}

/* Whether a quotation is open, behind so many bytes of a text; a mark that
 * closes none is lost some texts later. */
static void
follow_quotes(struct timeline *line, struct str text, size_t until)
{
	size_t at;

	if (line->quoted && line->unit - line->quote_unit > QUOTE_TEXTS)
		line->quoted = false;
	if (!line->known || line->followed >= until)
		return; /* it would change nothing */
	for (at = next_mark(line, text, line->followed); at < until;
	    at = next_mark(line, text, at + 1)) {
		const char *c = text.s + at;
		bool opens = false, closes = false;

		if (*c == '"') {
			opens = !line->quoted;
			closes = !opens;
		} else if (text.n - at > 2 && c[1] == '\x80') {
			opens = c[2] == '\x9c';
			closes = c[2] == '\x9d';
		}
		if (opens || closes)
			line->quoted = opens;
		if (opens)
			line->quote_unit = line->unit;
	}
	line->followed = until;
}

/* Of several stories on a page each has its date. */
static void
begin_story(struct timeline *line, const struct place *p,
    const struct timex *t)
{
	struct resolved r;

	timex_resolve(line, p, t, &t->m, &r);
	if (r.p.grain != UNIT_DAY)
		return;
	line->known = true;
	line->day = r.p.first;
	line->event = 0;
	line->minutes = -1;
}

/* Resolves a match, and the second day of an elliptic range. */
static void
resolve(struct timeline *line, const struct place *p, const struct timex *t,
    struct found *f)
{
	*f = (struct found){ .t = *t };
	follow_quotes(line, line->whole, (size_t)(p->text.s - line->whole.s) +
	    p->l[t->first].start);
	if (!line->given && timex_begins_story(p, t))
		begin_story(line, p, t);
	timex_resolve(line, p, t, &t->m, &f->r);
	if (t->range)
		timex_resolve(line, p, t, &t->to, &f->end);
}

/* All expressions of a piece, joined to ranges. */
static void
read_ranges(struct timeline *line, struct spans *list, const struct place *p,
    size_t offset)
{
	struct arena *scratch = arena_scratch(line->a);
	struct found *found = NULL;
	size_t count = 0, room = 0, i;
	struct timex t;
	uint32_t at = 0;
	bool more;

	while (timex_next(p, &at, &t)) {
		do {
			if (count == room)
				found = arena_grow(scratch, found, count,
				    &room, sizeof *found);
			resolve(line, p, &t, &found[count++]);
			more = next_in_list(p, &at, &t);
		} while (more);
	}
	timex_join(line, p, found, count);
	for (i = 0; i < count; i++)
		if (!found[i].gone)
			add_span(line, list, p, &found[i], offset);
}

static void
read_piece(struct timeline *line, struct spans *list, struct str text,
    size_t start, size_t end)
{
	struct arena *scratch = arena_scratch(line->a);
	struct str piece = str_slice(text, start, end);
	struct place p = { .tables = line->o->tables, .text = piece,
		.ranges = line->o->ranges };
	struct found f;
	struct timex t;
	uint32_t at = 0;

	if (!line->known)
		line->followed = start;
	if (line->trigger < start)
		line->trigger = timex_scan(p.tables, text, start);
	if (line->trigger >= end && !p.tables->user)
		return;
	arena_reset(scratch);
	p.l = timex_lex(scratch, p.tables, piece, &p.count);
	if (line->o->ranges)
		read_ranges(line, list, &p, start);
	else while (timex_next(&p, &at, &t)) {
		do {
			resolve(line, &p, &t, &f);
			add_span(line, list, &p, &f, start);
		} while (next_in_list(&p, &at, &t));
	}
}

static void
start_line(struct timeline *line, const struct str *units, size_t count)
{
	struct str date = line->o->date;

	timex_user_begin(line->o->tables);
	line->given = date.n > 0;
	line->order = timex_document_order(units, count);

	if (!date.n)
		date = timex_document_date(line->a, line->o->tables, units,
		    count).value;
	line->minutes = -1;
	line->known = calendar_parse(&line->day, date);
	if (line->known && date.n > 10)
		calendar_parse_clock(&line->minutes,
		    str_slice(date, 10, date.n));
}

struct span *
timex_find(struct arena *a, const struct str *units, size_t count,
    const struct timex_options *options)
{
	struct timeline line = { .o = options, .a = a };
	struct spans list = { 0 };
	size_t start, end;

	start_line(&line, units, count);
	for (line.unit = 0; line.unit < count; line.unit++) {
		struct str text = units[line.unit];

		line.whole = text;
		line.followed = 0;
		line.behind_mark[0] = line.behind_mark[1] = 0;
		line.trigger = timex_scan(options->tables, text, 0);
		for (start = 0; start < text.n; start = end) {
			end = piece_end(text, start);
			read_piece(&line, &list, text, start, end);
		}
		follow_quotes(&line, text, text.n);
	}
	return list.first;
}
