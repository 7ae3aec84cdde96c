/* sentence_line - lines of pages: what belongs together, and what does not */
#ifndef NF_SENTENCE_LINE_H
#define NF_SENTENCE_LINE_H

#include "str.h"

/* The length of a date with its weekday at an offset: "Tuesday, September 1,
 * 2015", "Tuesday 1 September 2015"; 0 for none. */
size_t line_date(struct str text, size_t at);

/* Whether a text begins with three letters that such a date or the number of
 * a figure, table or chart begins with: most do not. */
bool line_begins_well_known(struct str text);

/* A text that begins with such a date and goes on with a capital: where the
 * date ends. 0 for none. */
size_t line_begins_dated(struct str text);

/* The same of "Figure 1.3 The map shows": where the number ends. */
size_t line_begins_numbered(struct str text);

/* A text without a sign at its end that ends with such a date, as headlines
 * do when a page sets the date beside them: where the date begins; the length
 * of the text for none. Not where a preposition makes it part of the text. */
size_t line_ends_dated(struct str text);

#endif
