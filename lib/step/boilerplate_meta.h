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

#endif
