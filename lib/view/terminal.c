/* terminal - a stream as text, marked and in colour
 *
 * A unit is a paragraph of the screen with its number in the margin:
 *
 *     3  Putin (person: Vladimir Putin) spoke on July 24 (date: 2024-07-24).
 *
 * In colour the mark is the colour of its kind and the label is dim; without,
 * the mark stands between brackets: [Putin](person: Vladimir Putin). */
#include "kind.h"
#include "pen.h"
#include "view.h"

enum { MARGIN = 6 };

static const struct str dim = STR_INIT("2"), bold = STR_INIT("1"),
	struck = STR_INIT("2;9");

struct terminal {
	struct pen pen;
	struct buf doc;       /* the name of the last one */
	bool first;           /* nothing has been written */
	struct buf paragraph; /* the number of the last one */
	struct str plain;     /* the style of text that is not marked */
	struct str styles[STANZA_DEEPEST]; /* [depth] of the open notes */
	size_t depth;
	struct view *view;
	struct arena *arena;  /* of the stanza */
};

static void
begin(struct view *v)
{
	struct terminal *t = ARENA_NEW(&v->forever, struct terminal);

	v->state = t;
	t->view = v;
	pen_init(&t->pen, v->out);
	t->pen.colour = v->colour;
	t->pen.width = v->width;
	t->first = true;
	buf_init(&t->doc, v->out->os);
	buf_init(&t->paragraph, v->out->os);
}

static void
end(struct view *v)
{
	struct terminal *t = v->state;

	pen_free(&t->pen);
	buf_free(&t->doc);
	buf_free(&t->paragraph);
}

static void
write_styled(struct pen *pen, struct str style, struct str text)
{
	pen_style(pen, style);
	pen_text(pen, text);
	pen_style(pen, STR(""));
}

static void
empty_line(struct terminal *t)
{
	if (!t->first)
		pen_line(&t->pen);
	t->first = false;
}

/* Adds what is known of a document, between dots. */
static void
add_known(struct terminal *t, struct str text, bool *more)
{
	if (!text.n || str_eq(text, STR("-")))
		return;
	if (*more)
		pen_text(&t->pen, STR(" · "));
	pen_text(&t->pen, text);
	*more = true;
}

/* The rule, title and origin of a document. */
static void
write_document(struct terminal *t, const struct stanza *p)
{
	const struct record *r = &p->row;
	bool doc = str_eq(r->kind, STR("doc")), more = false;
	size_t i, rule = t->view->width ? t->view->width : 72;

	t->doc.n = t->paragraph.n = 0;
	buf_add(&t->doc, p->doc);
	if (t->first && !doc && str_eq(p->doc, STR("-")))
		return;
	empty_line(t);
	t->pen.indent = 0;
	pen_style(&t->pen, dim);
	for (i = 0; i < rule; i++)
		pen_text(&t->pen, STR("─"));
	pen_style(&t->pen, STR(""));
	pen_line(&t->pen);
	if (doc && !str_eq(r->text, STR("-"))) {
		write_styled(&t->pen, bold, r->text);
		pen_line(&t->pen);
	}
	pen_style(&t->pen, dim);
	if (doc) {
		add_known(t, r->value, &more);
		add_known(t, record_attr(r->attrs, STR("site")), &more);
		add_known(t, record_attr(r->attrs, STR("author")), &more);
	}
	add_known(t, p->doc, &more);
	pen_style(&t->pen, STR(""));
	if (more)
		pen_line(&t->pen);
}

/* The label behind a mark: its kind, and its value if that is news. */
static void
write_label(struct terminal *t, const struct record *note)
{
	struct str gloss = kind_gloss(t->arena, note);

	pen_text(&t->pen, STR("("));
	pen_text(&t->pen, note->kind);
	if (gloss.n && !t->view->brief && !str_eq(gloss, note->text)) {
		pen_text(&t->pen, STR(": "));
		pen_text(&t->pen, gloss);
	}
	pen_text(&t->pen, STR(")"));
}

static void
write_text(void *context, struct str text)
{
	struct terminal *t = context;

	pen_text(&t->pen, text);
}

