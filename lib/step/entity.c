/* entity - names of persons, organisations and places in a text */
#include "entity.h"

#include <string.h>

#include "entity_mention.h"
#include "entity_second.h"

void
entity_tagger_init(struct entity_tagger *e, struct arena *forever)
{
	entity_words_init(&e->words, forever, &e->model.gazetteer);
	arena_init(&e->work, forever->os);
}

/* A piece of a text while it is labelled. */
struct piece {
	struct entity_place places[ENTITY_PIECE];
	struct entity_entry *entries[ENTITY_PIECE];
	bool warm[ENTITY_PIECE];
	int16_t (*scores)[TAGGER_LABELS]; /* [count] of the text */
	int16_t sums[ENTITY_PIECE][TAGGER_LABELS];
	uint8_t *labels;	      /* [count] of the text */
	uint8_t before[ENTITY_PIECE]; /* the first labels */
};

/* Rows that are asked for, and added up when the next ones are asked for: the
 * processor works on while they come from afar. */
struct queue {
	const struct tagger *tagger;
	uint32_t features[2][ENTITY_PLACE_FEATURES];
	size_t count;	 /* of the features that wait */
	int16_t *scores; /* what they are to be added to, or NULL */
	unsigned turn;	 /* which of the two waits */
};

/* Where to write the next features. */
static uint32_t *
queue_next(struct queue *q)
{
	return q->features[!q->turn];
}

static void
queue_add(struct queue *q, size_t count, int16_t *scores)
{
	count = tagger_fetch(q->tagger, q->features[!q->turn], count);
	if (q->scores)
		tagger_add(
		    q->tagger, q->features[q->turn], q->count, q->scores);
	q->turn = !q->turn;
	q->count = count;
	q->scores = scores;
}

/* The sums of words that a token looks at. */
static void
sum_words(struct queue *q, struct piece *p, size_t count, size_t i,
    enum entity_case c)
{
	size_t j = i < ENTITY_REACH ? 0 : i - ENTITY_REACH;

	for (; j < count && j <= i + ENTITY_REACH; j++) {
		struct entity_entry *e = p->entries[j];
		int at = (int)j - (int)i;
		int16_t *sums = e->sums[at + ENTITY_REACH];

		__builtin_prefetch(sums);
		if (e->summed & 1u << (at + ENTITY_REACH))
			continue;
		e->summed |= 1u << (at + ENTITY_REACH);
		memset(sums, 0, sizeof e->sums[0]);
		queue_add(q,
		    entity_word_features(queue_next(q), &e->word, c, at), sums);
	}
}

static void
add_words(struct piece *p, size_t count, size_t i)
{
	size_t j = i < ENTITY_REACH ? 0 : i - ENTITY_REACH, k;
	int16_t sum[TAGGER_LABELS] = { 0 };

	for (; j < count && j <= i + ENTITY_REACH; j++) {
		const int16_t *sums = p->entries[j]->sums[j + ENTITY_REACH - i];

		for (k = 0; k < TAGGER_LABELS; k++)
			sum[k] = (int16_t)(sum[k] + sums[k]);
	}
	memcpy(p->scores[i], sum, sizeof sum);
}

/* The scores of all warm tokens. */
static void
score(const struct tagger *t, struct piece *p, size_t count, enum entity_case c)
{
	struct queue q;
	size_t i;

	q.tagger = t;
	q.scores = NULL;
	q.turn = 0;
	for (i = 0; i < count; i++)
		if (p->warm[i])
			sum_words(&q, p, count, i, c);
	queue_add(&q, 0, NULL);
	for (i = 0; i < count; i++) {
		if (!p->warm[i])
			continue;
		add_words(p, count, i);
		queue_add(&q,
		    entity_place_features(
			queue_next(&q), p->places, count, i, c),
		    p->scores[i]);
	}
	queue_add(&q, 0, NULL);
}

static void
decode(const struct tagger *t, struct piece *p, size_t count)
{
	size_t i, k;

	memset(p->labels, 0, count);
	for (i = 0; i < count; i = k) {
		for (k = i; k < count && p->warm[k]; k++)
			;
		if (k > i)
			tagger_decode(t,
			    (const int16_t(*)[TAGGER_LABELS]) & p->scores[i],
			    k - i, &p->sums[i], &p->labels[i]);
		else
			k++;
	}
}

