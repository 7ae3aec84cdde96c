/* sentence_view - what can be seen from a gap: the words around it, and the
 * sentence so far */
#ifndef NF_SENTENCE_VIEW_H
#define NF_SENTENCE_VIEW_H

#include "sentence_gap.h"
#include "sentence_word.h"

struct view {
	struct str text;
	struct gap gap;
	struct sword left, left2;   /* before the gap, and the one before */
	struct sword right, right2; /* behind it, and the one behind */
	unsigned char follow; /* the byte right behind the right word, or 0 */
};

/* Of the sentence so far, or its last 240 bytes. */
struct sofar {
	unsigned words;   /* how many words */
	unsigned lowers;  /* of them begin in lower case, with 3 letters */
	bool quoted;      /* a quotation is open */
	bool bracketed;   /* a bracket is open */
};

/* Only the left word: enough for the plainest cases. */
void view_left(const struct sentence_words *w, struct str text,
    const struct gap *g, struct view *v);

/* The other words. */
void view_rest(const struct sentence_words *w, struct view *v);

/* The sentence so far. Few gaps need it: it is counted when asked for. */
struct sofar view_sofar(const struct view *v);

#endif
