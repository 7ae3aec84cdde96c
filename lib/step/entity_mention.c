/* entity_mention - the names of a document, and who is who among them */
#include "entity_mention.h"

#include <string.h>

#include "utf8.h"

enum { FORMS = 16 }; /* the most persons of one last name */

/* A person: all forms of a name that go together. */
struct person {
	uint32_t key, first_key;
	struct str name; /* the longest form */
	uint16_t words;	 /* of it */
	uint8_t gender;
	uint32_t next;	     /* 1 + another with the same last name */
	uint32_t next_first; /* 1 + another with the same first name */
	size_t met;	     /* when it was met last */
};

struct resolver {
	struct entity_mentions *m;
	const struct entity_scan *scan;
	const struct gazetteer *places;
	struct arena *scratch;
	struct person *people; /* [count] */
	size_t count, room, mask;
	uint32_t *lasts;     /* [mask + 1] 1 + person by last name */
	uint32_t *firsts;    /* [mask + 1] 1 + person by first name */
	uint64_t letters[4]; /* pairs of first letters of last names: a bit
				for each, so that most words are not hashed */
};

static struct str
article_off(struct str word)
{
	static const struct str articles[] = { STR_INIT("al-"), STR_INIT("el-"),
		STR_INIT("ul-"), STR_INIT("as-"), STR_INIT("ad-"),
		STR_INIT("ar-"), STR_INIT("an-") };
	size_t i;

	if (word.n <= 4 || word.s[2] != '-')
		return word;
	for (i = 0; i < sizeof articles / sizeof *articles; i++)
		if (str_eq_nocase(str_slice(word, 0, 3), articles[i]))
			return str_slice(word, 3, word.n);
	return word;
}

bool
entity_has_article(struct str word)
{
	return article_off(word).n != word.n;
}

static bool
ascii(struct str text)
{
	size_t i;

	for (i = 0; i < text.n; i++)
		if (text.s[i] & 0x80)
			return false;
	return true;
}

uint32_t
entity_key(struct arena *scratch, struct str word)
{
	uint32_t hash = 0x811c9dc5;
	size_t i;

	word = article_off(word);
	if (!ascii(word))
		return token_hash_learnt(utf8_fold(scratch, word)) | 1;
	for (i = 0; i < word.n; i++) {
		unsigned char c = (unsigned char)word.s[i];

		if (c >= 'A' && c <= 'Z')
			c += 32;
		hash = (hash ^ c) * 0x01000193;
	}
	return hash | 1;
}

static struct str
token_text(const struct entity_text *t, size_t i)
{
	return str_slice(t->text, t->tokens[i].start, t->tokens[i].end);
}

static uint8_t
title_gender(const struct entity_text *t, size_t first)
{
	static const struct {
		struct str title;
		uint8_t gender;
	} titles[] = {
		{ STR_INIT("mr"), GENDER_HE },
		{ STR_INIT("mr."), GENDER_HE },
		{ STR_INIT("sir"), GENDER_HE },
		{ STR_INIT("king"), GENDER_HE },
		{ STR_INIT("prince"), GENDER_HE },
		{ STR_INIT("mrs"), GENDER_SHE },
		{ STR_INIT("mrs."), GENDER_SHE },
		{ STR_INIT("ms"), GENDER_SHE },
		{ STR_INIT("ms."), GENDER_SHE },
		{ STR_INIT("miss"), GENDER_SHE },
		{ STR_INIT("queen"), GENDER_SHE },
		{ STR_INIT("princess"), GENDER_SHE },
		{ STR_INIT("madame"), GENDER_SHE },
		{ STR_INIT("lady"), GENDER_SHE },
		{ STR_INIT("wife"), GENDER_SHE },
	};
	struct str word;
	size_t i;

	if (!first)
		return GENDER_NONE;
	word = token_text(t, first - 1);
	if (word.n < 2 || word.n > 8)
		return GENDER_NONE;
	for (i = 0; i < sizeof titles / sizeof *titles; i++)
		if (titles[i].title.n == word.n &&
		    (word.s[0] | 32) == titles[i].title.s[0] &&
		    str_eq_nocase(word, titles[i].title))
			return titles[i].gender;
	return GENDER_NONE;
}

