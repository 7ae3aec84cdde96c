/* stanza - a structure row and the annotations under it
 *
 * Rows come one by one; a stanza is complete when the next one begins. Rows
 * that stand under no unit, as those of "nf-ents -o", make stanzas of their
 * own, without a structure row. */
#ifndef NF_STANZA_H
#define NF_STANZA_H

#include "arena.h"
#include "record.h"

/* Notes one within the other; those that are deeper are not drawn. */
enum { STANZA_DEEPEST = 8 };

struct stanza {
	struct record row;     /* of no unit: its kind is empty */
	struct str doc;        /* the document of all of it */
	struct record *notes;  /* [count] in the order of the stream */
	size_t count, room;

	void (*take)(void *context, struct stanza *p); /* complete */
	void *context;         /* of take */
	struct arena arena;    /* of the texts, and for what take needs */
	bool open;             /* there is something in it */
};

void stanza_init(struct stanza *p, const struct os *os,
    void (*take)(void *context, struct stanza *p), void *context);

/* Adds a row. Its texts are copied and made clean: no control bytes of any
 * kind, no marks that turn the direction of writing, well-formed UTF-8. */
void stanza_row(struct stanza *p, const struct record *r);

/* There are no more rows. */
void stanza_end(struct stanza *p);

/* Whether a note is a slice of its unit: what can be marked in the text. */
bool stanza_holds(const struct stanza *p, const struct record *note);

/* A walk through the text of a unit: slices of text, and where notes begin
 * and end. Notes that cross are cut into pieces, so that they nest. */
struct stanza_walk {
	void (*text)(void *context, struct str text);
	void (*open)(void *context, const struct record *note);
	/* last: the note ends, and not only a piece of it */
	void (*close)(void *context, const struct record *note, bool last);
	void *context;
};

void stanza_walk(const struct stanza *p, const struct stanza_walk *w);

#endif
