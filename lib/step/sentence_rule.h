/* sentence_rule - the gaps that need no model */
#ifndef NF_SENTENCE_RULE_H
#define NF_SENTENCE_RULE_H

#include "sentence_view.h"

enum verdict { VERDICT_NONE, VERDICT_NO, VERDICT_YES };

/* Whether a full stop is plain enough to be decided by its left word and the
 * next bytes alone. */
bool rule_plain(const struct view *v);

/* Whether the left word, an abbreviation, and a small letter behind it are
 * enough to say that the sentence goes on: what rule_judge would say too. */
bool rule_goes_on(const struct view *v);

/* What the first rule says that knows, and its name; VERDICT_NONE when it is
 * for the model to say. */
enum verdict rule_judge(const struct view *v, const char **name);

#endif
