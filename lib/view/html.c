/* html - a stream as one page that needs nothing else
 *
 * The page is written as the stream comes. What is only known at the end, the
 * legend and the list of documents, stands last in the page, and the style
 * sheet puts it on top. Kinds are switched by the style sheet too: there is
 * no script. */
#include "facts.h"
#include "kind.h"
#include "markup.h"
#include "view.h"

enum { SHOWN = 8 }; /* facts of a kind; others are folded away */

struct html {
	struct buf *out;
	struct buf doc;        /* name of the document */
	struct buf paragraph;  /* number of the paragraph that is open */
	struct buf contents;   /* the list of documents */
	size_t documents, units; /* anchors given out */
	size_t counts[KINDS];  /* notes of each kind */
	size_t junk;           /* rows that nf-clean took out */
	struct facts facts;    /* of the document */
	bool begun;            /* the head of the page is written */
	bool open;             /* a document is */
	bool inside;           /* a paragraph is open */
};

static void
begin(struct view *v)
{
	struct html *h = ARENA_NEW(&v->forever, struct html);

	v->state = h;
	h->out = v->out;
	buf_init(&h->doc, v->out->os);
	buf_init(&h->paragraph, v->out->os);
	buf_init(&h->contents, v->out->os);
	facts_init(&h->facts, v->out->os);
}

static void
close_paragraph(struct html *h)
{
	if (h->inside)
		MARKUP(h->out, "</p>\n");
	h->inside = false;
	h->paragraph.n = 0;
}

static void
write_fact(struct html *h, const struct fact *f)
{
	MARKUP(h->out, "<tr><td>");
	if (f->unit) {
		MARKUP(h->out, "<a href=\"#u");
		buf_size(h->out, f->unit);
		MARKUP(h->out, "\">");
	}
	markup_text(h->out, f->gloss);
	if (f->unit)
		MARKUP(h->out, "</a>");
	MARKUP(h->out, "</td><td>");
	buf_size(h->out, f->count);
	MARKUP(h->out, "</td></tr>\n");
}

static void
write_rows(struct html *h, const struct fact *facts, size_t count)
{
	size_t i;

	MARKUP(h->out, "<table>\n");
	for (i = 0; i < count; i++)
		write_fact(h, &facts[i]);
	MARKUP(h->out, "</table>\n");
}

/* The facts of one kind: the first ones, the others folded away. */
static void
write_kind(struct html *h, const struct fact *facts, size_t count)
{
	size_t shown = count > SHOWN + 2 ? SHOWN : count;

	MARKUP(h->out, "<section class=\"");
	markup_class(h->out, facts->kind);
	MARKUP(h->out, "\"><h3>");
	markup_text(h->out, facts->kind);
	MARKUP(h->out, "</h3>\n");
	write_rows(h, facts, shown);
	if (shown < count) {
		MARKUP(h->out, "<details><summary>");
		buf_size(h->out, count - shown);
		MARKUP(h->out, " more</summary>\n");
		write_rows(h, facts + shown, count - shown);
		MARKUP(h->out, "</details>\n");
	}
	MARKUP(h->out, "</section>\n");
}

static void
write_facts(struct html *h)
{
	const struct fact *list;
	size_t i, from;

	facts_sort(&h->facts);
	list = h->facts.list;
	MARKUP(h->out, "</div>\n<aside>\n");
	for (from = i = 0; i < h->facts.count; i++)
		if (i + 1 == h->facts.count ||
		    !str_eq(list[i].kind, list[i + 1].kind)) {
			write_kind(h, list + from, i + 1 - from);
			from = i + 1;
		}
	if (h->facts.left_out) {
		MARKUP(h->out, "<p>");
		buf_size(h->out, h->facts.left_out);
		MARKUP(h->out, " more facts are not listed</p>\n");
	}
	MARKUP(h->out, "</aside>\n</article>\n");
	facts_reset(&h->facts);
}

static void
close_document(struct html *h)
{
	close_paragraph(h);
	if (h->open)
		write_facts(h);
	h->open = false;
}

