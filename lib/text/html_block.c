/* html_block - the text of a page, block by block
 *
 * A stack of open elements, of capped depth, stands in for the tree that a
 * browser builds. Only elements that may matter are on it: blocks, and what
 * is not for reading; an inline element (b, span, ...) at most switches a flag.
 * End tags that the standard lets authors leave out are put in (a new p or
 * block ends a p, a new li an li ...); an end tag that fits nothing is ignored;
 * one that does not fit the top closes all up to its element, but never
 * reaches out of a table cell. That is where a tree differs little, and where
 * text comes out in the same order: the adoption agency and foster parenting
 * of the standard move elements about, not the text between blocks.
 *
 * An element becomes a node when the first block in it is written, so that
 * empty elements cost nothing. */
#include "html_block.h"

#include <string.h>

#include "buf.h"
#include "html.h"

enum {
	DEPTH_MAX = 256, /* open elements; deeper ones are only counted  */
	BLOCKS_MIN = 16384, /* blocks that any page may have        */
	PER_BLOCK = 512, /* and one more for so many bytes of it     */
	METAS_MAX = 400,
	DATA_MAX = 64,
	CELL_MAX = 80    /* bytes of a row after which cells stand apart */
};

struct open {
	enum html_element element;
	unsigned traits;
	uint32_t node; /* 0: it is none yet */
	bool hidden;
	struct html_slice class, id, itemprop;
};

struct renderer {
	struct arena *arena;
	struct html html;
	struct html_token token;
	struct html_page *page;
	size_t block_max, node_max;

	struct open stack[DEPTH_MAX]; /* [depth] */
	size_t depth, over;           /* over: open, but not on the stack */
	uint32_t open[ELEMENTS];      /* how many of each are on the stack */
	size_t skipped;               /* open elements not for reading */

	struct html_block block; /* being made */
	char *text;              /* the rendered text */
	size_t n;                /* bytes of it */
	bool blank;              /* white space has been seen */
	bool broken;             /* a block has ended in this table row */
	size_t link;             /* 1 + depth of the stack when a link began */
	size_t bold;             /* the same of bold text */
	size_t newlines;         /* in a row, in pre */
};

/* ---- blocks and nodes ---------------------------------------------------- */

static uint32_t
add_node(struct renderer *r, const struct open *o, uint32_t parent)
{
	struct html_page *p = r->page;
	struct html_node *node;

	node = &p->nodes[p->node_count];
	node->parent = parent;
	node->element = (uint8_t)o->element;
	node->depth = (uint8_t)(p->nodes[parent].depth +
	    (p->nodes[parent].depth < 255));
	node->hidden = o->hidden;
	node->class = o->class;
	node->id = o->id;
	node->itemprop = o->itemprop;
	return (uint32_t)p->node_count++;
}

/* The node of the innermost open element that has one or gets one. */
static uint32_t
current_node(struct renderer *r)
{
	uint32_t node = 0;
	size_t i = r->depth;

	while (i && !r->stack[i - 1].node)
		i--;
	if (i)
		node = r->stack[i - 1].node;
	for (; i < r->depth && r->page->node_count < r->node_max; i++)
		node = r->stack[i].node = add_node(r, &r->stack[i], node);
	return node;
}

/* Ends the block, if there is text in it. */
static void
flush(struct renderer *r)
{
	struct html_page *p = r->page;

	r->blank = false;
	r->newlines = 0;
	if (r->n == r->block.start)
		return;
	if (p->count >= r->block_max) { /* too many: they run together */
		r->blank = true;
		return;
	}
	r->block.end = (uint32_t)r->n;
	r->block.node = current_node(r);
	p->blocks[p->count++] = r->block;
	r->text[r->n++] = '\n';
	r->block = (struct html_block){ .start = (uint32_t)r->n,
		.links = r->link ? 1 : 0 };
	r->broken = true;
}

/* ---- text ---------------------------------------------------------------- */

/* Adds visible bytes that stand at an offset of the page. */
static void
add_bytes(struct renderer *r, const char *s, size_t n, size_t at)
{
	size_t before = r->n;

	if (r->n == r->block.start)
		r->block.at = (uint32_t)at;
	else if (r->blank)
		r->text[r->n++] = ' ';
	r->blank = false;
	memcpy(r->text + r->n, s, n);
	r->n += n;
	if (r->link)
		r->block.linked += (uint32_t)(r->n - before);
	if (r->bold)
		r->block.bold += (uint32_t)(r->n - before);
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r';
}

/* Notes white space; a blank line in pre ends a block. */
static void
add_space(struct renderer *r, char c)
{
	r->blank = true;
	if (c == '\n' && r->open[ELEMENT_PRE] && ++r->newlines == 2)
		flush(r);
}

