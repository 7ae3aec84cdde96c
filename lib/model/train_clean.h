/* train_clean - learns what is the text of a page
 *
 * Files: see clean_set.h. */
#ifndef NF_TRAIN_CLEAN_H
#define NF_TRAIN_CLEAN_H

#include "train.h"

/* The bytes of a model of kind "clean". */
struct str train_clean(const struct training *t);

#endif