struct entity_mention *
entity_mention_add(struct entity_mentions *m, const struct entity_text *t,
    size_t unit, size_t first, size_t end, unsigned type)
{
	struct entity_mention *x;

	if (m->count == m->room)
		m->items = arena_grow(
		    m->arena, m->items, m->count, &m->room, sizeof *m->items);
	x = &m->items[m->count++];
	x->unit = (uint32_t)unit;
	x->start = t->tokens[first].start;
	x->end = t->tokens[end - 1].end;
	x->words = (uint16_t)(end - first);
	x->type = (uint8_t)type;
	x->gender = title_gender(t, first);
	return x;
}

static struct str
mention_text(const struct resolver *r, const struct entity_mention *x)
{
	return str_slice(r->scan->texts[x->unit].text, x->start, x->end);
}

/* Whether a given name may be written so: equal, or its initial. */
static bool
same_given(struct arena *scratch, struct str a, struct str b)
{
	bool initial = (a.n == 2 && a.s[1] == '.') ||
		       (b.n == 2 && b.s[1] == '.') || a.n == 1 || b.n == 1;

	if (initial)
		return (a.s[0] | 32) == (b.s[0] | 32);
	return entity_key(scratch, a) == entity_key(scratch, b);
}

/* Whether all words of the shorter name but the last stand in the longer one,
 * in that order. */
static bool
compatible(struct arena *scratch, struct str a, struct str b, bool shorter)
{
	struct str word, other;

	if (!shorter)
		return compatible(scratch, b, a, true);
	while (str_index(a, ' ') < a.n) {
		word = str_cut(&a, ' ');
		do {
			if (str_index(b, ' ') == b.n)
				return false;
			other = str_cut(&b, ' ');
		} while (
		    !word.n || !other.n || !same_given(scratch, word, other));
	}
	return true;
}

/* Words between blanks: a hyphen joins (Chang Je-won has two). */
static void
set_keys(struct resolver *r, struct entity_mention *x)
{
	struct str rest = mention_text(r, x), word = rest;

	arena_reset(r->scratch);
	x->words = 0;
	while (rest.n) {
		word = str_cut(&rest, ' ');
		if (!word.n)
			continue;
		if (!x->words++)
			x->first_key = entity_key(r->scratch, word);
	}
	x->key = entity_key(r->scratch, word);
}

static bool
genders_fit(uint8_t a, uint8_t b)
{
	return !a || !b || a == b;
}

/* The person whom a full name means: a known one or a new one. */
static struct person *
person_of(struct resolver *r, const struct entity_mention *x)
{
	struct str name = mention_text(r, x);
	uint32_t *head = &r->lasts[x->key & r->mask], i;
	unsigned forms = 0;
	struct person *p;

	arena_reset(r->scratch);
	for (i = *head; i; i = p->next) {
		p = &r->people[i - 1];
		if (p->key != x->key)
			continue;
		if (genders_fit(p->gender, x->gender) &&
		    compatible(r->scratch, name, p->name, x->words <= p->words))
			return p;
		if (++forms == FORMS)
			return NULL;
	}
	if (r->count == r->room)
		r->people = arena_grow(r->m->arena, r->people, r->count,
		    &r->room, sizeof *r->people);
	p = &r->people[r->count++];
	*p = (struct person){ .key = x->key,
		.first_key = x->first_key,
		.next = *head,
		.next_first = r->firsts[x->first_key & r->mask] };
	*head = r->firsts[x->first_key & r->mask] = (uint32_t)r->count;
	return p;
}

/* Whether a text is in capitals alone. */
static bool
shouted(struct str text)
{
	size_t i;

	for (i = 0; i < text.n; i++)
		if (text.s[i] >= 'a' && text.s[i] <= 'z')
			return false;
	return true;
}

static bool
better(struct str name, size_t words, const struct person *p)
{
	if (!p->name.n || shouted(p->name) != shouted(name))
		return !p->name.n || shouted(p->name);
	return words != p->words ? words > p->words : name.n > p->name.n;
}

/* A number below 256 made of the first letters of a word. */
static unsigned
letters_of(struct str word)
{
	word = article_off(word);
	return word.n < 2 ? 0
			  : ((unsigned)(word.s[0] & 31) << 3 ^
				(unsigned)(word.s[1] & 31)) &
				255;
}

static void
meet_people(struct resolver *r)
{
	unsigned letters;
	size_t i;

	for (i = 0; i < r->m->count; i++) {
		const struct entity_mention *x = &r->m->items[i];
		struct str name = mention_text(r, x);
		struct person *p;

		if (x->type != TYPE_PERSON || x->words < 2)
			continue;
		p = person_of(r, x);
		if (!p)
			continue;
		if (better(name, x->words, p)) {
			p->name = name;
			p->words = x->words;
		}
		if (!p->gender)
			p->gender = x->gender;
		while (str_index(name, ' ') < name.n)
			str_cut(&name, ' ');
		letters = letters_of(name);
		r->letters[letters / 64] |= (uint64_t)1 << letters % 64;
	}
}