static void
open_piece(struct piece *p, struct entity_scan *s, const struct entity_text *t,
    size_t from, size_t end)
{
	p->scores = t->scores + from;
	p->labels = t->labels + from;
	entity_places(s, t, from, end, p->places, p->entries);
	entity_warm(p->places, end - from, t->kind, p->warm);
}

/* The first labels, by what the document shows of words. */
static void
label(struct entity_tagger *e, const struct entity_text *t,
    struct entity_second *second, size_t from, size_t end, struct piece *p)
{
	score(&e->model.tagger, p, end - from, t->kind);
	decode(&e->model.tagger, p, end - from);
	entity_second_count(second, t, from, end - from, p->places, p->labels);
}

/* The second labels, by what the first ones show. */
static void
label_again(struct entity_tagger *e, const struct entity_text *t,
    const struct entity_second *second, size_t count, struct piece *p)
{
	struct queue q;
	size_t i, k;

	q.tagger = &e->model.second;
	q.scores = NULL;
	q.turn = 0;
	memcpy(p->before, p->labels, count);
	for (i = 0; i < count; i++) {
		if (!p->warm[i])
			continue;
		for (k = 0; k < TAGGER_LABELS; k++)
			p->scores[i][k] = tagger_temper(p->scores[i][k]);
		queue_add(&q,
		    entity_second_features(queue_next(&q), second, p->places,
			p->before, count, i, t->kind),
		    p->scores[i]);
	}
	queue_add(&q, 0, NULL);
	decode(&e->model.second, p, count);
}

/* ---- how sure it is ---------------------------------------------------- */

/* The score of tokens first to before end when they are one name of a type,
 * between the labels that stand there. */
static int
path(const struct tagger *t, const struct piece *p, size_t first, size_t end,
    size_t count, unsigned type)
{
	unsigned before = first && p->warm[first - 1] ? p->labels[first - 1]
			  : first		      ? 0
						      : TAGGER_LABELS;
	int sum = 0;
	size_t i;

	for (i = first; i < end; i++) {
		unsigned tag = i + 1 == end ? (i == first ? TAG_U : TAG_L)
			       : i == first ? TAG_B
					    : TAG_I;
		unsigned label = tagger_label(type, tag);

		sum += t->moves[16 * before + label] + p->scores[i][label];
		before = label;
	}
	if (end < count && p->warm[end])
		sum += t->moves[16 * before + p->labels[end]];
	return sum;
}

/* 1000 * e to the power of -i / 4. */
static const uint16_t powers[] = { 1000, 779, 607, 472, 368, 287, 223, 174, 135,
	105, 82, 64, 50, 39, 30, 24, 18, 14, 11, 9, 7, 5, 4, 3, 2, 2, 2, 1 };

/* The probability of the type against the others and none, in per cent: the
 * scores are logarithms of odds. Whole numbers only. */
static uint8_t
surety(const struct tagger *t, const struct piece *p, size_t first, size_t end,
    size_t count, unsigned type)
{
	int best = path(t, p, first, end, count, type);
	unsigned all = 1000, other;

	for (other = 0; other < TYPES; other++) {
		int less;

		if (other == type)
			continue;
		less = best - path(t, p, first, end, count, other);
		less = less < 0 ? 0 : less / (TAGGER_UNIT / 4);
		if (less < (int)(sizeof powers / sizeof *powers))
			all += powers[less];
	}
	other = (100 * 1000 + all / 2) / all;
	return (uint8_t)(other > 99 ? 99 : other < 1 ? 1 : other);
}

/* ---- rows -------------------------------------------------------------- */

/* How many tokens after a person's name belong to it whatever the model says:
 * Bashar al-Assad. */
static size_t
tail(const struct entity_text *t, size_t from, size_t count,
    const struct piece *p, size_t k, unsigned type)
{
	const struct token *x = &t->tokens[from + k];

	return type == TYPE_PERSON && k < count && p->labels[k] == 0 &&
	       x->flags & (TOKEN_UPPER | TOKEN_CAPITALS) &&
	       entity_has_article(str_slice(t->text, x->start, x->end));
}

static void
add_mentions(struct entity_mentions *m, const struct tagger *tagger,
    const struct entity_text *t, size_t unit, size_t from, size_t count,
    const struct piece *p)
{
	size_t i, k;

	for (i = 0; i < count; i = k) {
		unsigned type = tagger_labels[p->labels[i]].type;

		k = i + 1;
		if (type == TYPE_OUTSIDE)
			continue;
		k = tagger_name(p->labels, count, i);
		k += tail(t, from, count, p, k, type);
		entity_mention_add(m, t, unit, from + i, from + k, type)
		    ->surety = surety(tagger, p, i, k, count, type);
	}
}

