/* boilerplate - which blocks of a page are its text, and what each is
 *
 * 1. Blocks are cut where something was glued to them     (boilerplate_cut)
 * 2. Each piece is measured: words, edges, cues  (_measure, _word, _edge)
 * 3. The page is: runs of prose, the title                (_scene)
 *    what stands around each piece                        (_around)
 *    its elements, and the names of their classes         (_nodes, _names)
 * 4. A model scores each piece by some hundred features   (lib/model/boost)
 * 5. The cheapest way through the page, and a few rules   (_judge)
 * 6. Roles                                                (_roles) */
#include "boilerplate.h"

#include "boilerplate_judge.h"
#include "boost.h"
#include "model.h"

extern const char boilerplate_model[], boilerplate_model_end[];

const char *const role_names[ROLES] = { "text", "title", "standfirst", "head",
	"item", "caption", "byline", "dateline" };

const char *const junk_names[JUNKS] = { "-", "menu", "appeal", "newsletter",
	"related", "comments", "legal", "share", "credit", "teaser", "repeat",
	"site", "link" };

/* What was learnt of one sort of pages. */
struct learnt {
	struct weights weights;
	struct boost trees;
};

struct boilerplate {
	struct lexica *lexica;
	struct learnt text, html;
};

static const int8_t *
table(const struct model *m, const char *name, size_t size)
{
	size_t count;
	const int8_t *items = model_array(m, name, 1, &count);

	return count == size ? items : NULL;
}

struct boilerplate *
boilerplate_make(struct arena *forever, const char **why)
{
	struct boilerplate *b = ARENA_NEW(forever, struct boilerplate);
	struct str bytes = { boilerplate_model,
		(size_t)(boilerplate_model_end - boilerplate_model) };
	struct model m;

	b->lexica = lexica_make(forever);
	if (!model_open(&m, bytes, "clean", why))
		return NULL;
	*why = "not a model of pages";
	b->text.weights.words = table(&m, "text.words", WORD_SLOTS);
	b->html.weights.words = table(&m, "html.words", WORD_SLOTS);
	b->html.weights.classes = table(&m, "html.classes", CLASS_SLOTS);
	if (!b->text.weights.words || !b->html.weights.words ||
	    !b->html.weights.classes ||
	    !boost_open(&b->text.trees, &m, "text", FEATURES) ||
	    !boost_open(&b->html.trees, &m, "html", FEATURES))
		return NULL;
	return b;
}

struct piece *
boilerplate_find(struct arena *a, const struct boilerplate *b,
    const struct block *blocks, size_t count, const struct html_page *html,
    const struct site *site, size_t *pieces)
{
	struct scene *s = ARENA_NEW(a, struct scene);
	const struct learnt *l = html ? &b->html : &b->text;
	int16_t features[FEATURES];
	int32_t *scores;
	size_t i;

	s->arena = a;
	s->lexica = b->lexica;
	s->weights = l->weights;
	s->blocks = blocks;
	s->html = html;
	judge_prepare(s, count);
	scores = arena_room(a, s->count + 1, sizeof *scores);
	for (i = 0; i < s->count; i++) {
		scores[i] = judge_clear(s, i);
		if (scores[i])
			continue;
		scene_features(s, i, features);
		scores[i] = boost_score(&l->trees, features);
	}
	judge_decide(s, scores, site);
	*pieces = s->count;
	return s->pieces;
}
