/* boilerplate_meta - what is known about a page as a whole
 *
 * A date is taken from the most trustworthy place that has one: JSON-LD, meta
 * elements, itemprops, the address, time elements, a line that is nothing but
 * a date. A page that shows none of these has no date. */
#include "boilerplate_meta.h"

#include "html.h"
#include "json_scan.h"

enum { TIME_BEFORE = 12, TIME_AFTER = 80 }; /* half blocks */

struct finder {
	struct arena *arena;
	const struct block *blocks;
	const struct piece *pieces;
	size_t count;
	const struct html_page *html;
	struct page_facts *facts;
};

struct str
page_meta(struct arena *a, const struct html_page *html, const char *name)
{
	size_t i;

	for (i = 0; html && i < html->meta_count; i++)
		if (str_eq_nocase(html->metas[i].name, str_of(name)))
			return str_trim(html_value(a, html->metas[i].content));
	return (struct str){ NULL, 0 };
}

static struct str
meta(const struct finder *f, const char *name)
{
	return page_meta(f->arena, f->html, name);
}

/* The first string of a key in JSON-LD. */
static struct str
data(const struct finder *f, struct str key)
{
	struct str value;
	size_t i, at;

	for (i = 0; f->html && i < f->html->data_count; i++) {
		at = 0;
		if (json_scan(f->arena, f->html->data[i], key, &at, &value))
			return str_trim(value);
	}
	return (struct str){ NULL, 0 };
}

/* ---- the date ------------------------------------------------------------ */

static bool
set_date(struct finder *f, struct str text, const char *by)
{
	if (f->facts->date.n || !text.n ||
	    !facts_date(f->arena, text, &f->facts->date, NULL))
		return false;
	f->facts->by = by;
	return true;
}

static void
date_from_metas(struct finder *f)
{
	static const char *const names[] = { "article:published_time",
		"og:article:published_time", "datePublished",
		"og:published_time", "article:published", "published_time",
		"parsely-pub-date", "sailthru.date", "pubdate", "publishdate",
		"publish-date", "publish_date", "publication_date",
		"published-date", "pub_date", "ptime",
		"cXenseParse:recs:publishtime", "cXenseParse:publishtime",
		"DC.date.issued", "dcterms.created",
		"dc.date.created", "DC.date", "dcterms.date", "dc.terms.date",
		"OriginalPublicationDate", "article.published",
		"article_date_original", "apub:time", "dateCreated",
		"article.created", "cdate", "created", "rnews:datePublished",
		"bt:pubdate", "shareaholic:article_published_time", "date",
		"og:pubdate", "citation_publication_date",
		"citation_date", "displaydate", "Last-Modified-Date" };
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names; i++)
		set_date(f, meta(f, names[i]), "meta");
}

/* An address like /2024/07/25/ or /2024-07-25-. */
static void
date_from_url(struct finder *f)
{
	struct str url = f->facts->url;
	size_t i, slash = str_find(url, STR("//"));

	for (i = slash; i + 9 < url.n; i++) {
		struct str part = str_slice(url, i + 1, i + 11);

		if (url.s[i] == '/' && (str_starts(part, STR("20")) ||
		    str_starts(part, STR("19"))) && set_date(f, part, "url"))
			return;
	}
}

static struct str
piece_text(const struct finder *f, size_t i)
{
	return str_slice(f->blocks[f->pieces[i].block].text,
	    f->pieces[i].start, f->pieces[i].end);
}

/* The block where the article begins: its title's, else that of the first
 * piece that is kept. */
static size_t
beginning(const struct finder *f)
{
	size_t i = f->facts->title_piece;

	if (i >= f->count)
		for (i = 0; i < f->count && !f->pieces[i].keep; )
			i++;
	return i < f->count ? i : 0;
}

/* The part of a text that can tell when a page was published: behind a word
 * for that, and before a word for a later change. */
