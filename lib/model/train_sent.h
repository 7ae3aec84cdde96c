/* train_sent - learns where sentences end
 *
 * Files, told apart by their names:
 *
 *   NAME.txt with NAME.spans  a text and its sentences, one a line: start TAB
 *                             end, in code points (further columns: not read)
 *   NAME.txt alone            raw text, of which only words are counted
 *   NAME.jsonl                the same, of the "text" of each line
 *   NAME.tsv                  TOKEN TAB LABEL a line, a blank line behind a
 *                             sentence, "# doc" before a document; labels
 *                             B-ORG, I-PER, O and so on
 *   gazetteer.tsv             "first" TAB NAME a line: given names */
#ifndef NF_TRAIN_SENT_H
#define NF_TRAIN_SENT_H

#include "train.h"

/* The bytes of a model of kind "sent". */
struct str train_sent(const struct training *t);

#endif