/* The length of a character at the front that is no text: a no-break space
 * counts as a blank, a soft hyphen and a mark of byte order as nothing. */
static size_t
invisible(struct renderer *r, struct str s)
{
	unsigned char c = (unsigned char)s.s[0];

	if (c == 0xc2 && s.n > 1 && (unsigned char)s.s[1] == 0xa0) {
		r->blank = true;
		return 2;
	}
	if (c == 0xc2 && s.n > 1 && (unsigned char)s.s[1] == 0xad)
		return 2;
	if (c == 0xef && str_starts(s, STR("\xef\xbb\xbf")))
		return 3;
	if (c == 0xe2 && str_starts(s, STR("\xe2\x80\x8b")))
		return 3;
	return c < ' ' || c == 0x7f ? 1 : 0;
}

/* The length of the run at the front in which nothing is special. */
static size_t
plain_run(struct str s)
{
	size_t n;

	for (n = 0; n < s.n; n++) {
		unsigned char c = (unsigned char)s.s[n];

		if (c <= ' ' || c == '&' || c == 0x7f || c == 0xc2 ||
		    c == 0xe2 || c == 0xef)
			break;
	}
	return n;
}

static void
add_text(struct renderer *r, struct str raw, size_t at)
{
	size_t i = 0, n, length;
	char meaning[HTML_REFERENCE_MAX];

	while (i < raw.n) {
		struct str rest = str_slice(raw, i, raw.n);

		if (is_space(raw.s[i])) {
			add_space(r, raw.s[i]);
			i++;
			continue;
		}
		r->newlines = 0;
		if ((n = plain_run(rest)) != 0) {
			add_bytes(r, rest.s, n, at + i);
			length = n;
		} else if (raw.s[i] == '&' && (length = html_reference(rest,
			       false, meaning, &n)) != 0) {
			struct str s = { meaning, n };

			if (is_space(s.s[0]))
				r->blank = true;
			else if (!invisible(r, s))
				add_bytes(r, s.s, n, at + i);
		} else if ((length = invisible(r, rest)) == 0) {
			length = 1;
			add_bytes(r, rest.s, 1, at + i);
		}
		i += length;
		if (r->n > r->block.start)
			r->block.at_end = (uint32_t)(at + i);
	}
}

static bool
is_blank(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (!is_space(s.s[i]))
			return false;
	return true;
}

/* ---- the stack ----------------------------------------------------------- */

static void
pop(struct renderer *r)
{
	struct open *o = &r->stack[r->depth - 1];

	if (o->traits & (TRAIT_BLOCK | TRAIT_SKIP))
		flush(r);
	if (o->traits & TRAIT_TABLE)
		r->blank = true;
	r->depth--;
	r->open[o->element]--;
	r->skipped -= (o->traits & TRAIT_SKIP) != 0;
	if (o->traits & TRAIT_FOREIGN)
		r->html.foreign = r->open[ELEMENT_SVG] ||
		    r->open[ELEMENT_MATH];
	if (r->link > r->depth + 1)
		r->link = 0;
	if (r->bold > r->depth + 1)
		r->bold = 0;
}

/* Closes the innermost element of a kind, and all that is open in it; not
 * beyond one that has a trait of the barrier. */
static void
close_to(struct renderer *r, enum html_element e, unsigned barrier)
{
	size_t i;

	if (!r->open[e])
		return;
	for (i = r->depth; i; i--) {
		if (r->stack[i - 1].element == e)
			break;
		if (r->stack[i - 1].traits & barrier)
			return;
	}
	while (i && r->depth >= i)
		pop(r);
}

static bool
in_table(enum html_element e)
{
	return e == ELEMENT_TD || e == ELEMENT_TH || e == ELEMENT_TR ||
	    e == ELEMENT_TBODY || e == ELEMENT_THEAD || e == ELEMENT_TFOOT;
}

/* Closes one of the table's parts, within this table. */
static void
close_part(struct renderer *r, enum html_element e)
{
	size_t i;

	if (!r->open[e])
		return;
	for (i = r->depth; i && r->stack[i - 1].element != e; i--)
		if (r->stack[i - 1].element == ELEMENT_TABLE)
			return;
	while (i && r->depth >= i)
		pop(r);
}

