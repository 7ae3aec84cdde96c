/* markup - HTML that is safe to look at
 *
 * Everything that comes from a stream goes through markup_text, in content
 * and in attributes alike: a title with <script> in it is text. */
#ifndef NF_MARKUP_H
#define NF_MARKUP_H

#include "buf.h"
#include "record.h"

/* Adds text with & < > " and ' escaped. */
void markup_text(struct buf *b, struct str text);

/* Adds parts, each as it is (a literal of ours). */
#define MARKUP(b, literal) buf_add((b), STR(literal))

/* Begins and ends a page. */
void markup_page(struct buf *b, struct str title);
void markup_page_end(struct buf *b);

/* The class of a kind: one that the style sheet knows. */
void markup_class(struct buf *b, struct str kind);

/* What stands beside the mark of a note: data-tip, in several lines. */
void markup_tip(struct buf *b, const struct record *note);

#endif
