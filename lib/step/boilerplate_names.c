/* boilerplate_names - what the names of elements' classes tell
 *
 * Twice: a learnt weight for each part of a name (entry, content, body), and
 * a set of groups by the stems that we know (comment, related, share ...). */
#include "boilerplate_names.h"

#include <string.h>

enum {
	LEVELS = 4,       /* own, parent, grandparent, farther */
	PARTS_MAX = 24    /* parts of class names of a node */
};

/* ---- weights of parts ---------------------------------------------------- */

static bool
is_capital(char c)
{
	return (unsigned)(c - 'A') < 26;
}

/* Hashes the parts of names: "entryContent-body main2" is entry, content,
 * body and main. */
static size_t
name_parts(struct str names, uint32_t *parts, size_t n)
{
	size_t i = 0;

	while (i < names.n && n < PARTS_MAX) {
		uint32_t h = 0x811c9dc5;
		size_t start = i;

		while (i < names.n && str_is_letter(names.s[i]) &&
		    (i == start || !is_capital(names.s[i]) ||
			is_capital(names.s[i - 1]))) {
			h = (h ^ (unsigned char)(names.s[i] | 32)) *
			    0x01000193;
			i++;
		}
		if (i > start + 1)
			parts[n++] = h;
		i += i == start;
	}
	return n;
}

static size_t
node_parts(const struct html_page *p, const struct html_node *node,
    uint32_t parts[PARTS_MAX + 1])
{
	size_t n = 0;

	n = name_parts(html_source(p, node->class), parts, n);
	n = name_parts(html_source(p, node->id), parts, n);
	n = name_parts(html_source(p, node->itemprop), parts, n);
	parts[n++] = 0x9e3779b9u * (node->element + 1u);
	return n;
}

static uint16_t
class_slot(uint32_t part, unsigned level)
{
	uint32_t h = (part + level * 0x85ebca6bu) * 0x9e3779b1u;

	return (uint16_t)(h >> 16 & (CLASS_SLOTS - 1));
}

size_t
scene_class_slots(const struct html_page *p, uint32_t node, uint16_t *slots,
    size_t max)
{
	uint32_t parts[PARTS_MAX + 1];
	unsigned level;
	size_t i, n = 0, count;

	for (level = 0; node && level < UP_MAX; level++) {
		count = node_parts(p, &p->nodes[node], parts);
		for (i = 0; i < count && n < max; i++)
			slots[n++] = class_slot(parts[i],
			    level < LEVELS ? level : LEVELS - 1);
		node = p->nodes[node].parent;
	}
	return n;
}

/* The weights of a node's names, at each level. */
static void
node_scores(const struct scene *s, uint32_t node, int32_t scores[LEVELS])
{
	uint32_t parts[PARTS_MAX + 1];
	size_t i, count = node_parts(s->html,
	    &s->html->nodes[node], parts);
	unsigned level;

	for (level = 0; level < LEVELS; level++)
		scores[level] = 0;
	for (i = 0; i < count; i++)
		for (level = 0; level < LEVELS; level++)
			scores[level] += s->weights.classes[class_slot(parts[i],
			    level)];
}

void
names_score(struct scene *s)
{
	const struct html_page *p = s->html;
	struct arena *scratch = arena_scratch(s->arena);
	int32_t (*local)[LEVELS];
	uint32_t n, up1, up2;

	if (!s->weights.classes)
		return;
	arena_reset(scratch);
	local = arena_array(scratch, p->node_count, sizeof *local);
	for (n = 1; n < p->node_count; n++) {
		node_scores(s, n, local[n]);
		/* what is farther than the grandparent adds up */
		local[n][3] += local[p->nodes[n].parent][3];
	}
	for (n = 1; n < p->node_count; n++) {
		up1 = p->nodes[n].parent;
		up2 = p->nodes[up1].parent;
		s->sums[n].near = local[n][0] + local[up1][1];
		s->sums[n].score = s->sums[n].near + local[up2][2] +
		    local[p->nodes[up2].parent][3];
	}
}

/* ---- stems of class names ------------------------------------------------ */

/* Groups of class names, in the order of the features NAMED_*. */
enum group {
	CLASSES_COMMENT,
	CLASSES_RELATED,
	CLASSES_SHARE,
	CLASSES_ADVERT,
	CLASSES_SIGNUP,
	CLASSES_AUTHOR,
	CLASSES_CAPTION,
	CLASSES_MENU,
	CLASSES_FOOTER,
	CLASSES_SIDE,
	CLASSES_BODY,
	CLASSES_STORY,
	CLASSES_HEAD,
	CLASSES_DATE,
	CLASSES_TAGS
};

_Static_assert(CLASSES_TAGS + 1 == (int)NAME_GROUPS, "a feature for each");

struct word {
	const char *text;
	int class;        /* enum group */
	int value;
	const char *more;
};

#include "classes.h"

enum { STEMS = sizeof classes_words / sizeof *classes_words };

/* The letters of a text in lower case, all else left out, at most size. */
static size_t
letters_of(struct str s, char *out, size_t size)
{
	size_t i, n = 0;

	for (i = 0; i < s.n && n < size; i++)
		if (str_is_letter(s.s[i]))
			out[n++] = (char)(s.s[i] | 32);
	return n;
}

/* Where the stems of each letter begin in the list, and their lengths. */
struct stems {
	uint8_t from[27];
	uint8_t lengths[STEMS];
};

static void
make_stems(struct stems *t)
{
	size_t i, k;

	for (i = 0, k = 0; i < 27; i++) {
		while (k < STEMS && classes_words[k].text[0] < 'a' + (int)i)
			k++;
		t->from[i] = (uint8_t)k;
	}
	for (k = 0; k < STEMS; k++)
		t->lengths[k] = (uint8_t)strlen(classes_words[k].text);
}

/* The groups whose stems a name holds; the longest stem at a place counts. */
static unsigned
groups_of(const struct stems *t, struct str names)
{
	char letters[121];
	size_t n = letters_of(names, letters, sizeof letters - 1), i, k;
	unsigned groups = 0;

	letters[n] = '\0'; /* the next one of the last */
	for (i = 0; i < n; ) {
		size_t letter = (size_t)(letters[i] - 'a'), best = 0;
		int group = 0;

		for (k = t->from[letter]; k < t->from[letter + 1]; k++)
			if (t->lengths[k] > best && t->lengths[k] <= n - i &&
			    letters[i + 1] == classes_words[k].text[1] &&
			    memcmp(letters + i, classes_words[k].text,
				t->lengths[k]) == 0) {
				best = t->lengths[k];
				group = classes_words[k].class;
			}
		if (best)
			groups |= 1u << group;
		i += best ? best : 1;
	}
	return groups;
}

void
names_group(struct scene *s)
{
	const struct html_page *p = s->html;
	struct stems stems;
	size_t n;

	make_stems(&stems);
	for (n = 1; n < p->node_count; n++)
		s->sums[n].named = (uint16_t)(
		    groups_of(&stems, html_source(p, p->nodes[n].class)) |
		    groups_of(&stems, html_source(p, p->nodes[n].id)));
}
