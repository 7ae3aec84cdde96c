/* timex_lex - a text becomes lexemes: what each word could mean
 *
 * A word's meanings are a set of classes, looked up once; what follows works
 * on sets alone. Most words of a text are not in the list, and share the
 * empty set. Runs of digits have their sets by length and value.
 *
 * Lexemes are the tokens of token.h. The most frequent, words of a few ASCII
 * letters and signs of one byte, are cut here: sets of bits say where a word
 * ends and what is upper case in it, and its letters in one or two registers
 * are its key in a table of their own. They take a third of the instructions
 * that they take through token_split and a lexicon. */
#include <string.h>

#include "bytes.h"
#include "timex_parts.h"

#include "when.h"

enum { WORDS = sizeof when_words / sizeof when_words[0] };

static struct str
first_word(const char *phrase)
{
	struct str rest = str_of(phrase);

	return str_cut(&rest, ' ');
}

/* The words of when.tsv and the first words of holiday.tsv in one sorted
 * list. */
static struct word *
merge_words(struct arena *a, size_t *count)
{
	struct word *all = ARENA_ARRAY(a, struct word,
	    WORDS + timex_holiday_count);
	size_t i = 0, k = 0, n = 0;

	while (i < WORDS || k < timex_holiday_count) {
		struct str day = k < timex_holiday_count
		    ? first_word(timex_holidays[k].text) : STR("");
		int order = i == WORDS ? 1 : k == timex_holiday_count ? -1
		    : str_compare(str_of(when_words[i].text), day);

		if (order <= 0) {
			all[n++] = when_words[i++];
			continue;
		}
		if (n == 0 || all[n - 1].class != WHEN_HOLIDAY ||
		    !str_eq(str_of(all[n - 1].text), day)) {
			char *text = arena_alloc(a, day.n + 1);
			size_t c;

			for (c = 0; c < day.n; c++)
				text[c] = day.s[c];
			all[n++] = (struct word){ text, WHEN_HOLIDAY, (int)k,
				"" };
		}
		k++;
	}
	*count = n;
	return all;
}

static void
make_digits(struct timex_tables *t)
{
	int n, v;

	for (n = 0; n < 6; n++)
		for (v = 0; v < 100; v++)
			set_add(&t->digits[n][v].set, WHEN_DIGITS);
	for (n = 1; n <= 2; n++) {
		for (v = 0; v < (n == 1 ? 10 : 100); v++) {
			struct set *s = &t->digits[n][v].set;

			if (v >= 1 && v <= 31)
				set_add(s, WHEN_DD);
			if (v >= 1 && v <= 12)
				set_add(s, WHEN_MM);
			if (v <= 24)
				set_add(s, WHEN_HH);
			if (n == 2 && v <= 59)
				set_add(s, WHEN_MI);
			if (n == 2)
				set_add(s, WHEN_YY);
		}
	}
	/* four digits: [4] are times of day, [5] are not */
	for (n = 4; n <= 5; n++)
		for (v = 10; v < 30; v++)
			set_add(&t->digits[n][v].set, WHEN_YYYY);
	for (v = 0; v < 24; v++)
		set_add(&t->digits[4][v].set, WHEN_HHMM);
	for (v = 1; v < 10; v++)
		set_add(&t->digits[3][v].set, WHEN_HMM);
	set_add(&t->digits[1][9].set, WHEN_HOLIDAY); /* 9/11 */
	for (n = 0; n < 6; n++)
		for (v = 0; v < 100; v++)
			set_add(&t->digits[n][v].set, 0);
}

/* A word of ASCII letters, fewer than BYTES, as numbers: its first eight
 * letters in lower case and, of a longer one, its last eight. */
static inline struct lex_key
key_of(const unsigned char *b, size_t n)
{
	static const uint64_t any_case = 0x2020202020202020;
	static const uint64_t used[16] = { 0, 0xff, 0xffff, 0xffffff,
		0xffffffff, 0xffffffffff, 0xffffffffffff, 0xffffffffffffff,
		UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX,
		UINT64_MAX, UINT64_MAX, UINT64_MAX };
	struct lex_key key = { 0, 0 };

	memcpy(&key.low, b, sizeof key.low);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	key.low = __builtin_bswap64(key.low);
#endif
	key.low |= any_case;
	if (n > sizeof key.low) {
		memcpy(&key.high, b + n - sizeof key.high, sizeof key.high);
		key.high |= any_case;
	}
	key.low &= used[n];
	return key;
}

/* Where in the table a key belongs: in the upper bits; below them 16 that tell
 * nearly all keys apart that belong there. */
static inline uint32_t
key_hash(struct lex_key key)
{
	return (uint32_t)(((key.low ^ key.high * 3) * 0x9e3779b97f4a7c15u) >>
	    32);
}

enum { SLOT_SHIFT = 20 }; /* leaves 12 bits: QUICK_SLOTS */
static const uint32_t NUMBER = 0xffff; /* what is a word's in a slot */

static bool
is_plain(const char *word)
{
	size_t n = 0;

	while (word[n] >= 'a' && word[n] <= 'z')
		n++;
	return n < BYTES && !word[n];
}

