/* sentence - where sentences end */
#include "sentence.h"

#include "sentence_byte.h"
#include "sentence_feature.h"
#include "sentence_line.h"
#include "sentence_rule.h"

extern const char sentence_model[], sentence_model_end[];

enum {
	RECENT = 8, /* sentences that can be taken back */
	NEAR = 600  /* bytes that are searched for an open bracket */
};

/* A sentence that may yet be taken back. */
struct recent {
	size_t begin;        /* where it begins */
	struct span *before; /* the last of the list before it */
};

/* What is known while texts are being cut. */
struct cutter {
	const struct sentence_splitter *s;
	struct arena *arena;
	struct spans list;
	struct str text; /* that is being cut */
	size_t unit;     /* its number */
	size_t begin;    /* of the sentence that is open */
	struct recent last[RECENT]; /* [recent] of this text, the newest last */
	size_t recent;
	struct item {
		char style;      /* '.', ')' or 'b' for ".)"; 0: no list */
		bool letter;     /* a. b. c. */
		unsigned number; /* of the item that is open */
	} item;
};

bool
sentence_open(struct sentence_splitter *s, struct arena *a, struct str model,
    const char **why)
{
	struct model m;

	sentence_words_start(&s->words, a);
	if (!model_open(&m, model, "sent", why))
		return false;
	*why = "a model with parts missing";
	return sentence_words_open(&s->words, &m) &&
	    linear_open(&s->ends, &m, "ends") &&
	    linear_open(&s->blanks, &m, "blanks");
}

bool
sentence_start(struct sentence_splitter *s, struct arena *a, const char **why)
{
	struct str model = { sentence_model,
		(uintptr_t)sentence_model_end - (uintptr_t)sentence_model };

	return sentence_open(s, a, model, why);
}

/* Ends the open sentence at an offset; the next begins at another one. */
static void
end_at(struct cutter *c, size_t end, size_t next, const char *rule)
{
	struct str rest = str_slice(c->text, c->begin, end);
	struct str sentence = str_trim(rest);
	size_t start, i;

	if (c->recent == RECENT)
		for (i = 1, c->recent--; i < RECENT; i++)
			c->last[i - 1] = c->last[i];
	c->last[c->recent++] = (struct recent){ c->begin, c->list.last };
	c->begin = next;
	if (!sentence.n) {
		c->recent--;
		return;
	}
	start = (size_t)(sentence.s - c->text.s);
	span_add(c->arena, &c->list, "sent", c->unit, start,
	    start + sentence.n)->rule = rule;
}

/* Reads the number of an item: "12.", "3)", "b.", "4.)". Gives the bytes. */
static size_t
read_item(struct str text, size_t at, struct item *item)
{
	size_t from = at;

	*item = (struct item){ 0 };
	while (at < text.n && byte_is_digit(text.s[at]) && at - from < 3)
		item->number = item->number * 10 +
		    (unsigned)(text.s[at++] - '0');
	if (at == from && at < text.n && byte_is_lower(text.s[at])) {
		item->letter = true;
		item->number = (unsigned)(text.s[at++] - 'a') + 1;
	}
	if (at == from || at >= text.n)
		return 0;
	if (text.s[at] != '.' && text.s[at] != ')')
		return 0;
	item->style = text.s[at++];
	if (item->style == '.' && at < text.n && text.s[at] == ')') {
		item->style = 'b';
		at++;
	}
	return at < text.n && text.s[at] == ' ' ? at - from : 0;
}

/* Whether the text begins with the first item of a list: then the others, in
 * the same line, are looked for. */
static void
begin_list(struct cutter *c)
{
	if (!read_item(c->text, c->begin, &c->item) || c->item.number != 1)
		c->item.style = 0;
}

/* Ends the sentence before the next item of the list whose sign is at the
 * gap: "1. The first item 2. The second item". */
static bool
next_item(struct cutter *c, const struct gap *g)
{
	size_t at = g->stop;
	struct item item;

	while (at > c->begin && g->stop - at < 3 && c->text.s[at - 1] != ' ')
		at--;
	if (at <= c->begin || c->text.s[at - 1] != ' ' ||
	    !read_item(c->text, at, &item))
		return false;
	if (item.style != c->item.style || item.letter != c->item.letter ||
	    item.number != c->item.number + 1)
		return false;
	end_at(c, at, at, "list");
	c->item = item;
	return true;
}

/* The number of a note belongs to the sentence before it: "of minorities. 4
 * Even though": no sentence begins with a number and then a capital on a word
 * that has none elsewhere. */
static bool
take_note(const struct view *v, struct gap *g)
{
	if (v->right.shape != SHAPE_NUMBER || v->follow != ' ' ||
	    v->right.end - v->right.start > 2 || g->opened || g->closed ||
	    g->terminator != TERMINATOR_STOP ||
	    v->right2.shape != SHAPE_CAPITAL || v->right2.lower < 6)
		return false;
	if (v->text.s[g->stop - 1] != ')' && (v->left.shape != SHAPE_LOWER ||
		v->left.class != ABBREVIATION_NONE))
		return false;
	g->end = v->right.end;
	g->next = g->end + 1;
	return true;
}

