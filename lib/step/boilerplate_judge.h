/* boilerplate_judge - from scores of pieces to verdicts */
#ifndef NF_BOILERPLATE_JUDGE_H
#define NF_BOILERPLATE_JUDGE_H

#include "boilerplate_scene.h"

/* A score is the logarithm of the odds, times LOGIT. */
enum { LOGIT = 256, CLEAR_SCORE = 4 * LOGIT };

/* Cuts a page of count blocks into pieces and prepares it. */
void judge_prepare(struct scene *s, size_t count);

/* The score of a piece of a plain text that is clear without a model: prose
 * amid prose with nothing odd about it, or a few words far from any; 0: ask
 * the model. */
int32_t judge_clear(const struct scene *s, size_t i);

/* Decides on each piece, by its score and its neighbours'. */
void judge_decide(struct scene *s, const int32_t *scores,
    const struct site *site);

/* The role of each piece that is kept. */
void judge_roles(struct scene *s);

#endif
