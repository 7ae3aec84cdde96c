/* boilerplate_roles - what the pieces are that are kept
 *
 * In a page with elements these tell. In plain text, the title is the first of
 * the headline-like lines right before the text. */
#include "boilerplate_judge.h"

#include "boilerplate_meta.h"

enum {
	HEAD_WORDS = 16,  /* at most, of a heading */
	BEFORE = 10,      /* pieces before the text in which a title is */
	AFTER_TITLE = 4   /* pieces after it in which the standfirst is */
};

static enum html_element
element(const struct scene *s, size_t i)
{
	const struct html_block *h = s->blocks[s->pieces[i].block].html;

	return h ? (enum html_element)s->html->nodes[h->node].element
		 : ELEMENT_NONE;
}

/* Whether a piece ends like a headline: in a word, a mark of a question or a
 * quotation. */
static bool
is_headline(const struct scene *s, size_t i, unsigned least)
{
	const struct measure *m = &s->measures[i];

	return m->words >= least && m->words <= 30 && !m->bullet &&
	    (m->signs == 0 || m->stops > 0) &&
	    (m->last == EDGE_LOWER || m->last == EDGE_UPPER ||
	    m->last == EDGE_DIGIT || m->last == EDGE_QUOTE ||
	    m->last == EDGE_ASK) &&
	    m->first != EDGE_LOWER && m->first != EDGE_BRACKET;
}

static bool
is_date_line(const struct scene *s, size_t i)
{
	struct str date, text = scene_text(s, i);
	size_t rest;

	return text.n < 60 &&
	    facts_date(s->arena, text, &date, &rest) && rest < 24;
}

static bool
is_byline(const struct scene *s, size_t i)
{
	const struct measure *m = &s->measures[i];
	struct str text = scene_text(s, i);

	return m->words >= 2 && m->words <= 12 && m->last != EDGE_STOP &&
	    (str_starts(text, STR("By ")) || str_starts(text, STR("BY "))) &&
	    m->capitals * 2 > m->words;
}

static void
take(struct piece *p, enum role role, const char *rule)
{
	if (!p->keep)
		p->rule = rule;
	p->keep = true;
	p->junk = JUNK_NONE;
	p->role = role;
}

/* The first of the headline-like pieces that stand together right before the
 * first piece of prose that is kept. */
static size_t
title_by_place(const struct scene *s)
{
	size_t first = 0, i, found = s->count, gap = 0;

	while (first < s->count && !(s->pieces[first].keep &&
	    scene_is_prose(s, first)))
		first++;
	if (first == s->count)
		return s->count;
	for (i = first; i-- > 0 && first - i <= BEFORE && gap < 3; ) {
		const struct measure *m = &s->measures[i];

		if (m->cue_at_start || m->repeats || m->cues[JUNK_APPEAL] ||
		    !is_headline(s, i, 4))
			gap += found < s->count && !is_date_line(s, i);
		else
			found = i;
	}
	return found;
}

static struct str
meta(const struct scene *s, const char *name)
{
	return page_meta(s->arena, s->html, name);
}

/* Whether a heading is the site's name: it says so, it is an address, or the
 * page's title is "Some Story - The Site". */
static bool
is_site(const struct scene *s, size_t i)
{
	struct str text = scene_text(s, i), head, tail;

	if (!s->html)
		return false;
	head = title_head(meta(s, "<title>"), &tail);
	return str_eq_nocase(text, meta(s, "og:site_name")) ||
	    (str_index(text, ' ') == text.n && str_index(text, '.') < text.n) ||
	    (head.n > text.n && str_eq_nocase(text, tail));
}

/* A first-level heading; one that shares no word with the title that the page
 * states is none. */
static bool
may_be_title(const struct scene *s, size_t i)
{
	return element(s, i) == ELEMENT_H1 && s->measures[i].words > 2 &&
	    (s->titled[i] || !meta(s, "og:title").n) && !is_site(s, i);
}

/* A piece that is just what the page's title says. */
static size_t
title_by_name(const struct scene *s)
{
	struct str tail, head = title_head(meta(s, "<title>"), &tail);
	size_t i;

	for (i = 0; head.n && i < s->count; i++)
		if (str_eq_nocase(scene_text(s, i), head))
			break;
	return head.n ? i : s->count;
}