/* Whether a sentence ends at the gap, and which rule says so. */
static bool
judge(const struct cutter *c, struct gap *g, const char **rule)
{
	uint32_t features[SENTENCE_FEATURES];
	struct view v;
	size_t n;

	view_left(&c->s->words, c->text, g, &v);
	*rule = "plain";
	if (rule_plain(&v))
		return true;
	if (rule_goes_on(&v))
		return false;
	view_rest(&c->s->words, &v);
	switch (rule_judge(&v, rule)) {
	case VERDICT_NO:
		return false;
	case VERDICT_YES:
		return true;
	case VERDICT_NONE:
		break;
	}
	*rule = "note";
	if (take_note(&v, g))
		return true;
	*rule = "model";
	n = sentence_features(&v, features);
	return linear_score(&c->s->ends, features, n) > 0;
}

/* Whether the text ends in ". . . ." */
static bool
ends_dotted(struct str text)
{
	return str_ends(text, STR(" . . .")) || str_ends(text, STR(". . . ."));
}

/* A quotation that breaks off in the end with ". . . ." uses the three dots
 * for what it leaves out; so inside of it the fourth is the full stop, which
 * ends a sentence, and the three open the next: "self-interpreting compounds.
 * . . . The practice was not abandoned. . . ." */
static void
divide_dots(const struct cutter *c, struct gap *g)
{
	if (g->terminator != TERMINATOR_FOUR || g->closed || g->apart ||
	    !gap_is_dotted(c->text, g) || !ends_dotted(c->text))
		return;
	g->end = g->stop + 1;
	g->next = g->end + 1;
}

/* The bracket that is closed at a gap; its end when there is none near. */
static size_t
opened_at(const struct cutter *c, const struct gap *g)
{
	size_t at = g->end, depth = 0;

	while (at > 0 && g->end - at < NEAR) {
		at--;
		if (c->text.s[at] == ')')
			depth++;
		else if (c->text.s[at] == '(' && depth && !--depth)
			return at;
	}
	return g->end;
}

/* A bracket closes that an earlier sentence has opened, and the text goes on:
 * that was no sentence. "He voted yes (it was late. No one saw) and left." */
static void
mend_bracket(struct cutter *c, const struct gap *g)
{
	const char *p = c->text.s;
	size_t open, k = c->recent;

	if (!k || g->next >= c->text.n ||
	    (!byte_is_lower(p[g->next]) && p[g->next] != ','))
		return;
	open = opened_at(c, g);
	if (open >= c->begin)
		return;
	while (k && c->last[k - 1].begin > open)
		k--;
	if (!k || c->last[k - 1].begin == open)
		return;
	k--;
	c->list.count -= c->recent - k;
	c->recent = k;
	c->begin = c->last[k].begin;
	c->list.last = c->last[k].before;
	if (c->list.last)
		c->list.last->next = NULL;
	else
		c->list.first = NULL;
}

/* --informal: sentences may also end at blanks without a sign. */
static void
cut_blanks(struct cutter *c, size_t from, size_t to)
{
	uint32_t features[SENTENCE_FEATURES];
	struct gap g;
	struct view v;
	size_t n;

	while (gap_blank(c->text, from, to, &g)) {
		from = g.next;
		g.begin = c->begin;
		if (g.stop <= g.begin)
			continue;
		view_left(&c->s->words, c->text, &g, &v);
		view_rest(&c->s->words, &v);
		n = sentence_features(&v, features);
		if (linear_score(&c->s->blanks, features, n) > 0)
			end_at(c, g.end, g.next, "blank");
	}
}

/* A line that begins with a date or the number of a figure. */
static void
cut_front(struct cutter *c)
{
	size_t dated, numbered;

	if (!line_begins_well_known(c->text))
		return;
	dated = line_begins_dated(c->text);
	numbered = line_begins_numbered(c->text);
	if (dated)
		end_at(c, dated, dated + 1, "date-line");
	if (numbered)
		end_at(c, numbered, numbered + 1, "figure-number");
}

static void
cut(struct cutter *c)
{
	struct block_scan scan = { .text = c->text };
	struct gap g;
	const char *rule;
	size_t at = 0, dated;

	c->begin = c->recent = 0;
	cut_front(c);
	begin_list(c);
	while (gap_next(&scan, at, &g)) {
		if (c->s->informal)
			cut_blanks(c, at, g.stop);
		at = g.closers;
		g.begin = c->begin;
		if (c->item.style && next_item(c, &g))
			continue;
		if (g.terminator == TERMINATOR_MARK || g.closed & GAP_BRACKET)
			mend_bracket(c, &g);
		if (g.terminator == TERMINATOR_MARK || g.end <= g.begin)
			continue;
		divide_dots(c, &g);
		g.begin = c->begin;
		if (judge(c, &g, &rule)) {
			end_at(c, g.end, g.next, rule);
			at = g.next > at ? g.next : at;
		}
	}
	if (c->s->informal)
		cut_blanks(c, at, c->text.n);
	dated = line_ends_dated(c->text);
	if (dated > c->begin && dated < c->text.n)
		end_at(c, dated, dated, "date-line");
	end_at(c, c->text.n, c->text.n, "end");
}

struct span *
sentence_find(struct arena *a, const struct str *texts, size_t count,
    const struct sentence_splitter *s)
{
	struct cutter c = { .s = s, .arena = a };

	for (c.unit = 0; c.unit < count; c.unit++) {
		c.text = texts[c.unit];
		cut(&c);
	}
	return c.list.first;
}
