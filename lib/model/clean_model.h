/* clean_model - the model of nf-clean, embedded in the library */
#ifndef NF_CLEAN_MODEL_H
#define NF_CLEAN_MODEL_H

#include "str.h"

struct str clean_model(void);

#endif
