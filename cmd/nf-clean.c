/* nf-clean - the text of pages, without what stands around it */
#include "filter.h"

#include "boilerplate.h"
#include "boilerplate_lines.h"
#include "boilerplate_meta.h"
#include "charset.h"
#include "die.h"
#include "reader.h"
#include "site.h"
#include "sniff.h"
#include "timex_anchor.h"
#include "utf8.h"

enum { FROM_AUTO, FROM_HTML, FROM_TEXT };

static int from;
static bool junk, render, learn;
static const struct charset *charset;
static bool roles[ROLES]; /* that are wanted */
static const char *site_path;
static struct arena *forever;
static struct boilerplate *cleaner;
static const struct timex_tables *dates; /* made when a text is to be dated */
static struct site site;
static struct site_count seen; /* of --learn */
static uint32_t pages;         /* that were seen */
static bool is_page;      /* what comes now is HTML */
static size_t number;     /* of the last paragraph */

static bool
set_from(const char *argument)
{
	static const char *const names[] = { "auto", "html", "text" };
	int i;

	for (i = 0; i < 3; i++)
		if (str_eq(str_of(argument), str_of(names[i]))) {
			from = i;
			return true;
		}
	return false;
}

static bool
set_charset(const char *argument)
{
	charset = charset_find(str_of(argument));
	return charset != NULL;
}

static bool
set_roles(const char *argument)
{
	struct str rest = str_of(argument), name;
	int i;

	for (i = 0; i < ROLES; i++)
		roles[i] = false;
	while (rest.n) {
		name = str_cut(&rest, ',');
		for (i = 0; i < ROLES; i++)
			if (str_eq(name, str_of(role_names[i])))
				break;
		if (i == ROLES)
			return false;
		roles[i] = true;
	}
	return true;
}

static bool
set_site(const char *argument)
{
	site_path = argument;
	return true;
}

static bool
whole(struct filter *f, struct str beginning)
{
	(void)f;
	return from == FROM_HTML ||
	    (from == FROM_AUTO && sniff_html(beginning));
}

/* ---- rows ---------------------------------------------------------------- */

struct output_row {
	struct filter *f;
	const struct page *page;
	const struct block *blocks;
};

static struct str
number_text(struct arena *a, size_t n)
{
	struct buf b;
	struct str s;

	buf_init(&b, a->os);
	buf_size(&b, n);
	s = arena_copy(a, buf_str(&b));
	buf_free(&b);
	return s;
}

/* START-END of the block in the page. */
static struct str
place(struct arena *a, const struct html_block *h)
{
	struct str s = number_text(a, h->at);

	s = arena_append(a, s, STR("-"));
	return arena_append(a, s, number_text(a, h->at_end));
}

static struct str
two_decimals(struct arena *a, unsigned p)
{
	char digits[4] = { '0', '.', (char)('0' + p / 10 % 10),
		(char)('0' + p % 10) };

	return arena_copy(a, (struct str){ digits, 4 });
}

static struct str
attributes(const struct output_row *o, const struct piece *p,
    const struct html_block *html)
{
	struct arena *scratch = arena_scratch(&o->f->arena);
	struct span s = { .attrs = { NULL, 0 } };

	arena_reset(scratch);
	if (html)
		span_attr(scratch, &s, "at", place(scratch, html));
	span_attr(scratch, &s, "p", two_decimals(scratch, p->p));
	if (p->keep)
		span_attr(scratch, &s, "role", str_of(role_names[p->role]));
	if (o->f->why && p->rule)
		span_attr(scratch, &s, "why", str_of(p->rule));
	return s.attrs;
}

/* The same of plain text, where they are few: each is made once. */
static struct str
plain_attributes(const struct output_row *o, const struct piece *p)
{
	static struct str known[ROLES + 1][100];
	struct str *s = &known[p->keep ? p->role : ROLES][p->p % 100];

	if (o->f->why)
		return attributes(o, p, NULL);
	if (!s->n)
		*s = arena_copy(forever, attributes(o, p, NULL));
	return *s;
}