/* What a start tag closes that its author left open. */
static void
close_implied(struct renderer *r, enum html_element e, unsigned traits)
{
	static const enum html_element parts[] = { ELEMENT_TD, ELEMENT_TH,
		ELEMENT_TR, ELEMENT_TBODY, ELEMENT_THEAD, ELEMENT_TFOOT };
	size_t i;

	if (r->html.foreign && traits & TRAIT_BLOCK) {
		close_to(r, ELEMENT_SVG, 0);
		close_to(r, ELEMENT_MATH, 0);
	}
	if (r->open[ELEMENT_HEAD] && traits & TRAIT_BLOCK)
		close_to(r, ELEMENT_HEAD, 0);
	if (in_table(e))
		for (i = 0; i < sizeof parts / sizeof *parts; i++) {
			close_part(r, parts[i]);
			if (parts[i] == e ||
			    (e == ELEMENT_TD && parts[i] == ELEMENT_TH))
				break;
		}
	if (e == ELEMENT_LI || e == ELEMENT_BUTTON)
		close_to(r, e, TRAIT_LIST | TRAIT_TABLE);
	if (e == ELEMENT_DT || e == ELEMENT_DD) {
		close_to(r, ELEMENT_DT, TRAIT_LIST | TRAIT_TABLE);
		close_to(r, ELEMENT_DD, TRAIT_LIST | TRAIT_TABLE);
	}
	if (traits & TRAIT_BLOCK && e != ELEMENT_BR && e != ELEMENT_BUTTON &&
	    e != ELEMENT_LABEL && e != ELEMENT_CUSTOM)
		close_to(r, ELEMENT_P, TRAIT_TABLE);
}

static bool
is_hidden(const struct html_token *t)
{
	struct str style = html_attr(t, STR("style"));

	return html_attr(t, STR("hidden")).s ||
	    str_eq_nocase(html_attr(t, STR("aria-hidden")), STR("true")) ||
	    (style.n && (str_find(style, STR("display:none")) < style.n ||
	    str_find(style, STR("display: none")) < style.n));
}

/* The value of an attribute as a slice of the page. */
static struct html_slice
slice(const struct renderer *r, struct str name)
{
	struct str value = html_attr(&r->token, name);

	if (!value.n)
		return (struct html_slice){ 0, 0 };
	return (struct html_slice){ (uint32_t)(value.s - r->page->source.s),
		(uint32_t)value.n };
}

static void
push(struct renderer *r, enum html_element e, unsigned traits)
{
	const struct html_token *t = &r->token;
	struct open *o = &r->stack[r->depth];

	if (r->depth == DEPTH_MAX) {
		r->over++;
		return;
	}
	r->depth++;
	r->open[e]++;
	*o = (struct open){ .element = e, .traits = traits };
	r->skipped += (traits & TRAIT_SKIP) != 0;
	if (traits & TRAIT_FOREIGN)
		r->html.foreign = true;
	if (r->skipped || !t->count)
		return;
	o->class = slice(r, STR("class"));
	o->id = slice(r, STR("id"));
	o->itemprop = slice(r, STR("itemprop"));
	o->hidden = is_hidden(t);
}

/* ---- what the page says of itself ---------------------------------------- */

static void
add_meta(struct renderer *r, struct str name, struct str content)
{
	struct html_page *p = r->page;

	if (p->meta_count < METAS_MAX && name.n && content.n)
		p->metas[p->meta_count++] =
		    (struct html_meta){ name, content, p->count };
}

static void
take_meta(struct renderer *r)
{
	const struct html_token *t = &r->token;
	struct str content = html_attr(t, STR("content"));

	add_meta(r, html_attr(t, STR("property")), content);
	add_meta(r, html_attr(t, STR("name")), content);
	add_meta(r, html_attr(t, STR("itemprop")), content);
	add_meta(r, html_attr(t, STR("http-equiv")), content);
}

/* Takes the text of a title or of JSON-LD, which is the next token. */
static void
take_text(struct renderer *r, enum html_element e)
{
	struct html_page *p = r->page;
	struct html next = r->html;
	struct html_token text;
	struct str type = html_attr(&r->token, STR("type"));

	if (e == ELEMENT_SCRIPT && str_find(type, STR("ld+json")) == type.n)
		return;
	text.type = HTML_EOF;
	if (!html_next(&next, &text) || text.type != HTML_TEXT)
		return;
	if (e == ELEMENT_TITLE)
		add_meta(r, STR("<title>"), text.data);
	else if (p->data_count < DATA_MAX)
		p->data[p->data_count++] = text.data;
}

static void
take(struct renderer *r, enum html_element e)
{
	const struct html_token *t = &r->token;

	switch (e) {
	case ELEMENT_META:
		take_meta(r);
		break;
	case ELEMENT_LINK:
		if (str_eq_nocase(html_attr(t, STR("rel")), STR("canonical")))
			add_meta(r, STR("<canonical>"),
			    html_attr(t, STR("href")));
		break;
	case ELEMENT_TITLE:
	case ELEMENT_SCRIPT:
		take_text(r, e);
		break;
	case ELEMENT_HTML:
		if (!r->page->lang.n)
			r->page->lang = html_attr(t, STR("lang"));
		break;
	case ELEMENT_TIME:
		r->block.time = true;
		add_meta(r, STR("<time>"), html_attr(t, STR("datetime")));
		add_meta(r, html_attr(t, STR("itemprop")),
		    html_attr(t, STR("datetime")));
		break;
	default:
		if (t->count && html_attr(t, STR("itemprop")).n)
			add_meta(r, html_attr(t, STR("itemprop")),
			    html_attr(t, STR("content")));
	}
}