static struct str
published_part(struct str text)
{
	static const struct str changes[] = { STR_INIT("Updated"),
		STR_INIT("updated"), STR_INIT("UPDATED"), STR_INIT("Modified"),
		STR_INIT("modified"), STR_INIT("MODIFIED"),
		STR_INIT("Reviewed"), STR_INIT("reviewed"),
		STR_INIT("REVIEWED") };
	size_t i, at = str_find(text, STR("ublished"));

	if (at < text.n)
		text = str_slice(text, at, text.n);
	for (i = 0; i < sizeof changes / sizeof *changes; i++)
		text.n = str_find(text, changes[i]);
	return text;
}

/* Whether the only date that a text can have is that of a change. */
static bool
tells_change(struct arena *a, struct str text)
{
	struct str part = published_part(text), date;

	return part.s + part.n < text.s + text.n &&
	    !facts_date(a, part, &date, NULL);
}

/* The time element nearest to the beginning, a little before it or behind;
 * else the only one of the page. */
static void
date_from_times(struct finder *f)
{
	struct str best = { NULL, 0 }, only = best;
	size_t i, away, nearest = TIME_AFTER, others = 0, from;

	if (!f->html || !f->count)
		return;
	from = f->pieces[beginning(f)].block;
	for (i = 0; i < f->html->meta_count; i++) {
		const struct html_meta *m = &f->html->metas[i];

		if (!str_eq(m->name, STR("<time>")) ||
		    (m->block < f->html->count && tells_change(f->arena,
			f->blocks[m->block].text)))
			continue;
		others += only.n && !str_eq(only, m->content);
		only = m->content;
		away = m->block >= from ? 2 * (m->block - from)
					: 2 * (from - m->block) + 1;
		if (away < nearest && (m->block > from || away < TIME_BEFORE)) {
			nearest = away;
			best = m->content;
		}
	}
	set_date(f, best, "time");
	if (!others)
		set_date(f, only, "time");
}

/* Whether the class names around a piece speak of dates. */
static bool
in_date_element(const struct finder *f, size_t i)
{
	static const struct str names[] = { STR_INIT("date"), STR_INIT("Date"),
		STR_INIT("ublish"), STR_INIT("posted"), STR_INIT("timestamp") };
	const struct html_block *h = f->blocks[f->pieces[i].block].html;
	uint32_t node = h ? h->node : 0;
	size_t k, up;

	for (up = 0; node && up < 2; up++) {
		struct str class = html_source(f->html,
		    f->html->nodes[node].class);

		for (k = 0; k < sizeof names / sizeof *names; k++)
			if (str_find(class, names[k]) < class.n)
				return true;
		node = f->html->nodes[node].parent;
	}
	return false;
}

/* Lines that are little more than a date, from some pieces before to some
 * after a place; if wanted, only those in an element that is made for it. When
 * a page was updated is not when it was published. */
static void
date_from_lines(struct finder *f, size_t from, size_t before, size_t after,
    bool element)
{
	size_t i, rest;
	struct str date;

	for (i = from > before ? from - before : 0;
	     i < f->count && i < from + after; i++) {
		struct str text = published_part(piece_text(f, i));

		if (text.n < 120 && (!element || in_date_element(f, i)) &&
		    facts_date(f->arena, text, &date, &rest) && rest < 56) {
			set_date(f, text, "dateline");
			return;
		}
	}
}

/* The place behind the last piece that is kept. */
static size_t
ending(const struct finder *f)
{
	size_t i = f->count;

	while (i > 0 && !f->pieces[i - 1].keep)
		i--;
	return i;
}

/* The first piece of the text behind a place. */
static size_t
text_after(const struct finder *f, size_t i)
{
	while (i < f->count && !(f->pieces[i].keep &&
	    f->pieces[i].role == ROLE_TEXT))
		i++;
	return i;
}