static const struct {
	struct str word;
	const char *type;
} place_words[] = {
	{ STR_INIT("province"), "region" },
	{ STR_INIT("region"), "region" },
	{ STR_INIT("district"), "region" },
	{ STR_INIT("county"), "region" },
	{ STR_INIT("state"), "region" },
	{ STR_INIT("oblast"), "region" },
	{ STR_INIT("governorate"), "region" },
	{ STR_INIT("city"), "city" },
	{ STR_INIT("prefecture"), "region" },
	{ STR_INIT("town"), "city" },
	{ STR_INIT("river"), "natural" },
	{ STR_INIT("sea"), "natural" },
	{ STR_INIT("ocean"), "natural" },
	{ STR_INIT("lake"), "natural" },
	{ STR_INIT("mountains"), "natural" },
	{ STR_INIT("mount"), "natural" },
	{ STR_INIT("island"), "natural" },
	{ STR_INIT("islands"), "natural" },
	{ STR_INIT("desert"), "natural" },
	{ STR_INIT("valley"), "natural" },
	{ STR_INIT("gulf"), "natural" },
	{ STR_INIT("strait"), "natural" },
	{ STR_INIT("peninsula"), "natural" },
	{ STR_INIT("bay"), "natural" },
	{ STR_INIT("village"), "city" },
	{ STR_INIT("canal"), "natural" },
};

/* The type of a place by its last word, or its first; or NULL. */
static const char *
type_by_word(struct str name)
{
	struct str first = name, last = name;
	size_t i;

	first = str_cut(&first, ' ');
	while (str_index(last, ' ') < last.n)
		str_cut(&last, ' ');
	for (i = 0; i < sizeof place_words / sizeof *place_words; i++)
		if (str_eq_nocase(place_words[i].word, last) ||
		    (str_eq_nocase(place_words[i].word, first) &&
			str_eq(STR("natural"), str_of(place_words[i].type))))
			return place_words[i].type;
	return NULL;
}

static const char *
place_type(const struct entity_mention *x, uint32_t known, struct str name)
{
	if (x->type == TYPE_FACILITY)
		return "facility";
	return known & PLACE_COUNTRY   ? "country"
	       : known & PLACE_CITY    ? "city"
	       : known & PLACE_REGION  ? "region"
	       : known & PLACE_NATURAL ? "natural"
				       : type_by_word(name);
}

static void
add_attrs(struct arena *a, struct span *s, const struct entity_mention *x,
    const struct gazetteer *places, struct str text)
{
	bool place = x->type == TYPE_PLACE || x->type == TYPE_FACILITY;
	uint32_t known =
	    place || x->type == TYPE_NORP ? entity_place_find(places, text) : 0;
	char p[4] = { '0', '.', (char)('0' + x->surety / 10),
		(char)('0' + x->surety % 10) };
	const char *type;

	if (place && known && !x->name.n && !x->listed)
		s->value = entity_place_calm(a, text);
	if (!(known & PLACE_PEOPLE) == place)
		span_attr(a, s, "cc", entity_place_code(a, known));
	span_attr(a, s, "p", (struct str){ p, 4 });
	type = place ? place_type(x, known, text) : NULL;
	if (type)
		span_attr(a, s, "type", str_of(type));
}

/* Adds the rows of a part, whose first text is that unit from base on. */
static void
add_spans(struct arena *a, struct spans *list, const struct entity_mentions *m,
    const struct entity_scan *s, const struct gazetteer *places, size_t unit,
    size_t base)
{
	static const char *const kinds[TYPES] = { NULL, "person", "org",
		"place", "norp", "misc", "place" };
	size_t i;

	for (i = 0; i < m->count; i++) {
		const struct entity_mention *x = &m->items[i];
		struct span *made = span_add(a, list, kinds[x->type],
		    unit + x->unit, base + x->start, base + x->end);
		struct str text =
		    str_slice(s->texts[x->unit].text, x->start, x->end);

		made->value = x->name.n ? x->name : text;
		made->rule = x->listed	    ? "list"
			     : x->recovered ? "alias"
					    : "model";
		if (x->attrs.n)
			made->attrs = x->attrs;
		else
			add_attrs(a, made, x, places, text);
	}
}

