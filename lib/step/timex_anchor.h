/* timex_anchor - the one function that finds out a document's date */
#ifndef NF_TIMEX_ANCHOR_H
#define NF_TIMEX_ANCHOR_H

#include "timex.h"

struct timex_anchor {
	struct str value;  /* ISO 8601: a day, or a time of a day; empty: the
			    * document does not tell */
	const char *rule;  /* what told it: "published" "updated" "line"
			    * "dateline" "weekday" "reported"; NULL for none */
	size_t unit;       /* the text that told it... */
	size_t start, end; /* ...and where in it */
};

/* Looks for the date of publication in the texts of a document, in this
 * order: a full date after Published, Posted (then Updated) or alone on its
 * line near the beginning; in a dateline; one whose weekday agrees; a month
 * and day with a verb of reporting, of the year that a caption tells. */
struct timex_anchor timex_document_date(struct arena *a,
    const struct timex_tables *tables, const struct str *texts, size_t count);

#endif