static void
make_quick(struct arena *a, struct timex_tables *t)
{
	size_t i;

	t->keys = ARENA_ARRAY(a, struct lex_key, t->words.count);
	for (i = 0; i < t->words.count; i++) {
		const char *text = t->words.words[i].text;
		unsigned char word[BYTES] = { 0 };
		uint32_t hash, at;

		if (!t->entries[i] || !is_plain(text))
			continue;
		memcpy(word, text, strlen(text));
		t->keys[i] = key_of(word, strlen(text));
		hash = key_hash(t->keys[i]);
		at = hash >> SLOT_SHIFT;
		while (t->quick[at % QUICK_SLOTS])
			at++;
		t->quick[at % QUICK_SLOTS] = hash << 16 | (uint32_t)(i + 1);
	}
}

/* The number, from 1, of the first entry for a word of n letters; 0: none. */
static inline uint16_t
find_quick(const struct timex_tables *t, const unsigned char *b, size_t n)
{
	struct lex_key key = key_of(b, n);
	uint32_t hash = key_hash(key), at = hash >> SLOT_SHIFT, slot;

	for (; (slot = t->quick[at % QUICK_SLOTS]) != 0; at++) {
		const struct lex_key *known;

		if ((slot ^ hash << 16) & ~NUMBER)
			continue;
		known = &t->keys[(slot & NUMBER) - 1];
		if (known->low == key.low && known->high == key.high)
			return (uint16_t)(slot & NUMBER);
	}
	return 0;
}

void
timex_lex_start(struct arena *a, struct timex_tables *t)
{
	size_t count, i;
	struct word *all = merge_words(a, &count);
	size_t first = 0;

	lexicon_make(&t->words, a, all, count);
	t->sorts = ARENA_ARRAY(a, struct sort, count + 1);
	for (i = 0; i <= count; i++)
		set_add(&t->sorts[i].set, 0);
	t->plain = ARENA_ARRAY(a, struct sort, count + 1);
	t->entries = ARENA_ARRAY(a, uint8_t, count);
	for (i = 0; i < count; i++) {
		if (!str_eq(str_of(all[i].text), str_of(all[first].text)))
			first = i;
		set_add(&t->sorts[first + 1].set, all[i].class);
		t->entries[first]++;
	}
	for (i = ' '; i < 0x7f; i++) {
		char c = (char)i;
		struct str sign = { &c, 1 };
		const struct word *w = lexicon_find(&t->words, sign,
		    token_hash(sign));

		t->signs[i] = (uint16_t)(w ? w - t->words.words + 1 : 0);
	}
	make_digits(t);
	make_quick(a, t);
}

static void
lex_digits(const struct timex_tables *t, struct str text, struct lexeme *l)
{
	uint32_t n = l->end - l->start, i;
	int32_t value = 0;

	for (i = 0; i < n && n <= 9; i++)
		value = value * 10 + (text.s[l->start + i] - '0');
	l->value = n <= 9 ? value : -1;
	if (n == 1 || n == 2)
		l->sort = &t->digits[n][value];
	else if (n == 3 && value % 100 < 60)
		l->sort = &t->digits[3][value / 100];
	else if (n == 4)
		l->sort = &t->digits[value % 100 < 60 ? 4 : 5][value / 100];
	else
		l->sort = &t->digits[0][0];
}

/* A run of digits; false for 9 and 09, which are words too. */
static inline bool
lex_number(const struct timex_tables *t, struct str text, size_t at,
    struct lexeme *l)
{
	while (at < text.n && text.s[at] >= '0' && text.s[at] <= '9')
		at++;
	l->end = (uint32_t)at;
	l->type = TOKEN_NUMBER;
	lex_digits(t, text, l);
	return l->value != 9;
}

/* A sign of one byte, or a number; false where it may be more than that. */
static inline bool
lex_other(const struct timex_tables *t, struct str text, size_t at,
    struct lexeme *l)
{
	unsigned char c = (unsigned char)text.s[at];

	if (c >= '0' && c <= '9')
		return lex_number(t, text, at, l);
	if (c >= 0x80 || c == '\'')
		return false;
	l->end = l->start + 1;
	l->type = TOKEN_SIGN;
	l->word = t->signs[c];
	l->sort = &t->sorts[l->word];
	return true;
}

/* Takes a word of ASCII letters alone, fewer than BYTES, a number, or a sign of
 * one byte. False, with nothing of worth taken, for others, and where an
 * apostrophe or a letter beyond ASCII may carry a word on. */
static inline bool
lex_plain(const struct timex_tables *t, struct str text, size_t at,
    struct lexeme *l)
{
	const unsigned char *p = (const unsigned char *)text.s + at;
	unsigned char last[BYTES];
	uint64_t uppers, all;
	size_t n;

