/* sentence - where sentences end
 *
 * A text is scanned for signs that may end a sentence; a table of rules
 * decides what is certain, a small linear model the rest. Limits: where no
 * sign stands between two sentences they are only told apart when asked to
 * (informal), and a headline without a full stop ends with its text. */
#ifndef NF_SENTENCE_H
#define NF_SENTENCE_H

#include "linear.h"
#include "sentence_word.h"
#include "span.h"

struct sentence_splitter {
	struct sentence_words words;
	struct linear ends;   /* for gaps with a sign */
	struct linear blanks; /* for blanks without one: informal */
	bool informal;
};

/* Uses the model that is embedded, or another one. False when it is damaged:
 * *why says how. */
bool sentence_start(struct sentence_splitter *s, struct arena *a,
    const char **why);
bool sentence_open(struct sentence_splitter *s, struct arena *a,
    struct str model, const char **why);

/* The sentences of each text: spans of kind "sent" without blanks at their
 * ends. Each span's rule is why it ends there. Texts do not influence one
 * another. */
struct span *sentence_find(struct arena *a, const struct str *texts,
    size_t count, const struct sentence_splitter *s);

/* Whether line i of a block of hard-wrapped lines goes on from line i - 1.
 * Of a page: only where the text itself says so. Of paragraphs: always. */
void sentence_join(const struct str *lines, size_t count, bool paragraphs,
    bool *joined);

#endif