/* ---- tags ---------------------------------------------------------------- */

static void
inline_start(struct renderer *r, enum html_element e)
{
	if (e == ELEMENT_A) {
		r->link = r->depth + 1;
		r->block.links++;
	} else if (e == ELEMENT_B || e == ELEMENT_STRONG) {
		r->bold = r->depth + 1;
	}
}

static void
inline_end(struct renderer *r, enum html_element e)
{
	if (e == ELEMENT_A)
		r->link = 0;
	else if (e == ELEMENT_B || e == ELEMENT_STRONG)
		r->bold = 0;
}

static void
start_tag(struct renderer *r)
{
	enum html_element e = html_element(r->token.data);
	unsigned traits = html_traits(e);

	take(r, e);
	if (!traits) {
		inline_start(r, e);
		return;
	}
	close_implied(r, e, traits);
	if (traits & (TRAIT_BLOCK | TRAIT_SKIP))
		flush(r);
	if (e == ELEMENT_TR)
		r->broken = false;
	if (e == ELEMENT_TD || e == ELEMENT_TH) {
		if (r->broken || r->n - r->block.start > CELL_MAX)
			flush(r);
		r->blank = true;
	}
	if ((e == ELEMENT_HTML || e == ELEMENT_BODY) && r->open[e])
		return;
	if (traits & TRAIT_STACK &&
	    !(r->token.closed && (r->html.foreign || e == ELEMENT_SVG)))
		push(r, e, traits);
}

static void
end_tag(struct renderer *r)
{
	enum html_element e = html_element(r->token.data);
	unsigned traits = html_traits(e);

	if (!traits) {
		inline_end(r, e);
		return;
	}
	if (traits & TRAIT_BLOCK)
		flush(r);
	if (!(traits & TRAIT_STACK) || e == ELEMENT_HTML || e == ELEMENT_BODY)
		return;
	if (r->over)
		r->over--;
	else if (in_table(e))
		close_part(r, e);
	else
		close_to(r, e, e == ELEMENT_TABLE ? 0 : TRAIT_TABLE);
}

static void
take_token(struct renderer *r)
{
	const struct html_token *t = &r->token;

	switch (t->type) {
	case HTML_START:
		start_tag(r);
		break;
	case HTML_END:
		end_tag(r);
		break;
	case HTML_TEXT:
		if (r->open[ELEMENT_HEAD] && r->depth &&
		    r->stack[r->depth - 1].element == ELEMENT_HEAD &&
		    !is_blank(t->data))
			close_to(r, ELEMENT_HEAD, 0);
		if (!r->skipped && t->content != HTML_RAWTEXT &&
		    t->content != HTML_SCRIPT)
			add_text(r, t->data, t->start);
		break;
	default:
		break;
	}
}

struct html_page *
html_render(struct arena *a, struct str page)
{
	struct renderer *r = ARENA_NEW(a, struct renderer);
	struct html_page *p = ARENA_NEW(a, struct html_page);

	r->arena = a;
	r->page = p;
	p->source = page;
	r->block_max = BLOCKS_MIN + page.n / PER_BLOCK;
	r->node_max = r->block_max * 2;
	/* "&nGt;" of five bytes is six in UTF-8, a blank between blocks
	 * comes from a tag of three */
	r->text = arena_bytes(a, page.n + page.n / 5 + 16);
	p->metas = ARENA_ARRAY(a, struct html_meta, METAS_MAX);
	p->data = ARENA_ARRAY(a, struct str, DATA_MAX);
	/* a block takes a character and a blank line at least, a node a tag
	 * of three characters */
	if (r->block_max > page.n / 3 + 1)
		r->block_max = page.n / 3 + 1;
	if (r->node_max > page.n / 3 + 2)
		r->node_max = page.n / 3 + 2;
	p->blocks = arena_room(a, r->block_max, sizeof *p->blocks);
	p->nodes = arena_room(a, r->node_max, sizeof *p->nodes);
	p->nodes[0] = (struct html_node){ 0 };
	p->node_count = 1;
	html_init(&r->html, page);
	while (html_next(&r->html, &r->token))
		take_token(r);
	flush(r);
	p->text = (struct str){ r->text, r->n };
	return p;
}
