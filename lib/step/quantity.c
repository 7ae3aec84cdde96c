/* quantity - the figures of a text: with unit, qualifier, and what is counted
 *
 * Each text is worked on alone. Its tokens are looked up among the words that
 * numerals begin with; a text without one costs no more than that. For the
 * others the numerals are read and the parts (figure.h) are run in turn, each
 * over all figures: units, then pairs, then what is no figure, then the
 * qualifier, what is counted, and what happened to it. */
#include "quantity.h"

#include <string.h>

#include "figure.h"
#include "passage.h"
#include "currency.h"
#include "event.h"
#include "guard.h"
#include "noun.h"
#include "qualifier.h"
#include "unit.h"

enum { FEW = 6 }; /* figures that a passage has room for at first */

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void
mark(struct quantity_words *w, const char *word, uint16_t bit)
{
	w->marks[figure_slot(token_hash(str_of(word)))] |= bit;
}

/* Marks the words and signs that numerals begin with. */
static void
mark_numerals(struct quantity_words *w)
{
	static const char *const signs[] = { ".", "¼", "½", "¾", "⅐",
		"⅑", "⅒", "⅓", "⅔", "⅕", "⅖", "⅗", "⅘", "⅙",
		"⅚", "⅛", "⅜", "⅝", "⅞" };
	const struct word *words;
	size_t count, i;

	words = number_list(&count);
	for (i = 0; i < count; i++)
		if (number_starts(&words[i]))
			mark(w, words[i].text, MARK_BEGINS);
	for (i = 0; i < COUNT(signs); i++)
		mark(w, signs[i], MARK_BEGINS);
}

struct quantity_words *
quantity_words_new(struct arena *a)
{
	struct quantity_words *w = ARENA_NEW(a, struct quantity_words);

	number_start(&w->strict, a);
	w->loose = w->strict;
	w->loose.loose = true;
	w->arena = a;
	passage_starts(w->starts);
	mark_numerals(w);
	figure_sets_start(w);
	figure_phrases(w, &w->unit, 0, unit_words, COUNT(unit_words));
	figure_phrases(
	    w, &w->currency, 1, currency_words, COUNT(currency_words));
	figure_phrases(
	    w, &w->qualifier, 2, qualifier_words, COUNT(qualifier_words));
	figure_phrases(w, &w->noun, 3, noun_words, COUNT(noun_words));
	figure_phrases(w, &w->event, 4, event_words, COUNT(event_words));
	figure_phrases(w, &w->guard, 5, guard_words, COUNT(guard_words));
	return w;
}

bool
quantity_is_currency(const char *code)
{
	size_t i;

	for (i = 0; i < COUNT(currency_words); i++)
		if (currency_words[i].class == CURRENCY_CODE &&
		    strcmp(currency_words[i].more, code) == 0)
			return true;
	return false;
}

static struct figure *
add_figure(struct passage *p, const struct numeral *n)
{
	static const enum figure_kind kinds[] = {
		[NUMERAL_CARDINAL] = FIGURE_NUMBER,
		[NUMERAL_VAGUE] = FIGURE_NUMBER,
		[NUMERAL_ORDINAL] = FIGURE_ORDINAL,
		[NUMERAL_FRACTION] = FIGURE_FRACTION,
		[NUMERAL_MULTIPLE] = FIGURE_MULTIPLE,
	};
	static const char *const rules[] = {
		[NUMERAL_CARDINAL] = "numeral",
		[NUMERAL_VAGUE] = "vague-plural",
		[NUMERAL_ORDINAL] = "ordinal",
		[NUMERAL_FRACTION] = "fraction",
		[NUMERAL_MULTIPLE] = "multiple",
	};
	struct figure *f;

	if (p->n == p->room)
		p->f =
		    arena_grow(p->scratch, p->f, p->n, &p->room, sizeof *p->f);
	f = &p->f[p->n++];
	*f = (struct figure){ .n = *n,
		.first = n->first,
		.end = n->end,
		.low = n->value,
		.high = n->high,
		.kind = kinds[n->kind],
		.rule = rules[n->kind] };
	if (n->kind == NUMERAL_VAGUE) {
		f->mod = "?";
		f->flags |= n->high.n ? FIGURE_RANGE : 0;
	}
	return f;
}

