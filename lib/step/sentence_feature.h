/* sentence_feature - a gap as the model sees it */
#ifndef NF_SENTENCE_FEATURE_H
#define NF_SENTENCE_FEATURE_H

#include "sentence_view.h"

enum { SENTENCE_FEATURES = 80 }; /* at most */

/* The features of a gap: their number. */
size_t sentence_features(const struct view *v,
    uint32_t features[SENTENCE_FEATURES]);

#endif
