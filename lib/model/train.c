/* train - the subcommands of nf-train, one a model */
#include "train.h"

#include "die.h"

const struct train_file *
train_find(const struct training *t, struct str name)
{
	size_t i;

	for (i = 0; i < t->count; i++)
		if (str_eq(t->files[i].name, name))
			return &t->files[i];
	return NULL;
}

void
train_say(const struct training *t, const char *what, size_t number)
{
	if (t->verbose)
		warn(t->arena->os, 0, "%s: %z", what, number);
}
