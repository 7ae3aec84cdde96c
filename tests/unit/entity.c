/* entity - tokens, keys, the table of labels, the best path, names in lists */
#include "unit.h"

#include "entity.h"
#include "entity_mention.h"
#include "entity_second.h"
#include "entity_token.h"
#include "names.h"

static struct arena arena;

/* The tokens of a text with a bar between them. */
static struct str
cut(struct str text)
{
	struct str out = { "", 0 };
	size_t count, i;
	struct token *t = token_split(&arena, text, &count);

	count = entity_join(text, t, count);
	for (i = 0; i < count; i++) {
		if (i)
			out = arena_append(&arena, out, STR("|"));
		out = arena_append(
		    &arena, out, str_slice(text, t[i].start, t[i].end));
	}
	return out;
}

static void
tokens(void)
{
	static const struct {
		struct str text, want;
	} cases[] = {
		{ STR_INIT("the U.S. army"), STR_INIT("the|U.S.|army") },
		{ STR_INIT("George W. Bush"), STR_INIT("George|W.|Bush") },
		{ STR_INIT("Mr. Assad"), STR_INIT("Mr.|Assad") },
		{ STR_INIT("al-Assad's men"), STR_INIT("al-Assad|'s|men") },
		{ STR_INIT("Kurdish-led"), STR_INIT("Kurdish|-|led") },
		{ STR_INIT("New York.Here"), STR_INIT("New|York|.|Here") },
		{ STR_INIT("[Putin] (L)"), STR_INIT("[|Putin|]|(|L|)") },
		{ STR_INIT("the G20 on the 7th"),
		    STR_INIT("the|G20|on|the|7th") },
		{ STR_INIT("see https://a.org/b now"),
		    STR_INIT("see|https://a.org/b|now") },
		{ STR_INIT("wait... -- @user"), STR_INIT("wait|...|--|@user") },
		{ STR_INIT("vitamin C."), STR_INIT("vitamin|C|.") },
		{ STR_INIT(""), STR_INIT("") },
	};
	size_t i;

	TEST("tokens are joined where a name needs it");
	for (i = 0; i < sizeof cases / sizeof *cases; i++)
		CHECK(str_eq(cut(cases[i].text), cases[i].want));
}

static void
keys(void)
{
	TEST("the key of a last name knows no case, accents, articles");
	CHECK(entity_key(&arena, STR("al-Assad")) ==
	      entity_key(&arena, STR("ASSAD")));
	CHECK(entity_key(&arena, STR("Erdo\xc4\x9f"
				     "an")) ==
	      entity_key(&arena, STR("Erdogan")));
	CHECK(entity_key(&arena, STR("Putin")) !=
	      entity_key(&arena, STR("Putina")));
}

static void
labels(void)
{
	unsigned type, tag, label;

	TEST("the table of labels and its short cuts agree");
	for (type = 1; type < TYPES; type++)
		for (tag = TAG_B; tag <= TAG_U; tag++) {
			label = tagger_label(type, tag);
			CHECK(tagger_labels[label].type == type);
			CHECK(tagger_labels[label].tag == tag ||
			      tagger_labels[label].tag == TAG_X ||
			      tag == TAG_L || tag == TAG_U);
		}
	for (label = 0; label < TAGGER_LABELS; label++) {
		tag = tagger_labels[label].tag;
		CHECK(tagger_begins(label) == (tag != TAG_I && tag != TAG_L));
	}
	CHECK(!tagger_move(0, tagger_label(TYPE_PERSON, TAG_L)));
	CHECK(!tagger_ends(tagger_label(TYPE_PERSON, TAG_B)));
	CHECK(tagger_ends(tagger_label(TYPE_PLACE, TAG_I)));
}

static void
path(void)
{
	int16_t moves[17 * 16] = { 0 }, scores[3][TAGGER_LABELS] = { { 0 } };
	int16_t sums[3][TAGGER_LABELS];
	uint8_t out[3];
	struct tagger t = { .moves = moves, .beam = TAGGER_BEAM };
	unsigned a, b;

	TEST("the best path goes where no single token would");
	for (a = 0; a < 16; a++)
		for (b = 0; b < 16; b++)
			moves[16 * a + b] = tagger_move(a, b) ? 0 : -8000;
	for (b = 0; b < 16; b++)
		moves[256 + b] = tagger_begins(b) ? 0 : -8000;
	scores[0][0] = 10;
	scores[1][1] = 50; /* B of a person ... */
	scores[2][3] = 60; /* ... and L */
	scores[2][0] = 20;
	tagger_decode(
	    &t, (const int16_t(*)[TAGGER_LABELS])scores, 3, sums, out);
	CHECK(out[0] == 0 && out[1] == 1 && out[2] == 3);
	scores[2][3] = -200;
	tagger_decode(
	    &t, (const int16_t(*)[TAGGER_LABELS])scores, 3, sums, out);
	CHECK(out[1] == 0 && out[2] == 0);
}