/* The person of that last name who was met last; else the first one. */
static struct person *
by_last(struct resolver *r, uint32_t key, uint8_t gender)
{
	struct person *best = NULL, *p;
	uint32_t i;

	for (i = r->lasts[key & r->mask]; i; i = p->next) {
		p = &r->people[i - 1];
		if (p->key == key && genders_fit(p->gender, gender) &&
		    (!best || p->met >= best->met))
			best = p;
	}
	return best;
}

/* The only person of that first name. */
static struct person *
by_first(struct resolver *r, uint32_t key)
{
	struct person *best = NULL, *p;
	uint32_t i;

	for (i = r->firsts[key & r->mask]; i; i = p->next_first) {
		p = &r->people[i - 1];
		if (p->first_key != key)
			continue;
		if (best)
			return NULL;
		best = p;
	}
	return best;
}

static void
name_person(struct resolver *r, struct entity_mention *x, size_t now)
{
	struct person *p =
	    x->words >= 2 ? person_of(r, x) : by_last(r, x->key, x->gender);

	if (!p && x->words == 1 && !x->gender)
		p = by_first(r, x->key);
	if (!p || !p->name.n)
		return;
	p->met = now;
	x->name = p->name;
}

/* ---- what the tagger missed -------------------------------------------- */

static bool
capital_token(const struct token *t)
{
	return t->type == TOKEN_WORD && t->flags & TOKEN_UPPER &&
	       t->end - t->start > 2;
}

/* Whether the word alone may be taken for the last name of a person. */
static bool
is_last_name(struct resolver *r, struct str word, uint32_t key)
{
	uint32_t known;

	if (!by_last(r, key, GENDER_NONE))
		return false;
	known = entity_place_find(r->places, word);
	return !known;
}

/* Whether the word stands alone: no capitalised word beside it. */
static bool
alone(const struct entity_text *t, size_t i)
{
	const struct token *x = t->tokens;

	if (i && x[i - 1].type == TOKEN_WORD && x[i - 1].flags & TOKEN_UPPER &&
	    i >= 2 && x[i - 2].type == TOKEN_WORD)
		return false;
	return !(i + 1 < t->count && x[i + 1].type == TOKEN_WORD &&
		 x[i + 1].flags & TOKEN_UPPER);
}

/* One text: its mentions, and its last names that are none. */
static void
recover(struct resolver *r, const struct entity_mentions *old, size_t *next,
    size_t unit)
{
	const struct entity_text *t = &r->scan->texts[unit];
	size_t i, k;

	for (i = 0; i < t->count; i++) {
		const struct token *x = &t->tokens[i];
		const struct entity_mention *o = &old->items[*next];
		struct entity_mention *made;
		unsigned letters;
		uint32_t key;

		if (*next < old->count && o->unit == unit &&
		    x->start >= o->start) {
			if (r->m->count == r->m->room)
				r->m->items = arena_grow(r->m->arena,
				    r->m->items, r->m->count, &r->m->room,
				    sizeof *r->m->items);
			made = &r->m->items[r->m->count++];
			*made = *o;
			for (k = i; k < t->count && t->tokens[k].start < o->end;
			     k++)
				;
			i = k - 1;
			++*next;
			continue;
		}
		if (t->kind != CASE_NORMAL || !capital_token(x) || !alone(t, i))
			continue;
		letters = letters_of(token_text(t, i));
		if (!(r->letters[letters / 64] >> letters % 64 & 1) &&
		    !(t->text.s[x->start] & 0x80))
			continue;
		arena_reset(r->scratch);
		key = entity_key(r->scratch, token_text(t, i));
		if (!is_last_name(r, token_text(t, i), key))
			continue;
		made = entity_mention_add(r->m, t, unit, i, i + 1, TYPE_PERSON);
		set_keys(r, made);
		made->surety = 80;
		made->recovered = true;
	}
}

/* A last name alone that was taken for something else. */
static void
put_right(struct resolver *r, struct entity_mention *x)
{
	struct str word = mention_text(r, x);

	if (x->words != 1 || x->type == TYPE_PERSON || x->type == TYPE_NORP ||
	    x->listed)
		return;
	if (is_last_name(r, word, x->key) && x->surety < 90) {
		x->type = TYPE_PERSON;
		x->recovered = true;
	}
}