static bool
is_known(struct str text)
{
	return text.n && !str_eq(text, STR("-"));
}

static void
write_known(struct html *h, struct str class, struct str text)
{
	if (!is_known(text))
		return;
	MARKUP(h->out, "<span class=\"");
	buf_add(h->out, class);
	MARKUP(h->out, "\">");
	markup_text(h->out, text);
	MARKUP(h->out, "</span>\n");
}

/* A link, if the address is one of the web. */
static void
write_link(struct html *h, struct str url)
{
	if (!str_starts(url, STR("https://")) &&
	    !str_starts(url, STR("http://")))
		return;
	MARKUP(h->out, "<a rel=\"noopener noreferrer\" href=\"");
	markup_text(h->out, url);
	MARKUP(h->out, "\">page</a>\n");
}

/* The title of a document; its name, when it has none. */
static struct str
title_of(const struct stanza *p)
{
	if (str_eq(p->row.kind, STR("doc")) && is_known(p->row.text))
		return p->row.text;
	return is_known(p->doc) ? p->doc : STR("standard input");
}

static void
add_contents(struct html *h, const struct stanza *p)
{
	MARKUP(&h->contents, "<li><a href=\"#d");
	buf_size(&h->contents, h->documents);
	MARKUP(&h->contents, "\">");
	markup_text(&h->contents, title_of(p));
	MARKUP(&h->contents, "</a>");
	if (str_eq(p->row.kind, STR("doc")) && is_known(p->row.value)) {
		MARKUP(&h->contents, " <small>");
		markup_text(&h->contents, p->row.value);
		MARKUP(&h->contents, "</small>");
	}
	MARKUP(&h->contents, "</li>\n");
}

static void
open_document(struct html *h, const struct stanza *p)
{
	const struct record *r = &p->row;
	bool doc = str_eq(r->kind, STR("doc"));

	close_document(h);
	h->doc.n = 0;
	buf_add(&h->doc, p->doc);
	h->documents++;
	h->open = true;
	add_contents(h, p);
	MARKUP(h->out, "<article id=\"d");
	buf_size(h->out, h->documents);
	MARKUP(h->out, "\">\n<div class=\"text\">\n<header>\n<p>");
	if (doc) {
		write_known(h, STR("when"), r->value);
		write_known(h, STR("site"), record_attr(r->attrs,
		    STR("site")));
		write_known(h, STR("author"), record_attr(r->attrs,
		    STR("author")));
	}
	write_known(h, STR("file"), p->doc);
	if (doc)
		write_link(h, record_attr(r->attrs, STR("url")));
	MARKUP(h->out, "</p>\n");
	if (!doc || r->end == 0) { /* else it comes as a unit */
		MARKUP(h->out, "<h1>");
		markup_text(h->out, title_of(p));
		MARKUP(h->out, "</h1>\n");
	}
	MARKUP(h->out, "</header>\n");
}

static void
write_text(void *context, struct str text)
{
	struct html *h = context;

	markup_text(h->out, text);
}

static void
open_note(void *context, const struct record *note)
{
	struct html *h = context;

	MARKUP(h->out, "<mark class=\"");
	markup_class(h->out, note->kind);
	MARKUP(h->out, "\" tabindex=\"0\" data-kind=\"");
	markup_text(h->out, note->kind);
	MARKUP(h->out, "\"");
	markup_tip(h->out, note);
	MARKUP(h->out, ">");
}

static void
close_note(void *context, const struct record *note, bool last)
{
	struct html *h = context;

	(void)note;
	(void)last;
	MARKUP(h->out, "</mark>");
}

static void
open_paragraph(struct html *h, struct str number, struct str role)
{
	static const char *const roles[] = { "title", "standfirst", "head",
		"item", "caption", "byline", "dateline" };
	struct str class = STR("text");
	size_t i;

	close_paragraph(h);
	for (i = 0; i < sizeof roles / sizeof *roles; i++)
		if (str_eq(role, str_of(roles[i])))
			class = role;
	MARKUP(h->out, "<p class=\"");
	buf_add(h->out, class);
	MARKUP(h->out, "\">");
	buf_add(&h->paragraph, number);
	h->inside = true;
}