static void
write_piece(const struct output_row *o, const struct piece *p, size_t end)
{
	struct filter *f = o->f;
	const struct block *b = &o->blocks[p->block];
	struct str text = boilerplate_strip(str_slice(b->text, p->start, end));
	struct record r;

	if (!text.n || (p->keep && !roles[p->role]))
		return;
	if (f->text) {
		if (p->keep) {
			filter_out(f, text);
			filter_out(f, STR("\n"));
			f->found = true;
		}
		return;
	}
	if (!p->keep && !junk)
		return;
	r.kind = p->keep ? STR("para") : STR("junk");
	r.doc = o->page->name;
	r.number = p->keep ? ++number : number;
	r.start = b->start + (size_t)(text.s - b->text.s);
	r.end = r.start + text.n;
	r.text = text;
	r.value = p->keep ? STR("-") : str_of(junk_names[p->junk]);
	r.attrs = b->html ? attributes(o, p, b->html)
			  : plain_attributes(o, p);
	filter_row(f, &r);
}

/* Whether two pieces are parts of one block and of one kind. */
static bool
go_together(const struct piece *a, const struct piece *b)
{
	return a->block == b->block && a->keep == b->keep &&
	    (a->keep ? a->role == b->role : a->junk == b->junk);
}

static void
write_pieces(const struct output_row *o, const struct piece *pieces,
    size_t count)
{
	size_t i, k;

	for (i = 0; i < count; i = k) {
		for (k = i + 1; k < count; k++)
			if (!go_together(&pieces[i], &pieces[k]))
				break;
		write_piece(o, &pieces[i], pieces[k - 1].end);
	}
}

static void
write_doc(const struct output_row *o, const struct page_facts *facts,
    const struct piece *pieces, size_t count)
{
	struct filter *f = o->f;
	struct span s = { .attrs = { NULL, 0 } };
	struct record r = { .kind = STR_INIT("doc") };

	span_attr(&f->arena, &s, "author", facts->author);
	if (facts->by)
		span_attr(&f->arena, &s, "by", str_of(facts->by));
	span_attr(&f->arena, &s, "lang", facts->lang);
	span_attr(&f->arena, &s, "nf", STR("1"));
	span_attr(&f->arena, &s, "site", facts->site);
	span_attr(&f->arena, &s, "url", facts->url);
	r.doc = o->page->name;
	r.text = facts->title;
	if (facts->title_piece < count) {
		const struct piece *p = &pieces[facts->title_piece];
		const struct block *b = &o->blocks[p->block];

		r.text = str_trim(r.text);
		r.start = b->start + (size_t)(r.text.s - b->text.s);
		r.end = r.start + r.text.n;
	}
	r.value = facts->date;
	r.attrs = utf8_clean(&f->arena, s.attrs);
	filter_row(f, &r);
}

/* ---- pages --------------------------------------------------------------- */

static struct block *
html_blocks(struct filter *f, struct html_page *html)
{
	struct block *blocks = ARENA_ARRAY(&f->arena, struct block,
	    html->count);
	size_t i;

	for (i = 0; i < html->count; i++) {
		const struct html_block *h = &html->blocks[i];

		blocks[i].text = str_slice(html->text, h->start, h->end);
		blocks[i].start = h->start;
		blocks[i].html = h;
	}
	return blocks;
}

/* The blocks of a page, or of a window of a text; *html is NULL for text. */
static struct block *
read_blocks(struct filter *f, const struct page *p, struct html_page **html,
    size_t *count)
{
	struct str bytes = p->bytes;

	*html = NULL;
	if (is_page) {
		*html = html_render(&f->arena,
		    charset_decode(&f->arena, bytes, charset));
		*count = (*html)->count;
		return html_blocks(f, *html);
	}
	if (charset)
		bytes = charset_convert(&f->arena, bytes, charset);
	return lines_split(&f->arena, bytes, p->offset, count);
}

static void
learn_blocks(struct filter *f, const struct block *blocks, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		site_see(&seen, &f->forever, boilerplate_hash(blocks[i].text),
		    pages);
}

