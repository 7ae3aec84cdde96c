/* boilerplate - which blocks of a page are its text, and what each is
 *
 * 1. Blocks are cut where something was glued to them     (boilerplate_cut)
 * 2. Each piece is measured: words, edges, cues           (_measure)
 * 3. The page is: runs of prose, the title, its elements  (_scene, _nodes)
 * 4. A model scores each piece by some hundred features   (lib/model/boost)
 * 5. The cheapest way through the page, and a few rules   (_judge)
 * 6. Roles                                                (_roles) */
#include "boilerplate.h"

#include "boilerplate_judge.h"

const char *const role_names[ROLES] = { "text", "title", "standfirst", "head",
	"item", "caption", "byline", "dateline" };

const char *const junk_names[JUNKS] = { "-", "menu", "appeal", "newsletter",
	"related", "comments", "legal", "share", "credit", "teaser", "repeat",
	"site", "link" };

struct boilerplate {
	struct lexica *lexica;
};

struct boilerplate *
boilerplate_make(struct arena *forever)
{
	struct boilerplate *b = ARENA_NEW(forever, struct boilerplate);

	b->lexica = lexica_make(forever);
	return b;
}

struct piece *
boilerplate_find(struct arena *a, const struct boilerplate *b,
    const struct block *blocks, size_t count, const struct html_page *html,
    const struct site *site, size_t *pieces)
{
	struct scene *s = ARENA_NEW(a, struct scene);
	int32_t *scores;

	s->arena = a;
	s->lexica = b->lexica;
	s->blocks = blocks;
	s->html = html;
	judge_prepare(s, count);
	scores = ARENA_ARRAY(a, int32_t, s->count + 1);
	judge_by_rule(s, scores);
	judge_decide(s, scores, site);
	*pieces = s->count;
	return s->pieces;
}
