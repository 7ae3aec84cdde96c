/* train_ents - learns what names look like, for nf-ents */
#ifndef NF_TRAIN_ENTS_H
#define NF_TRAIN_ENTS_H

#include "train.h"

/* From corpora in columns (see corpus.h), the first of which is the target:
 * the one whose way to label is to be learnt; and, optionally, a list of
 * names (class TAB name) and word clusters (bits TAB word TAB count). */
struct str train_ents(const struct training *t);

#endif