static void
show_rendered(struct filter *f, const struct page *p)
{
	struct str bytes = p->bytes;

	if (is_page)
		bytes = html_render(&f->arena, charset_decode(&f->arena, bytes,
		    charset))->text;
	else if (charset)
		bytes = charset_convert(&f->arena, bytes, charset);
	filter_out(f, bytes);
}

/* What the texts of the page say, when nothing else tells its date. */
static void
find_date(struct filter *f, const struct block *blocks, size_t count,
    struct page_facts *facts)
{
	struct str *texts = ARENA_ARRAY(&f->arena, struct str, count + 1);
	struct timex_anchor found;
	size_t i;

	if (!dates)
		dates = timex_start(forever);
	for (i = 0; i < count; i++)
		texts[i] = utf8_clean(&f->arena, blocks[i].text);
	found = timex_document_date(&f->arena, dates, texts, count);
	facts->date = found.value;
	facts->by = found.rule;
}

static void
clean(struct filter *f, const struct page *p)
{
	struct output_row o = { f, p, NULL };
	struct html_page *html;
	struct block *blocks;
	struct piece *pieces;
	struct page_facts facts;
	size_t count, n;

	if (p->first) {
		is_page = whole(f, p->bytes);
		number = 0;
		pages++;
	}
	if (render) {
		show_rendered(f, p);
		return;
	}
	o.blocks = blocks = read_blocks(f, p, &html, &count);
	if (learn) {
		learn_blocks(f, blocks, count);
		return;
	}
	pieces = boilerplate_find(&f->arena, cleaner, blocks, count, html,
	    &site, &n);
	page_facts(&f->arena, blocks, pieces, n, html, &facts);
	if (p->first && !f->text && !is_page && !facts.date.n)
		find_date(f, blocks, count, &facts);
	if (p->first && !f->text)
		write_doc(&o, &facts, pieces, n);
	write_pieces(&o, pieces, n);
}

static void
read_site(struct filter *f)
{
	struct str list;
	int error = reader_file(&f->forever, site_path, &list);

	if (error)
		die(f->os, error, "%s:", site_path);
	if (!site_read(&site, &f->forever, list))
		die(f->os, 0, "%s: not a list of nf-clean --learn", site_path);
}

/* The end of --learn. */
static void
finish(struct filter *f)
{
	struct buf out;

	if (!learn)
		return;
	buf_init(&out, f->os);
	site_write(&seen, &f->forever, &out);
	filter_out(f, buf_str(&out));
	buf_free(&out);
}

static void
start(struct filter *f)
{
	const char *why;

	if (site_path)
		read_site(f);
	forever = &f->forever;
	cleaner = boilerplate_make(forever, &why);
	if (!cleaner)
		die(f->os, 0, "model: %s", why);
}

static const struct option_spec options[] = {
	{ 'j', "junk", NULL, "also what is taken out, and why", NULL, &junk },
	{ 0, "render", NULL, "the page as text, nothing taken out", NULL,
	    &render },
	{ 0, "from", "TYPE", "auto, html or text", set_from, NULL },
	{ 0, "charset", "NAME", "the encoding of the pages", set_charset,
	    NULL },
	{ 0, "roles", "LIST", "only paragraphs of these roles", set_roles,
	    NULL },
	{ 0, "learn", NULL, "the lines that stand on three pages", NULL,
	    &learn },
	{ 0, "site", "FILE", "drop the lines learnt before", set_site, NULL },
	{ 0 }
};

int
main(int argc, char *argv[])
{
	static const char *const kinds[] = { "doc", "para", "junk", NULL };
	static struct filter f = {
		.name = "nf-clean",
		.purpose = "the text of pages, without what stands around it",
		.example = "nf-clean page.html | nf-sent",
		.kinds = kinds,
		.options = options,
		.start = start,
		.finish = finish,
		.page = clean,
		.whole = whole,
	};
	int i;

	for (i = 0; i < ROLES; i++)
		roles[i] = true;
	return filter_main(&f, argc, argv);
}
