/* boilerplate_nodes - what the elements around a piece tell
 *
 * Everything is summed over the nodes bottom-up in one pass (a parent stands
 * before its children), so that a piece costs the same whatever the depth. */
#include "boilerplate_names.h"
#include "json_scan.h"

enum {
	BODY = 1 << 14,   /* bits of the set of JSON-LD's words */
	ALIKE = 1 << 10   /* kinds of elements, hashed */
};

/* ---- sums ---------------------------------------------------------------- */

/* Counts for each node the nodes of its parent that are like it. */
static void
count_siblings(struct scene *s)
{
	const struct html_page *p = s->html;
	struct arena *scratch = arena_scratch(s->arena);
	size_t slots = 64, n, k;
	uint32_t *table;
	int pass;

	while (slots < p->node_count * 2)
		slots *= 2;
	arena_reset(scratch);
	table = ARENA_ARRAY(scratch, uint32_t, slots);
	for (pass = 0; pass < 2; pass++)
		for (n = 1; n < p->node_count; n++) {
			struct node_sum *sum = &s->sums[n], *first;

			for (k = (sum->alike * 31 + p->nodes[n].parent *
				 0x9e3779b1u) % slots; table[k];
			     k = (k + 1) % slots)
				if (s->sums[table[k]].alike == sum->alike &&
				    p->nodes[table[k]].parent ==
					p->nodes[n].parent)
					break;
			if (!table[k])
				table[k] = (uint32_t)n;
			first = &s->sums[table[k]];
			if (pass) {
				sum->siblings = first->siblings;
				sum->siblings_prose = first->siblings_prose;
				continue;
			}
			first->siblings = (uint16_t)(first->siblings +
			    (first->siblings < 10000));
			first->siblings_prose += sum->prose;
		}
}

static uint32_t
alike_path(const struct scene *s, uint32_t node)
{
	uint32_t parent = s->html->nodes[node].parent;

	return (s->sums[node].alike * 31 + s->sums[parent].alike) % ALIKE;
}

static void
sum_nodes(struct scene *s)
{
	const struct html_page *p = s->html;
	size_t i, n;

	for (i = 0; i < s->count; i++) {
		const struct html_block *h =
		    s->blocks[s->pieces[i].block].html;
		struct node_sum *sum = &s->sums[h->node];
		uint32_t prose = s->prose[i + 1] - s->prose[i];

		sum->words += s->measures[i].words;
		sum->prose += prose;
		sum->bytes += s->measures[i].bytes;
		sum->linked += (uint32_t)((uint64_t)s->measures[i].bytes *
		    scene_linked(s, i) / 1000);
		sum->count++;
		s->alike[sum->alike % ALIKE] += prose;
		s->alike_path[alike_path(s, h->node)] += prose;
	}
	for (n = p->node_count; n-- > 1; ) {
		struct node_sum *up = &s->sums[p->nodes[n].parent];

		up->words += s->sums[n].words;
		up->prose += s->sums[n].prose;
		up->bytes += s->sums[n].bytes;
		up->linked += s->sums[n].linked;
		up->count += s->sums[n].count;
	}
	for (n = 1; n < p->node_count; n++)
		if (p->nodes[n].parent == s->root &&
		    s->sums[n].prose * 2 >= s->prose_total && s->prose_total)
			s->root = (uint32_t)n;
}

/* ---- JSON-LD and the description ----------------------------------------- */

static size_t
triple(uint16_t a, uint16_t b, uint16_t c)
{
	return ((a * 31u + b) * 31u + c) * 0x9e3779b1u >> 18;
}

static void
take_body(struct scene *s, struct str body)
{
	uint16_t w[3] = { 0 };
	size_t at = 0;

	while (measure_next(body, &at, &w[2])) {
		size_t bit = triple(w[0], w[1], w[2]);

		s->body[bit / 64] |= (uint64_t)1 << bit % 64;
		w[0] = w[1];
		w[1] = w[2];
		s->body_words++;
	}
}

static void
read_data(struct scene *s)
{
	const struct html_page *p = s->html;
	struct str body;
	size_t i, at;

	for (i = 0; i < p->data_count && s->body_words < 4000; i++) {
		at = 0;
		if (json_scan(s->arena, p->data[i], STR("articleBody"), &at,
		    &body))
			take_body(s, body);
	}
	for (i = 0; i < p->meta_count && !s->description.n; i++)
		if (str_eq_nocase(p->metas[i].name, STR("description")) ||
		    str_eq_nocase(p->metas[i].name, STR("og:description")))
			s->description = p->metas[i].content;
}