	if (text.n - at < sizeof last) {
		memset(last, 0, sizeof last);
		memcpy(last, p, text.n - at);
		p = last;
	}
	n = (size_t)__builtin_ctzll(~bytes_letters(p));
	if (!n)
		return lex_other(t, text, at, l);
	if (n == BYTES || p[n] >= 0x80 || p[n] == '\'')
		return false;
	all = ((uint64_t)1 << n) - 1;
	uppers = bytes_uppers(p) & all;
	l->end = (uint32_t)(at + n);
	l->word = find_quick(t, p, n);
	l->sort = &t->sorts[l->word];
	l->type = TOKEN_WORD;
	l->flags |= (uint8_t)((uppers & 1 ? TOKEN_UPPER : 0) |
	    (uppers != all ? TOKEN_LOWERS : 0) |
	    (uppers > 1 ? TOKEN_CAPITALS : 0));
	return true;
}

/* What the token could be that l->start and the like tell of. */
static void
lex_token(const struct timex_tables *t, struct str text,
    const struct token *token, struct lexeme *l)
{
	const struct word *w;

	*l = (struct lexeme){ .start = token->start, .end = token->end,
		.type = token->type, .flags = token->flags };
	if (l->type == TOKEN_NUMBER) {
		lex_digits(t, text, l);
		if (l->value != 9)
			return;
	}
	if (l->type == TOKEN_SIGN && l->end - l->start == 1) {
		l->word = t->signs[text.s[l->start] & 0x7f];
	} else {
		w = lexicon_token(&t->words, text, token);
		l->word = (uint16_t)(w ? w - t->words.words + 1 : 0);
	}
	if (l->type != TOKEN_NUMBER)
		l->sort = &t->sorts[l->word];
}

/* A text while it is being cut. */
struct cut {
	const struct timex_tables *t;
	struct str text;
	struct lexeme *lexemes;
	uint32_t count;
	uint32_t holiday; /* the first that could begin a named day */
};

static inline void
keep(struct cut *c, const struct lexeme *l)
{
	if (set_has(&l->sort->set, WHEN_HOLIDAY) && c->holiday == UINT32_MAX)
		c->holiday = c->count;
	c->count++;
}

/* Words with which the name of a day could begin, and does not, and what is
 * behind the last lexeme. */
static struct lexeme *
finish(const struct cut *c)
{
	struct place p = { .tables = c->t, .text = c->text, .l = c->lexemes,
		.count = c->count };
	uint32_t i, end = (uint32_t)c->text.n;
	int index;

	for (i = 0; i < LOOK; i++)
		c->lexemes[c->count + i] = (struct lexeme){ .start = end,
			.end = end, .sort = &c->t->sorts[0],
			.flags = TOKEN_SPACED };
	for (i = c->holiday; i < p.count; i++)
		if (set_has(&p.l[i].sort->set, WHEN_HOLIDAY) &&
		    p.l[i].type == TOKEN_WORD &&
		    holiday_read(&p, i, &index) == i)
			c->lexemes[i].sort = &c->t->plain[p.l[i].word];
	return c->lexemes;
}

static bool
is_blank(char c)
{
	return (unsigned char)c <= ' ' || c == 0x7f;
}

struct lexeme *
timex_lex(struct arena *a, const struct timex_tables *t, struct str text,
    uint32_t *count)
{
	/* each has a byte; what is not used of the room costs nothing */
	struct cut c = { t, text, arena_room(a, text.n + LOOK,
	    sizeof *c.lexemes), 0, UINT32_MAX };
	uint8_t spaced = TOKEN_SPACED;
	struct token token;
	size_t at = 0;

	while (at < text.n) {
		struct lexeme *l = &c.lexemes[c.count];

		if (is_blank(text.s[at])) {
			spaced = TOKEN_SPACED;
			at++;
			continue;
		}
		*l = (struct lexeme){ .start = (uint32_t)at, .flags = spaced };
		spaced = 0;
		if (lex_plain(t, text, at, l)) {
			at = l->end;
			keep(&c, l);
			if (at < text.n && text.s[at] == ' ') {
				spaced = TOKEN_SPACED;
				at++;
			}
			continue;
		}
		if (token_take(&token, text, at, l->flags)) {
			lex_token(t, text, &token, l);
			keep(&c, l);
		} else {
			spaced = TOKEN_SPACED;
		}
		at = token.end;
	}
	*count = c.count;
	return finish(&c);
}

struct lexeme *
timex_lex_tokens(struct arena *a, const struct timex_tables *t,
    struct str text, const struct token *tokens, uint32_t count)
{
	struct cut c = { t, text, arena_room(a, count + LOOK,
	    sizeof *c.lexemes), 0, UINT32_MAX };

	while (c.count < count) {
		struct lexeme *l = &c.lexemes[c.count];

		lex_token(t, text, &tokens[c.count], l);
		keep(&c, l);
	}
	return finish(&c);
}

struct str
lexeme_text(const struct place *p, uint32_t at)
{
	return str_slice(p->text, p->l[at].start, p->l[at].end);
}

const struct word *
lexeme_entry(const struct place *p, uint32_t at, int class)
{
	const struct word *w;
	uint8_t left;

	if (!lexeme_is(p, at, class) || !p->l[at].word)
		return NULL;
	w = &p->tables->words.words[p->l[at].word - 1];
	for (left = p->tables->entries[p->l[at].word - 1]; left; left--, w++)
		if (w->class == class)
			return w;
	return NULL;
}