/* Ten times, 10-fold. */
static void
read_times(struct passage *p, struct figure *f)
{
	size_t at = f->end;

	if (f->kind != FIGURE_NUMBER || f->n.kind != NUMERAL_CARDINAL)
		return;
	if (figure_is(p, at, "times")) {
		f->end = at + 1;
	} else {
		if (figure_is_hyphen(figure_sign(p, at)) &&
		    figure_touches(p, at))
			at++;
		if (!figure_is(p, at, "fold") || !figure_touches(p, at))
			return;
		f->end = at + 1;
	}
	f->kind = FIGURE_MULTIPLE;
	f->rule = "multiple";
	figure_rate(p, f);
}

/* Thousands of dollars, a couple of miles. */
static void
measure_vague(struct passage *p, struct figure *f)
{
	size_t end = f->end;

	f->end++;
	figure_measure(p, f);
	if (f->end == end + 1) {
		f->end = end;
		f->unit = STR("");
	}
}

/* "A gallon" is one, when all is asked for. Gives the token after it, or
 * `at`. */
static size_t
read_single(struct passage *p, size_t at)
{
	struct numeral n = { .first = at,
		.end = at + 1,
		.value = decimal_of(1),
		.high = decimal_of(0),
		.kind = NUMERAL_CARDINAL,
		.flags = NUMERAL_ARTICLE };
	struct figure *f;

	if (!figure_is(p, at, "a") && !figure_is(p, at, "an"))
		return at;
	if (!figure_is_unit(p, at + 1) || (p->n && p->f[p->n - 1].end > at))
		return at;
	f = add_figure(p, &n);
	figure_measure(p, f);
	if (!f->unit.n || f->kind == FIGURE_DURATION) {
		p->n--;
		return at;
	}
	return f->end;
}

/* "A third goal" is no part of a goal: it becomes an ordinal. */
static bool
as_ordinal(const struct passage *p, struct figure *f)
{
	struct str next = figure_text(p, f->end);
	int c = figure_class(p, &p->w->noun, f->end);

	if (f->kind != FIGURE_FRACTION || f->n.end != f->n.first + 2 ||
	    !figure_is(p, f->n.first, "a") || p->o->all ||
	    figure_is(p, f->end - 1, "quarter") ||
	    figure_is(p, f->end - 1, "half") || !figure_is_word(p, f->end) ||
	    c == NOUN_STOP || c == NOUN_VERB || str_ends(next, STR("er")) ||
	    str_ends(next, STR("ed")))
		return false;
	f->kind = FIGURE_ORDINAL;
	f->n.kind = NUMERAL_ORDINAL;
	f->n.first = ++f->first;
	f->low = decimal_divide(decimal_of(1), f->low);
	f->rule = "ordinal";
	return true;
}

/* Reads the numeral at a token, with its unit, as a figure; gives the token
 * after it, or after that token if there is none. */
static size_t
read_figure(struct passage *p, size_t at)
{
	const struct number_reader *r =
	    p->o->all ? &p->w->loose : &p->w->strict;
	const struct token *t = &p->t[at];
	struct numeral n;
	struct figure *f;

	if (t->type == TOKEN_WORD && t->end - t->start < 3 && !p->o->all)
		return at + 1;
	if (!number_begins(r, p->text, t) ||
	    !number_read(r, p->text, p->t, p->count, at, &n) ||
	    (p->n && n.first < p->f[p->n - 1].end))
		return at + 1;
	f = add_figure(p, &n);
	if (n.kind == NUMERAL_VAGUE && figure_is(p, f->end, "of"))
		measure_vague(p, f);
	else
		figure_measure(p, f);
	if (!f->unit.n && !as_ordinal(p, f))
		read_times(p, f);
	return f->end;
}

void
figure_scan(struct passage *p)
{
	const struct token *t = p->t;
	bool all = p->o->all;
	size_t i, end;

	for (i = 0; i < p->count; i = end) {
		end = all ? read_single(p, i) : i;
		if (end != i)
			continue;
		end = t[i].extra & MARK_BEGINS || t[i].type == TOKEN_NUMBER
		    ? read_figure(p, i) : i + 1;
	}
}

/* What the row says: NUMBER UNIT, or NUMBER and what is counted. */
static void
write_span(struct passage *p, struct spans *list, size_t unit, size_t base,
    struct figure *f)
{
	static const char *const kinds[] = { "number", "count", "money",
		"percent", "quantity", "age", "ratio", "fraction", "score",
		"ordinal", "multiple", "quantity" };
	bool measured = f->unit.n > 0;
	struct str number = decimal_text(p->a, f->low), parts[3];
	struct span *s;