static int16_t
body_share(const struct scene *s, const struct measure *m)
{
	size_t i, found = 0;

	if (m->count < 3)
		return 0;
	for (i = 2; i < m->count; i++) {
		size_t bit = triple(m->hashes[i - 2], m->hashes[i - 1],
		    m->hashes[i]);

		found += s->body[bit / 64] >> bit % 64 & 1;
	}
	return (int16_t)(found * 1000 / (m->count - 2u));
}

/* Words at the front of the description that a piece has in the same order. */
static int16_t
description_share(const struct scene *s, const struct measure *m)
{
	size_t at = 0, i = 0;
	uint16_t w;

	while (i < m->count && measure_next(s->description, &at, &w) &&
	    w == m->hashes[i])
		i++;
	return (int16_t)(i * 1000 / WORDS_MAX);
}

void
nodes_make(struct scene *s)
{
	const struct html_page *p = s->html;
	uint32_t n;

	s->sums = ARENA_ARRAY(s->arena, struct node_sum, p->node_count);
	s->alike = ARENA_ARRAY(s->arena, uint32_t, ALIKE);
	s->alike_path = ARENA_ARRAY(s->arena, uint32_t, ALIKE);
	s->body = ARENA_ARRAY(s->arena, uint64_t, BODY / 64);
	for (n = 1; n < p->node_count; n++)
		s->sums[n].alike = (uint32_t)str_hash(html_source(p,
		    p->nodes[n].class)) * 61 + p->nodes[n].element;
	names_group(s);
	sum_nodes(s);
	count_siblings(s);
	names_score(s);
	read_data(s);
}

/* ---- features ------------------------------------------------------------ */

/* Elements whose being an ancestor tells something. */
static const struct {
	enum html_element element;
	enum feature feature;
} ancestors[] = {
	{ ELEMENT_ARTICLE, FEATURE_IN_ARTICLE },
	{ ELEMENT_MAIN, FEATURE_IN_MAIN },
	{ ELEMENT_NAV, FEATURE_IN_NAV },
	{ ELEMENT_ASIDE, FEATURE_IN_ASIDE },
	{ ELEMENT_HEADER, FEATURE_IN_HEADER },
	{ ELEMENT_FOOTER, FEATURE_IN_FOOTER },
	{ ELEMENT_FORM, FEATURE_IN_FORM },
	{ ELEMENT_FIGURE, FEATURE_IN_FIGURE },
	{ ELEMENT_FIGCAPTION, FEATURE_IN_FIGURE },
	{ ELEMENT_TABLE, FEATURE_IN_TABLE },
	{ ELEMENT_UL, FEATURE_IN_LIST },
	{ ELEMENT_OL, FEATURE_IN_LIST },
	{ ELEMENT_BLOCKQUOTE, FEATURE_IN_QUOTE },
	{ ELEMENT_SECTION, FEATURE_IN_SECTION },
};

/* Groups of elements of a block, from most to least like content. */
static int16_t
tag_group(enum html_element e)
{
	switch (e) {
	case ELEMENT_P:
		return 1;
	case ELEMENT_BLOCKQUOTE:
	case ELEMENT_PRE:
		return 2;
	case ELEMENT_H2:
	case ELEMENT_H3:
	case ELEMENT_H4:
	case ELEMENT_H5:
	case ELEMENT_H6:
		return 3;
	case ELEMENT_LI:
	case ELEMENT_DD:
	case ELEMENT_DT:
		return 4;
	case ELEMENT_H1:
		return 5;
	case ELEMENT_TD:
	case ELEMENT_TR:
	case ELEMENT_TH:
		return 6;
	case ELEMENT_DIV:
		return 7;
	case ELEMENT_FIGCAPTION:
	case ELEMENT_CAPTION:
		return 8;
	case ELEMENT_BUTTON:
	case ELEMENT_LABEL:
	case ELEMENT_LEGEND:
		return 9;
	default:
		return 10;
	}
}

static int16_t
limit(uint64_t n)
{
	return (int16_t)(n < 30000 ? n : 30000);
}