static void
open_note(void *context, const struct record *note)
{
	struct terminal *t = context;

	t->styles[t->depth++] = str_of(kinds[kind_find(note->kind)].colour);
	if (!t->pen.colour)
		pen_text(&t->pen, STR("["));
	pen_style(&t->pen, t->styles[t->depth - 1]);
}

static void
close_note(void *context, const struct record *note, bool last)
{
	struct terminal *t = context;

	t->depth--;
	if (!t->pen.colour)
		pen_text(&t->pen, STR("]"));
	if (last) {
		pen_style(&t->pen, dim);
		if (t->pen.colour)
			pen_text(&t->pen, STR(" "));
		write_label(t, note);
	}
	pen_style(&t->pen, t->depth ? t->styles[t->depth - 1] : t->plain);
}

/* A number in the margin. */
static void
write_margin(struct terminal *t, size_t number)
{
	struct buf digits;

	buf_init(&digits, t->view->out->os);
	buf_size(&digits, number);
	t->pen.indent = 0;
	if (digits.n + 2 < MARGIN)
		pen_column(&t->pen, MARGIN - 2 - digits.n);
	write_styled(&t->pen, dim, buf_str(&digits));
	buf_free(&digits);
	pen_column(&t->pen, MARGIN);
	t->pen.indent = MARGIN;
}

static struct str
style_of_role(struct str role)
{
	if (str_eq(role, STR("title")) || str_eq(role, STR("head")))
		return bold;
	if (str_eq(role, STR("caption")) || str_eq(role, STR("byline")) ||
	    str_eq(role, STR("dateline")))
		return dim;
	return STR("");
}

static void
write_unit(struct terminal *t, const struct stanza *p)
{
	const struct stanza_walk walk = { write_text, open_note, close_note,
		t };
	const struct record *r = &p->row;
	struct str paragraph = record_attr(r->attrs, STR("para"));
	struct str role = record_attr(r->attrs, STR("role"));
	bool first = !paragraph.n ||
	    !str_eq(paragraph, buf_str(&t->paragraph));

	if (first)
		empty_line(t);
	t->paragraph.n = 0;
	buf_add(&t->paragraph, paragraph);
	write_margin(t, r->number);
	if (first && str_eq(role, STR("item")))
		write_styled(&t->pen, dim, STR("- "));
	t->plain = style_of_role(role);
	pen_style(&t->pen, t->plain);
	stanza_walk(p, &walk);
	pen_style(&t->pen, STR(""));
	pen_line(&t->pen);
}

/* What nf-clean took out, and why. */
static void
write_junk(struct terminal *t, const struct record *r)
{
	t->paragraph.n = 0;
	t->pen.indent = 0;
	t->first = false;
	pen_column(&t->pen, MARGIN - 3);
	write_styled(&t->pen, dim, STR("~"));
	pen_column(&t->pen, MARGIN);
	t->pen.indent = MARGIN;
	write_styled(&t->pen, struck, r->text);
	write_styled(&t->pen, dim, STR(" (junk: "));
	write_styled(&t->pen, dim, r->value);
	write_styled(&t->pen, dim, STR(")"));
	pen_line(&t->pen);
}

/* A row that cannot be marked, since its text is not there. */
static void
write_loose(struct terminal *t, const struct record *note)
{
	write_margin(t, note->number);
	open_note(t, note);
	pen_text(&t->pen, note->text);
	close_note(t, note, true);
	pen_style(&t->pen, STR(""));
	pen_line(&t->pen);
}

static void
take(struct view *v, struct stanza *p)
{
	struct terminal *t = v->state;
	size_t i;

	t->arena = &p->arena;
	t->plain = STR("");
	if (str_eq(p->row.kind, STR("doc")) ||
	    !str_eq(p->doc, buf_str(&t->doc)))
		write_document(t, p);
	if (record_is_unit(p->row.kind))
		write_unit(t, p);
	else if (str_eq(p->row.kind, STR("junk")))
		write_junk(t, &p->row);
	for (i = 0; i < p->count; i++)
		if (!stanza_holds(p, &p->notes[i]))
			write_loose(t, &p->notes[i]);
}

const struct view_class view_terminal = { begin, take, end };