	if (!number.n)
		return;
	s = span_add(p->a, list, kinds[f->kind], unit,
	    base + p->t[f->first].start, base + p->t[f->end - 1].end);
	parts[0] = number;
	parts[1] = STR(" ");
	parts[2] = measured ? f->unit : f->what;
	s->value = arena_join(p->a, parts, parts[2].n ? 3 : 1);
	s->rule = f->rule;
	span_attr(p->a, s, "event", str_of(f->event ? f->event : ""));
	if (f->flags & FIGURE_RANGE)
		span_attr(p->a, s, "hi", decimal_text(p->a, f->high));
	span_attr(p->a, s, "mod", str_of(f->mod ? f->mod : ""));
	if (p->o->si && measured)
		span_attr(p->a, s, "si", figure_si(p->a, f->low, f->unit));
	if (measured)
		span_attr(p->a, s, "what", f->what);
}

/* The number alone in $20, when all is asked for. */
static void
write_number(struct passage *p, struct spans *list, size_t unit, size_t base,
    const struct figure *f)
{
	struct span *s;

	if (!(f->flags & FIGURE_PREFIXED) || f->n.power ||
	    f->flags & FIGURE_MADE || f->n.first >= f->n.end)
		return;
	s = span_add(p->a, list, "number", unit, base + p->t[f->n.first].start,
	    base + p->t[f->n.end - 1].end);
	s->value = decimal_text(p->a, f->n.value);
	s->rule = "numeral";
}

/* A whole number of something is a count. */
static void
settle(const struct passage *p, struct figure *f)
{
	f->low = decimal_reduce(f->low);
	if (f->kind == FIGURE_NUMBER && f->n.kind == NUMERAL_VAGUE)
		f->kind = FIGURE_COUNT;
	if (f->kind == FIGURE_NUMBER && !f->low.point && f->low.below == 1 &&
	    (f->what.n || f->event ||
		(f->first > 1 && figure_is(p, f->first - 1, "of") &&
		    figure_is_word(p, f->first - 2)))) /* a family of five */
		f->kind = FIGURE_COUNT;
	if (f->kind == FIGURE_DURATION) { /* of which only the number is ours */
		f->kind = FIGURE_NUMBER;
		f->unit = STR("");
		f->first = f->n.first;
		f->end = f->n.end;
	}
	if (p->o->all && str_eq(f->unit, STR("{point}")))
		f->kind = FIGURE_NUMBER;
}

static bool
wanted(const struct passage *p, const struct figure *f)
{
	if (f->flags & FIGURE_DROPPED)
		return false;
	return p->o->all || f->kind != FIGURE_DURATION;
}

static void
find_in(struct passage *p, struct spans *list, size_t unit, size_t base)
{
	size_t i;

	figure_scan(p);
	if (!p->n)
		return;
	figure_join(p);
	figure_ages(p);
	figure_guard(p);
	figure_qualify(p);
	figure_name(p);
	figure_undate(p);
	figure_happen(p);
	for (i = 0; i < p->n; i++) {
		if (!wanted(p, &p->f[i]))
			continue;
		settle(p, &p->f[i]);
		write_span(p, list, unit, base, &p->f[i]);
		if (p->o->all)
			write_number(p, list, unit, base, &p->f[i]);
	}
}

static void
take_tokens(struct passage *p)
{
	struct token *t = token_split(p->scratch, p->text, &p->count);
	size_t i;

	for (i = 0; i < p->count; i++)
		t[i].extra = p->w->marks[figure_slot(t[i].hash)];
	p->t = t;
}

struct span *
quantity_find(struct arena *a, const struct str *texts, size_t count,
    const struct quantity_options *options)
{
	struct spans list = { NULL, NULL, 0 };
	const struct passage_scan scan = { &options->words->strict,
		options->words->starts, options->all };
	struct figure few[FEW]; /* enough for most passages */
	size_t i, at, start;

	for (i = 0; i < count; i++)
		for (at = 0; passage_next(&scan, texts[i], &at, &start);) {
			struct passage p = { .a = a,
				.scratch = arena_scratch(a),
				.o = options,
				.w = options->words,
				.text = str_slice(texts[i], start, at),
				.f = few,
				.room = FEW };

			arena_reset(p.scratch);
			take_tokens(&p);
			find_in(&p, &list, i, start);
		}
	return list.first;
}