static void
ancestor_features(const struct scene *s, uint32_t node, int16_t *f)
{
	uint32_t all = s->prose_total, up = node;
	size_t i;
	int16_t steps;

	for (steps = 1; up && steps <= UP_MAX; steps++) {
		const struct html_node *n = &s->html->nodes[up];

		for (i = 0; i < sizeof ancestors / sizeof *ancestors; i++)
			if (n->element == ancestors[i].element &&
			    !f[ancestors[i].feature])
				f[ancestors[i].feature] = steps;
		if (n->element == ELEMENT_ARTICLE && !f[FEATURE_ARTICLE_PROSE])
			f[FEATURE_ARTICLE_PROSE] =
			    feature_share(s->sums[up].prose, all);
		f[FEATURE_HIDDEN] |= n->hidden;
		for (i = 0; i < NAME_GROUPS; i++)
			if (s->sums[up].named >> i & 1 &&
			    !f[FEATURE_NAMED_COMMENT + i])
				f[FEATURE_NAMED_COMMENT + i] = steps;
		if (steps > 1 && !f[FEATURE_SIBLINGS] && n->class.n &&
		    s->sums[up].siblings > 1) {
			f[FEATURE_SIBLINGS] = (int16_t)s->sums[up].siblings;
			f[FEATURE_SIBLINGS_UP] = steps;
			f[FEATURE_SIBLINGS_PROSE] = feature_share(
			    s->sums[up].siblings_prose, all);
		}
		up = n->parent;
	}
}

/* The element with most of the prose, and the branch that leads from there to
 * the piece. */
static void
root_features(const struct scene *s, uint32_t node, int16_t *f)
{
	uint32_t below = node, up = node, all = s->prose_total;
	int16_t steps;

	for (steps = 0; up && s->sums[up].prose * 2 < all && steps < UP_MAX;
	     steps++) {
		below = up;
		up = s->html->nodes[up].parent;
	}
	f[FEATURE_ROOT] = up == s->root ? steps : (int16_t)(-1 - steps);
	f[FEATURE_ROOT_LINKED] = feature_share(s->sums[below].linked,
	    s->sums[below].bytes);
	f[FEATURE_ROOT_WORDS] = limit(s->sums[below].words);
	f[FEATURE_ROOT_PROSE] = feature_share(s->sums[below].prose, all);
}

static void
parent_features(const struct scene *s, uint32_t node, int16_t *f)
{
	static const struct {
		enum feature prose, words, linked, count;
	} ups[] = {
		{ FEATURE_UP1_PROSE, FEATURE_UP1_WORDS, FEATURE_UP1_LINKED,
		    FEATURE_UP1_COUNT },
		{ FEATURE_UP2_PROSE, FEATURE_UP2_WORDS, FEATURE_UP2_LINKED,
		    FEATURE_UP2_COUNT },
		{ FEATURE_UP3_PROSE, FEATURES, FEATURE_UP3_LINKED, FEATURES },
		{ FEATURE_UP4_PROSE, FEATURES, FEATURE_UP4_LINKED, FEATURES },
	};
	size_t k;

	for (k = 0; k < sizeof ups / sizeof *ups; k++) {
		const struct node_sum *sum;

		node = s->html->nodes[node].parent;
		sum = &s->sums[node];
		f[ups[k].prose] = feature_share(sum->prose, s->prose_total);
		f[ups[k].linked] = feature_share(sum->linked, sum->bytes);
		if (ups[k].words == FEATURES)
			continue;
		f[ups[k].words] = limit(sum->words);
		f[ups[k].count] = limit(sum->count);
	}
}

void
node_features(const struct scene *s, size_t i, int16_t *f)
{
	const struct html_block *h = s->blocks[s->pieces[i].block].html;
	const struct measure *m = &s->measures[i];
	const struct node_sum *sum = &s->sums[h->node];
	size_t n = s->blocks[s->pieces[i].block].text.n;

	f[FEATURE_LINKED] = (int16_t)scene_linked(s, i);
	f[FEATURE_LINKS] = limit(h->links);
	f[FEATURE_BOLD] = feature_share(h->bold, n);
	f[FEATURE_TAG] = tag_group(s->html->nodes[h->node].element);
	f[FEATURE_DEPTH] = s->html->nodes[h->node].depth;
	f[FEATURE_TIME] = h->time;
	f[FEATURE_OWN_BLOCKS] = limit(sum->count);
	f[FEATURE_CLASS_SCORE] = (int16_t)(sum->score > 30000 ? 30000 :
	    sum->score < -30000 ? -30000 : sum->score);
	f[FEATURE_CLASS_NEAR] = (int16_t)(sum->near > 30000 ? 30000 :
	    sum->near < -30000 ? -30000 : sum->near);
	ancestor_features(s, h->node, f);
	parent_features(s, h->node, f);
	root_features(s, h->node, f);
	f[FEATURE_ALIKE] = feature_share(s->alike[sum->alike % ALIKE],
	    s->prose_total);
	f[FEATURE_ALIKE_PATH] = feature_share(
	    s->alike_path[alike_path(s, h->node)], s->prose_total);
	if (s->body_words) {
		f[FEATURE_DATA] = body_share(s, m);
		f[FEATURE_DATA_SIZE] = limit(s->body_words);
	}
	if (s->description.n)
		f[FEATURE_DESCRIPTION] = description_share(s, m);
}
