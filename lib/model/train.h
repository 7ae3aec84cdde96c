/* train - the subcommands of nf-train, one a model
 *
 * A subcommand gets the files that were named, whole, and gives the bytes of
 * a model. It lives in train_NAME.c and stands in the table in cmd/nf-train.c.
 * Unlike the rest of lib/model a subcommand may use the step whose model it
 * makes: what is learnt and what is used must see the same features. */
#ifndef NF_TRAIN_H
#define NF_TRAIN_H

#include "arena.h"
#include "str.h"

struct train_file {
	struct str name;  /* as given */
	struct str bytes;
};

struct training {
	struct arena *arena;
	const struct train_file *files; /* [count] in the order given */
	size_t count;
	bool verbose;                   /* say what was learnt */
};

/* The file with a name, or NULL. */
const struct train_file *train_find(const struct training *t,
    struct str name);

/* Says something on standard error, for --verbose. */
void train_say(const struct training *t, const char *what, size_t number);

#endif
