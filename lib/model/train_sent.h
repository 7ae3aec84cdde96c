/* train_sent - learns where sentences end
 *
 * Files: NAME.txt, a text, and NAME.spans beside it, its sentences (a line
 * each: start TAB end, in code points; further columns are not read); a .txt
 * without .spans and the "text" of each line of a .jsonl are raw text, of
 * which only words are counted. */
#ifndef NF_TRAIN_SENT_H
#define NF_TRAIN_SENT_H

#include "train.h"

/* The bytes of a model of kind "sent". */
struct str train_sent(const struct training *t);

#endif