static void
write_unit(struct html *h, const struct stanza *p)
{
	const struct stanza_walk walk = { write_text, open_note, close_note,
		h };
	const struct record *r = &p->row;
	struct str number = record_attr(r->attrs, STR("para"));

	if (!h->inside || !number.n || !str_eq(number, buf_str(&h->paragraph)))
		open_paragraph(h, number, record_attr(r->attrs, STR("role")));
	else
		MARKUP(h->out, "\n");
	MARKUP(h->out, "<span id=\"u");
	buf_size(h->out, ++h->units);
	MARKUP(h->out, "\">");
	stanza_walk(p, &walk);
	MARKUP(h->out, "</span>");
}

static void
write_junk(struct html *h, const struct record *r)
{
	close_paragraph(h);
	MARKUP(h->out, "<p class=\"junk\"><s>");
	markup_text(h->out, r->text);
	MARKUP(h->out, "</s> <small>");
	markup_text(h->out, r->value);
	MARKUP(h->out, "</small></p>\n");
	h->junk++;
}

/* A row that cannot be marked, since its text is not there. */
static void
write_loose(struct html *h, const struct record *note)
{
	close_paragraph(h);
	MARKUP(h->out, "<p class=\"loose\">");
	open_note(h, note);
	markup_text(h->out, note->text);
	close_note(h, note, true);
	MARKUP(h->out, "</p>\n");
}

static void
take(struct view *v, struct stanza *p)
{
	struct html *h = v->state;
	bool unit = record_is_unit(p->row.kind), held;
	size_t i;

	if (!h->begun)
		markup_page(h->out, title_of(p));
	h->begun = true;
	if (str_eq(p->row.kind, STR("doc")) ||
	    !str_eq(p->doc, buf_str(&h->doc)) || !h->open)
		open_document(h, p);
	if (unit)
		write_unit(h, p);
	else if (str_eq(p->row.kind, STR("junk")))
		write_junk(h, &p->row);
	for (i = 0; i < p->count; i++) {
		held = stanza_holds(p, &p->notes[i]);
		h->counts[kind_find(p->notes[i].kind)]++;
		facts_add(&h->facts, &p->notes[i], held ? h->units : 0);
		if (!held)
			write_loose(h, &p->notes[i]);
	}
}

static void
write_switch(struct html *h, struct str kind, size_t count)
{
	MARKUP(h->out, "<label class=\"");
	buf_add(h->out, kind);
	MARKUP(h->out, "\"><input type=\"checkbox\" id=\"k-");
	buf_add(h->out, kind);
	MARKUP(h->out, "\" checked>");
	buf_add(h->out, kind);
	MARKUP(h->out, " <small>");
	buf_size(h->out, count);
	MARKUP(h->out, "</small></label>\n");
}

static void
write_legend(struct html *h)
{
	size_t i;

	MARKUP(h->out, "<nav class=\"legend\" aria-label=\"Kinds\">\n");
	for (i = 0; i < KINDS; i++)
		if (h->counts[i])
			write_switch(h, str_of(kinds[i].name), h->counts[i]);
	if (h->junk)
		write_switch(h, STR("junk"), h->junk);
	MARKUP(h->out, "<label class=\"names\"><input type=\"checkbox\" "
		"id=\"k-names\">labels</label>\n</nav>\n");
}

static void
end(struct view *v)
{
	struct html *h = v->state;

	if (!h->begun)
		markup_page(h->out, STR("no rows"));
	close_document(h);
	write_legend(h);
	if (h->documents > 1) {
		MARKUP(h->out, "<nav class=\"contents\" "
			"aria-label=\"Documents\">\n<ol>\n");
		buf_add(h->out, buf_str(&h->contents));
		MARKUP(h->out, "</ol>\n</nav>\n");
	}
	markup_page_end(h->out);
	buf_free(&h->doc);
	buf_free(&h->paragraph);
	buf_free(&h->contents);
	facts_free(&h->facts);
}

const struct view_class view_html = { begin, take, end };
