/* record - one row of the stream, as nf(5) has it */
#ifndef NF_RECORD_H
#define NF_RECORD_H

#include "arena.h"
#include "buf.h"
#include "str.h"

struct record {
	struct str kind;  /* 1  what the row is */
	struct str doc;   /* 2  the document */
	size_t number;    /* 3  of the sentence, the paragraph or the line */
	size_t start;     /* 4  offset of the first byte in the document */
	size_t end;       /* 5  offset after the last byte */
	struct str text;  /* 6  that slice of the document */
	struct str value; /* 7  the meaning in normal form, or "-" */
	struct str attrs; /* 8  "key=value|key=value", keys sorted, or "-" */
};

/* The line that -H prints, with its newline. */
#define RECORD_HEADER "kind\tdoc\tn\tstart\tend\ttext\tvalue\tattrs\n"

enum record_class {
	RECORD_TEXT, /* bare text: no record at all */
	RECORD_GOOD,
	RECORD_BAD   /* a record, but malformed */
};

/* Reads a line (without its newline). The views of the record point into the
 * line. Of a malformed one, *why says what is wrong. */
enum record_class record_parse(struct record *r, struct str line,
    const char **why);

/* Whether the beginning of a line looks like that of a record: two fields,
 * then three numbers, each with its TAB. */
bool record_begins(struct str line);

/* Adds the row and its newline. Empty fields are written as "-". */
void record_write(struct buf *b, const struct record *r);

/* The same for a row whose kind, document and text are known to be fit: only
 * its value and attributes are looked at. */
void record_write_clean(struct buf *b, const struct record *r);

/* The same where much stays from row to row: the head holds the first two
 * fields, each with its TAB behind, and the tail the last two, each with its
 * TAB before. All are fit. */
void record_write_framed(struct buf *b, struct str head, size_t number,
    size_t start, size_t end, struct str text, struct str tail);

/* Adds the text as a field may hold it: each control byte as one blank, each
 * ill-formed byte as one '?'; "-" for nothing. */
void record_field(struct buf *b, struct str text);

/* "doc", "para", "sent" and "junk" are structure; "para" and "sent" are the
 * units, under which annotations stand. */
bool record_is_structure(struct str kind);
bool record_is_unit(struct str kind);

/* The canonical order of annotations under their unit: start ascending, end
 * descending, kind ascending. */
int record_order(size_t start, size_t end, struct str kind,
    const struct record *other);

/* The value of an attribute; an empty view with a null pointer if the
 * attributes have none of that key. */
struct str record_attr(struct str attrs, struct str key);

/* The attributes with one added, or replaced, at its place in the order of
 * the keys. */
struct str record_attr_set(struct arena *a, struct str attrs, struct str key,
    struct str value);

#endif
