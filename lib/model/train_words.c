/* train_words - counts words in raw text, for the model of nf-sent */
#include "train_words.h"

#include "sentence_byte.h"
#include "sentence_word.h"
#include "sort.h"

enum {
	SLOTS = 1 << 15, /* of the table in the model */
	LEAST = 4        /* words seen less often are left out */
};

void
word_counts_init(struct word_counts *w, struct arena *a)
{
	w->count = 0;
	w->room = 1 << 19;
	w->words = ARENA_ARRAY(a, struct word_count, w->room);
}

static struct word_count *
slot_of(const struct word_counts *w, uint32_t hash)
{
	size_t at = hash * 0x9e3779b1u & (w->room - 1);

	while (w->words[at].hash && w->words[at].hash != hash)
		at = (at + 1) & (w->room - 1);
	return &w->words[at];
}

static void
grow(struct word_counts *w, struct arena *a)
{
	struct word_counts old = *w;
	size_t i;

	w->room *= 2;
	w->words = ARENA_ARRAY(a, struct word_count, w->room);
	for (i = 0; i < old.room; i++)
		if (old.words[i].hash)
			*slot_of(w, old.words[i].hash) = old.words[i];
}

/* Whether the byte stands between words of one sentence. */
static bool
goes_on(unsigned char c)
{
	return c == ' ' || c == ',' || c >= 0x80 || byte_is_letter(c) ||
	    byte_is_digit(c) || c == '-' || c == '\'' || c == '%' || c == ')';
}

static void
count(struct word_counts *w, struct arena *a, const struct sword *word,
    struct str text, bool inside, bool start)
{
	struct word_count *c;

	if (w->count * 2 > w->room)
		grow(w, a);
	c = slot_of(w, word->hash);
	w->count += !c->hash;
	c->hash = word->hash;
	c->all++;
	c->stopped += word->end < text.n && text.s[word->end] == '.';
	c->starts += start;
	if (!inside)
		return;
	c->lower += word->shape == SHAPE_LOWER || word->shape == SHAPE_LETTER;
	c->upper += word->shape == SHAPE_CAPITAL ||
	    word->shape == SHAPE_MIXED || word->shape == SHAPE_UPPER ||
	    word->shape == SHAPE_INITIAL || word->shape == SHAPE_ACRONYM;
}

/* Whether a sentence has begun behind the byte: after a newline, or a sign
 * behind a word in lower case; blanks and quotation marks change nothing. */
static bool
starts(struct str text, size_t at, bool before)
{
	char c = text.s[at];

	if (c == '\n')
		return true;
	if (c == '.' || c == '?' || c == '!')
		return at > 2 && byte_is_lower(text.s[at - 1]) &&
		    byte_is_lower(text.s[at - 2]) &&
		    byte_is_lower(text.s[at - 3]);
	return before && (c == ' ' || c == '"' || c == '\'');
}

void
word_counts_add(struct word_counts *w, struct arena *a, struct str text)
{
	struct sentence_words words = { 0 };
	struct sword word;
	bool inside = false, start = true;
	size_t at = 0;

	sentence_words_start(&words, arena_scratch(a));
	while (at < text.n) {
		unsigned char c = (unsigned char)text.s[at];

		if (!byte_is_letter(c) && c < 0xc3) {
			inside = inside && goes_on(c);
			start = starts(text, at, start);
			at++;
			continue;
		}
		sword_at(&words, text, at, &word);
		if (word.end == word.start) {
			at++;
			inside = false;
			continue;
		}
		count(w, a, &word, text, inside, start);
		inside = true;
		start = false;
		at = word.end;
	}
	arena_reset(arena_scratch(a));
}

void
word_counts_names(struct word_counts *w, struct str lines)
{
	struct str line, class;

	while (lines.n) {
		line = str_cut(&lines, '\n');
		class = str_cut(&line, '\t');
		if (str_eq(class, STR("first")))
			slot_of(w, token_hash_learnt(line))->given = true;
	}
}

/* A share of a hundred as one of seven steps. */
static unsigned
share(uint32_t part, uint32_t all, const unsigned char limits[6])
{
	unsigned i;

	if (!all)
		return 0;
	for (i = 0; i < 6; i++)
		if ((uint64_t)part * 100 < (uint64_t)all * limits[i])
			break;
	return i + 1;
}

static int
by_count(const void *a, const void *b)
{
	const struct word_count *x = a, *y = b;

	if (x->all != y->all)
		return x->all > y->all ? -1 : 1;
	return x->hash < y->hash ? -1 : x->hash > y->hash;
}

static unsigned
starter(const struct word_count *c)
{
	uint64_t starts = (uint64_t)c->starts * 100;

	return starts < c->all ? 0
	    : starts < (uint64_t)c->all * 4 ? 1
	    : starts < (uint64_t)c->all * 12 ? 2
	    : 3;
}

static void
enter(uint32_t *table, const struct word_count *c)
{
	static const unsigned char lowers[] = { 2, 10, 30, 60, 85, 97 };
	static const unsigned char stops[] = { 5, 15, 30, 50, 75, 95 };
	unsigned lower = c->lower + c->upper >= 3
	    ? share(c->lower, c->lower + c->upper, lowers)
	    : 0;
	unsigned stopped = share(c->stopped, c->all, stops);
	unsigned given = c->given && lower < 4;
	size_t slot = word_slot(c->hash), i;

	for (i = 0; i < WORD_PROBES; i++, slot++)
		if (!table[slot & (SLOTS - 1)]) {
			table[slot & (SLOTS - 1)] = word_mark(c->hash) << 16 |
			    1u << 13 | given << 12 | starter(c) << 8 |
			    stopped << 4 | lower;
			return;
		}
}

uint32_t *
word_counts_table(const struct word_counts *w, struct arena *a, size_t *slots)
{
	uint32_t *table = ARENA_ARRAY(a, uint32_t, SLOTS);
	struct word_count *sorted = ARENA_ARRAY(a, struct word_count,
	    w->count + 1);
	size_t i, n = 0;

	for (i = 0; i < w->room; i++)
		if (w->words[i].all >= (w->words[i].given ? 1 : LEAST))
			sorted[n++] = w->words[i];
	sort_stable(a, sorted, n, sizeof *sorted, by_count);
	for (i = 0; i < n && i < SLOTS * 4 / 5; i++)
		enter(table, &sorted[i]);
	*slots = SLOTS;
	return table;
}