static void
list(void)
{
	static const char *const kinds[] = { "org", NULL };
	struct str text = STR("at New York Times and New  York");
	struct names n;
	size_t count, length = 0;
	struct token *t = token_split(&arena, text, &count);
	const struct name *found;

	TEST("the longest name of a list is found, whatever the blanks");
	CHECK(names_read(&n, &arena,
		  STR("New York\torg\nNew York Times\torg\tNYT\n"), kinds,
		  entity_join) == 0);
	CHECK(!names_find(&n, text, t, count, &length));
	found = names_find(&n, text, t + 1, count - 1, &length);
	CHECK(found && length == 3 && str_eq(found->value, STR("NYT")));
	found = names_find(&n, text, t + 5, count - 5, &length);
	CHECK(found && length == 2);
	CHECK(names_read(&n, &arena, STR("# a\nA\torg\nB\n"), kinds,
		  entity_join) == 3);
}

/* A text of at most 16 tokens with its first labels, and what they tell. */
struct labelled {
	struct entity_scan scan;
	struct entity_place places[ENTITY_PIECE];
	struct entity_entry *entries[ENTITY_PIECE];
	struct entity_second none, second;
	const uint8_t *labels;
	size_t count;
};

static void
read_labelled(struct labelled *l, struct str text, const uint8_t *labels)
{
	static const uint64_t nothing[2];
	static const struct gazetteer g = { .slots = nothing };
	static struct entity_words words;
	const struct entity_text *t;

	if (!words.entries)
		entity_words_init(&words, &arena, &g);
	entity_scan(&l->scan, &arena, &words, &text, 1);
	t = l->scan.texts;
	l->count = t->count;
	l->labels = labels;
	entity_places(&l->scan, t, 0, l->count, l->places, l->entries);
	entity_second_init(&l->none, &arena);
	entity_second_init(&l->second, &arena);
	entity_second_count(&l->second, t, 0, l->count, l->places, labels);
}

/* Whether other tokens of the document tell something of token i. */
static bool
told(const struct labelled *l, size_t i)
{
	uint32_t a[ENTITY_SECOND_FEATURES], b[ENTITY_SECOND_FEATURES];
	size_t n = entity_second_features(
	    a, &l->second, l->places, l->labels, l->count, i, CASE_NORMAL);
	size_t m = entity_second_features(
	    b, &l->none, l->places, l->labels, l->count, i, CASE_NORMAL);
	size_t k = 0;

	while (k < n && k < m && a[k] == b[k])
		k++;
	return k < n || k < m;
}

static void
second(void)
{
	static struct labelled l;
	const uint8_t org = (uint8_t)tagger_label(TYPE_ORG, TAG_U);
	const uint8_t begin = (uint8_t)tagger_label(TYPE_ORG, TAG_B);
	const uint8_t inner = (uint8_t)tagger_label(TYPE_ORG, TAG_I);
	const uint8_t last = (uint8_t)tagger_label(TYPE_ORG, TAG_L);

	TEST("a first label is told by the others, not by itself");
	read_labelled(
	    &l, STR("it sold Acme today"), (const uint8_t[]){ 0, 0, org, 0 });
	CHECK(l.count == 4 && !told(&l, 2));
	read_labelled(&l, STR("as Acme grew so Acme hired"),
	    (const uint8_t[]){ 0, org, 0, 0, 0, 0 });
	CHECK(told(&l, 1) && told(&l, 4));
	TEST("the first letters of a name tell what an acronym is");
	read_labelled(&l, STR("the Blue Harbour Board or BHB"),
	    (const uint8_t[]){ 0, begin, inner, last, 0, 0 });
	CHECK(told(&l, 5));
}

int
main(void)
{
	arena_init(&arena, &os_posix);
	tokens();
	keys();
	labels();
	second();
	path();
	list();
	arena_free(&arena);
	return unit_done();
}