/* Memory that is not zeroed: each text fills what it reads. */
static struct piece *
piece_new(struct arena *a)
{
	enum { ALIGN = 64 };
	char *p = arena_bytes(a, sizeof(struct piece) + ALIGN);

	return (void *)(p + (ALIGN - (uintptr_t)p % ALIGN));
}

/* Names that are always names, whatever the tagger says. */
static void
add_seats(
    const struct entity_text *t, size_t from, size_t count, struct piece *p)
{
	const struct token *x = t->tokens + from;
	size_t i;

	for (i = 0; i < count; i++)
		if (!p->labels[i] && x[i].flags & TOKEN_UPPER &&
		    entity_is_seat(str_slice(t->text, x[i].start, x[i].end)))
			p->labels[i] =
			    (uint8_t)tagger_label(TYPE_FACILITY, TAG_U);
}

static size_t
piece_end(const struct entity_text *t, size_t from)
{
	return from + ENTITY_PIECE < t->count ? from + ENTITY_PIECE : t->count;
}

static void
label_texts(struct entity_tagger *e, struct entity_scan *s,
    struct entity_second *second, struct piece *p)
{
	size_t unit, from, end;

	for (unit = 0; unit < s->count; unit++) {
		const struct entity_text *t = &s->texts[unit];

		for (from = 0; from < t->count; from = end) {
			end = piece_end(t, from);
			open_piece(p, s, t, from, end);
			label(e, t, second, from, end, p);
		}
	}
}

static void
find_mentions(struct entity_tagger *e, struct entity_scan *s,
    const struct entity_second *second, struct entity_mentions *m, size_t unit,
    struct piece *p)
{
	const struct entity_text *t = &s->texts[unit];
	size_t from, end, before = m->count;

	for (from = 0; from < t->count; from = end) {
		end = piece_end(t, from);
		open_piece(p, s, t, from, end);
		label_again(e, t, second, end - from, p);
		add_seats(t, from, end - from, p);
		add_mentions(m, &e->model.second, t, unit, from, end - from, p);
	}
	if (e->names)
		entity_list(m, e->names, t, unit, before);
}

/* The names in a part of a document: texts of which the first is the unit, from
 * base on. */
static void
find_part(struct arena *a, struct spans *list, const struct str *texts,
    size_t count, struct entity_tagger *e, size_t unit, size_t base)
{
	struct entity_mentions m = { .arena = &e->work };
	struct entity_second second;
	struct entity_scan s;
	struct piece *p;
	size_t i;

	arena_reset(&e->work);
	p = piece_new(&e->work);
	entity_scan(&s, &e->work, &e->words, texts, count);
	entity_second_init(&second, &e->work);
	label_texts(e, &s, &second, p);
	for (i = 0; i < s.count; i++)
		find_mentions(e, &s, &second, &m, i, p);
	entity_vote(&m, &s);
	entity_seats(&m, &s);
	entity_firms(&m, &s);
	entity_datelines(&m, &s, &e->model.places);
	entity_resolve(&m, &s, &e->model.places);
	add_spans(a, list, &m, &s, &e->model.places, unit, base);
}

/* A text that is several parts by itself, cut behind blanks. They are small,
 * since what is found in a text of 1 MiB takes the memory already. */
static void
find_long(struct arena *a, struct spans *list, struct str text,
    struct entity_tagger *e, size_t unit)
{
	enum { MOST = ENTITY_PART / 2 };
	struct str part;
	size_t at;

	for (at = 0; at < text.n; at += part.n) {
		part = str_slice(text, at, at + MOST);
		while (at + part.n < text.n && part.n > MOST / 2 &&
		       part.s[part.n - 1] != ' ')
			part.n--;
		while (at + part.n < text.n &&
		       ((unsigned char)text.s[at + part.n] & 0xc0) == 0x80)
			part.n++; /* a character stays whole */
		find_part(a, list, &part, 1, e, unit, at);
	}
}

struct span *
entity_find(struct arena *a, const struct str *texts, size_t count,
    struct entity_tagger *e)
{
	struct spans list = { 0 };
	size_t first, end, n;

	for (first = 0; first < count; first = end) {
		for (end = first, n = 0;
		     end < count && n + texts[end].n <= ENTITY_PART; end++)
			n += texts[end].n;
		if (end > first)
			find_part(
			    a, &list, texts + first, end - first, e, first, 0);
		else
			find_long(a, &list, texts[end++], e, first);
	}
	return list.first;
}