static size_t
find_title(const struct scene *s)
{
	size_t i;

	if (!s->html)
		return title_by_place(s);
	if (s->title < s->count && !is_site(s, s->title))
		return s->title;
	for (i = 0; i < s->count; i++)
		if (may_be_title(s, i))
			return i;
	if (s->title < s->count || meta(s, "og:title").n)
		return title_by_name(s);
	return title_by_place(s);
}

static bool
is_heading(enum html_element e)
{
	return e == ELEMENT_H1 || e == ELEMENT_H2 || e == ELEMENT_H3 ||
	    e == ELEMENT_H4 || e == ELEMENT_H5 || e == ELEMENT_H6;
}

/* Whether prose that is kept comes right after a piece. */
static bool
leads_prose(const struct scene *s, size_t i)
{
	return i + 1 < s->count && s->pieces[i + 1].keep &&
	    scene_is_prose(s, i + 1);
}

static enum role
role_of(const struct scene *s, size_t i)
{
	const struct measure *m = &s->measures[i];
	enum html_element e = element(s, i);

	if (e == ELEMENT_FIGCAPTION || e == ELEMENT_CAPTION ||
	    (m->cues[JUNK_CREDIT] && m->last == EDGE_BRACKET))
		return ROLE_CAPTION;
	if (is_byline(s, i))
		return ROLE_BYLINE;
	if (is_date_line(s, i))
		return ROLE_DATELINE;
	if (is_heading(e))
		return ROLE_HEAD;
	if (e == ELEMENT_LI || m->bullet)
		return ROLE_ITEM;
	if (m->words <= HEAD_WORDS && is_headline(s, i, 1) &&
	    leads_prose(s, i) && !scene_is_prose(s, i))
		return ROLE_HEAD;
	return ROLE_TEXT;
}

/* A heading that leads nothing belongs to what was dropped after it. */
static void
drop_headings(struct scene *s, size_t title)
{
	size_t i;

	for (i = s->count; i-- > 0; ) {
		struct piece *p = &s->pieces[i];
		bool leads = i + 1 < s->count && s->pieces[i + 1].keep;

		if (!p->keep || i == title || leads || s->measures[i].words > 8)
			continue;
		if (p->role == ROLE_HEAD || (p->role == ROLE_TEXT &&
			is_headline(s, i, 1) && i + 1 < s->count &&
			s->measures[i + 1].cue_at_start)) {
			p->keep = false;
			p->rule = "heading";
		}
	}
}

/* What stands between title and text: bylines, dates, the standfirst, which
 * may be prose and stand before them. */
static void
after_title(struct scene *s, size_t title)
{
	size_t i, standfirst = s->count, prose = 0;

	for (i = title + 1; i < s->count && i <= title + AFTER_TITLE; i++) {
		struct piece *p = &s->pieces[i];

		if (is_byline(s, i))
			take(p, ROLE_BYLINE, "byline");
		else if (is_date_line(s, i))
			take(p, ROLE_DATELINE, "dateline");
		else if (p->keep && scene_is_prose(s, i) && prose++)
			break;
		else if (!s->html && !p->keep && standfirst == s->count &&
		    i == title + 1 && is_headline(s, i, 6) &&
		    !s->measures[i].cue_at_start)
			standfirst = i;
	}
	if (standfirst < s->count)
		take(&s->pieces[standfirst], ROLE_STANDFIRST, "standfirst");
}

void
judge_roles(struct scene *s)
{
	size_t i, title = find_title(s);

	for (i = 0; i < s->count; i++)
		if (s->pieces[i].keep)
			s->pieces[i].role = role_of(s, i);
	drop_headings(s, title);
	if (title == s->count)
		return;
	take(&s->pieces[title], ROLE_TITLE, "title");
	after_title(s, title);
	if (title + 1 < s->count && s->pieces[title + 1].keep &&
	    s->pieces[title + 1].role == ROLE_HEAD && !s->html)
		s->pieces[title + 1].role = ROLE_STANDFIRST;
}
