/* train_clean - learns what is the text of a page */
#include "train_clean.h"

#include "boilerplate_scene.h"
#include "boost_train.h"
#include "clean_set.h"
#include "model.h"

enum { PARTS = 8 };

/* What is learnt of pages, or of texts: arrays of the model. */
struct learnt {
	const char *words, *classes, *trees, *head; /* names of the arrays */
	const struct boost_options options;
};

static const struct learnt learnt[] = {
	{ "html.words", "html.classes", "html", "html.head",
	    { 360, 0.1, 1, 16, 30 } },
	{ "text.words", NULL, "text", "text.head", { 120, 0.15, 2, 15, 40 } },
};

static size_t
learn(const struct training *t, const struct learnt *l, bool html,
    struct model_part *parts)
{
	struct clean_set *s = clean_set_load(t, html);
	struct boost_examples e;
	uint32_t *head = ARENA_NEW(t->arena, uint32_t);
	int32_t bias;
	size_t n = 0;

	if (!s->count)
		return 0;
	clean_set_learn(s);
	e = (struct boost_examples){ s->features, s->labels, s->weights,
		s->count, FEATURES };
	parts[n++] = (struct model_part){ l->words, 1, s->words[FOLDS],
		WORD_SLOTS };
	if (html)
		parts[n++] = (struct model_part){ l->classes, 1,
			s->classes[FOLDS], CLASS_SLOTS };
	parts[n++] = (struct model_part){ l->trees, 2,
		boost_train(t->arena, &e, &l->options, &bias),
		l->options.trees * BOOST_ROW };
	*head = (uint32_t)bias;
	parts[n++] = (struct model_part){ l->head, 4, head, 1 };
	return n;
}

struct str
train_clean(const struct training *t)
{
	struct model_part parts[PARTS];
	size_t n;

	n = learn(t, &learnt[0], true, parts);
	n += learn(t, &learnt[1], false, parts + n);
	return model_write(t->arena, "clean", parts, n);
}