/* What the page shows its readers. */
static void
date_from_view(struct finder *f)
{
	size_t from = beginning(f), text = text_after(f, from + 1);

	if (!f->html) {
		date_from_lines(f, from, 8, 12, false);
		return;
	}
	date_from_times(f);
	date_from_lines(f, from, 4, text < from + 28 ? 30 : text - from + 2,
	    true);
	date_from_lines(f, from, 4, 10, false);
	date_from_lines(f, ending(f), 0, 4, false);
}

static void
find_date(struct finder *f)
{
	set_date(f, data(f, STR("datePublished")), "jsonld");
	date_from_metas(f);
	date_from_url(f);
	date_from_view(f);
	set_date(f, data(f, STR("dateCreated")), "jsonld");
}

/* ---- the rest ------------------------------------------------------------ */

static struct str
first_of(struct str a, struct str b)
{
	return a.n ? a : b;
}

/* The site's name: stated, or a piece that is the end of the stated title. */
static struct str
find_site(const struct finder *f, struct str title)
{
	struct str tail, site = meta(f, "og:site_name");
	size_t i;

	title_head(title, &tail);
	for (i = 0; tail.n && i < f->count; i++)
		if (str_eq_nocase(piece_text(f, i), tail))
			return tail;
	return site;
}

static void
find_title(struct finder *f)
{
	struct str stated = title_plain(f->arena, first_of(
	    meta(f, "og:title"), meta(f, "<title>")));
	size_t i;

	stated = title_without_site(stated, find_site(f, stated));
	f->facts->title = stated;
	for (i = 0; i < f->count; i++)
		if (f->pieces[i].keep && f->pieces[i].role == ROLE_TITLE) {
			f->facts->title = title_of_heading(f->arena,
			    piece_text(f, i), stated);
			break;
		}
	f->facts->title_piece = i;
}

/* An author's name in JSON-LD: the first name behind the key. */
static struct str
data_author(const struct finder *f)
{
	struct str value = { NULL, 0 }, rest;
	size_t i, at;

	for (i = 0; f->html && i < f->html->data_count; i++) {
		rest = f->html->data[i];
		at = str_find(rest, STR("\"author\""));
		if (at >= rest.n)
			continue;
		rest = str_slice(rest, at, at + 600);
		at = 0;
		if (json_scan(f->arena, rest, STR("name"), &at, &value))
			break;
	}
	return str_trim(value);
}

static bool
is_address(struct str s)
{
	return str_find(s, STR("://")) < s.n || str_index(s, '@') < s.n;
}

static struct str
byline(const struct finder *f)
{
	size_t i;
	struct str text;

	for (i = 0; i < f->count; i++)
		if (f->pieces[i].keep && f->pieces[i].role == ROLE_BYLINE) {
			text = piece_text(f, i);
			if (str_eq_nocase(str_slice(text, 0, 3), STR("by ")))
				text = str_trim(str_slice(text, 3, text.n));
			return facts_before_date(f->arena, text);
		}
	return (struct str){ NULL, 0 };
}

static void
find_author(struct finder *f)
{
	struct str author = data_author(f);

	if (!author.n || is_address(author))
		author = meta(f, "author");
	if (!author.n || is_address(author))
		author = meta(f, "article:author");
	if (!author.n || is_address(author))
		author = byline(f);
	f->facts->author = is_address(author) ? (struct str){ NULL, 0 }
					      : author;
}

void
page_facts(struct arena *a, const struct block *blocks,
    const struct piece *pieces, size_t count, const struct html_page *html,
    struct page_facts *facts)
{
	struct finder f = { .arena = a, .blocks = blocks, .pieces = pieces,
		.count = count, .html = html, .facts = facts };

	*facts = (struct page_facts){ .title_piece = count };
	find_title(&f);
	if (html) {
		facts->url = first_of(meta(&f, "<canonical>"),
		    meta(&f, "og:url"));
		facts->site = meta(&f, "og:site_name");
		facts->lang = str_trim(html_value(a, html->lang));
	}
	find_author(&f);
	find_date(&f);
}
