/* boilerplate_meta - what is known about a page as a whole */
#ifndef NF_BOILERPLATE_META_H
#define NF_BOILERPLATE_META_H

#include "boilerplate.h"

struct page_facts {
	struct str date;      /* of publication, YYYY-MM-DD; empty: unknown */
	const char *by;       /* the rule that found it */
	struct str title;     /* empty: unknown */
	size_t title_piece;   /* the piece that it is; else piece count */
	struct str author, site, url, lang;
};

/* The facts of a page whose pieces have been judged. */
void page_facts(struct arena *a, const struct block *blocks,
    const struct piece *pieces, size_t count, const struct html_page *html,
    struct page_facts *facts);

/* Reads the first full date in a text; *rest, if wanted, is the number of
 * letters and digits in the text that are no part of it. */
bool facts_date(struct arena *a, struct str text, struct str *date,
    size_t *rest);

/* A byline without the date at its end, and what stands between them. */
struct str facts_before_date(struct arena *a, struct str text);

/* The first meta element of a name, decoded; empty if there is none. */
struct str page_meta(struct arena *a, const struct html_page *html,
    const char *name);

/* What stands before the last separator of a stated title, and behind it;
 * without one, all of it and nothing. */
struct str title_head(struct str title, struct str *tail);

/* A stated title without " | The Site" at its end: behind the last bar, or the
 * site's own name behind a dash. */
struct str title_without_site(struct str title, struct str site);

/* With one blank for each run of blanks, no-break spaces too. */
struct str title_plain(struct arena *a, struct str s);

/* The title in a heading that may have more; stated is what the page says
 * elsewhere, without its site. A slice of the heading. */
struct str title_of_heading(struct arena *a, struct str text,
    struct str stated);

#endif