/* ---- organisations ----------------------------------------------------- */

struct acronym {
	struct str letters, name;
};

/* Whether the letters are the initials of the name's capitalised words. */
static bool
initials_of(struct str letters, struct str name)
{
	size_t at = 0;

	while (name.n) {
		struct str word = str_cut(&name, ' ');

		if (!word.n || word.s[0] < 'A' || word.s[0] > 'Z')
			continue;
		if (at == letters.n || letters.s[at++] != word.s[0])
			return false;
	}
	return at == letters.n;
}

/* "Syrian Democratic Forces (SDF)": the second mention names the first. */
static void
name_organisations(struct resolver *r)
{
	enum { MOST = 64 };
	struct acronym known[MOST];
	size_t count = 0, i, k;

	for (i = 1; i < r->m->count && count < MOST; i++) {
		const struct entity_mention *x = &r->m->items[i];
		const struct entity_mention *o = x - 1;
		struct str letters;

		if (x->start < 2 || x->unit != o->unit || x->start > o->end + 3)
			continue;
		letters = mention_text(r, x);
		if (x->words != 1 || o->words < 2 || x->unit != o->unit ||
		    o->type == TYPE_PERSON || x->start < o->end + 1 ||
		    x->start > o->end + 3 || letters.n < 2 || letters.n > 8 ||
		    r->scan->texts[x->unit].text.s[x->start - 1] != '(' ||
		    !initials_of(letters, mention_text(r, o)))
			continue;
		known[count++] =
		    (struct acronym){ letters, mention_text(r, o) };
	}
	for (i = 0; count && i < r->m->count; i++) {
		struct entity_mention *x = &r->m->items[i];

		for (k = 0;
		     k < count && x->words == 1 && x->type != TYPE_PERSON; k++)
			if (str_eq(known[k].letters, mention_text(r, x)))
				x->name = known[k].name;
	}
}

/* Whether a name is that of a ship: MV Adhiambo. */
static bool
is_ship(struct str name)
{
	static const struct str ships[] = { STR_INIT("HMAS "), STR_INIT("HMS "),
		STR_INIT("MV "), STR_INIT("USS ") };
	size_t i;

	for (i = 0; i < sizeof ships / sizeof *ships; i++)
		if (str_starts(name, ships[i]))
			return true;
	return false;
}

/* ---- all --------------------------------------------------------------- */

static void
name_place(struct resolver *r, struct entity_mention *x)
{
	struct str text = mention_text(r, x);
	uint32_t known = entity_place_find(r->places, text);
	struct str singular = str_slice(text, 0, text.n - 1);

	if (x->type == TYPE_NORP) {
		if (known & PLACE_PEOPLE && str_ends(text, STR("s")) &&
		    entity_place_find(r->places, singular) & PLACE_PEOPLE)
			x->name = singular;
		return;
	}
	if (known & PLACE_COUNTRY)
		x->name = entity_country(entity_place_code(r->m->arena, known));
}

void
entity_resolve(struct entity_mentions *m, const struct entity_scan *s,
    const struct gazetteer *places)
{
	struct resolver r = { .m = m, .scan = s, .places = places };
	struct entity_mentions old;
	size_t i, next = 0;

	entity_part(m, s);
	old = *m;
	r.scratch = arena_scratch(m->arena);
	for (r.mask = 63; r.mask < m->count * 2; r.mask = r.mask * 2 + 1)
		;
	r.room = 16;
	r.people = ARENA_ARRAY(m->arena, struct person, r.room);
	r.lasts = ARENA_ARRAY(m->arena, uint32_t, r.mask + 1);
	r.firsts = ARENA_ARRAY(m->arena, uint32_t, r.mask + 1);
	for (i = 0; i < m->count; i++)
		set_keys(&r, &m->items[i]);
	meet_people(&r);
	if (r.count) {
		*m = (struct entity_mentions){ .arena = m->arena };
		for (i = 0; i < s->count; i++)
			recover(&r, &old, &next, i);
	}
	for (i = 0; i < m->count; i++) {
		struct entity_mention *x = &m->items[i];

		if (x->listed && x->name.n)
			continue;
		if (is_ship(mention_text(&r, x)) && !x->listed)
			x->type = TYPE_MISC;
		if (r.count)
			put_right(&r, x);
		if (x->type == TYPE_PERSON)
			name_person(&r, x, i + 1);
		else if (x->type == TYPE_PLACE || x->type == TYPE_NORP)
			name_place(&r, x);
	}
	name_organisations(&r);
}
