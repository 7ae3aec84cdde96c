/* sentence_word - what is known of the words beside a possible boundary */
#include "sentence_word.h"

#include "sentence_byte.h"
#include "utf8.h"

#include "abbreviation.h"

enum { LONGEST = 48 }; /* bytes of a word that are looked at */

void
sentence_words_start(struct sentence_words *w, struct arena *a)
{
	lexicon_make_by(&w->list, a, abbreviation_words,
	    sizeof abbreviation_words / sizeof *abbreviation_words,
	    token_hash_learnt);
}

bool
sentence_words_open(struct sentence_words *w, const struct model *m)
{
	size_t slots;

	w->counts = model_array(m, "words", 4, &slots);
	w->mask = slots ? slots - 1 : 0;
	return w->counts && slots > 1 && (slots & (slots - 1)) == 0;
}

/* What was counted of a word in raw text. */
static void
count_of(const struct sentence_words *w, struct sword *word)
{
	size_t slot = word_slot(word->hash), i;

	word->lower = word->stopped = word->starter = 0;
	word->given = false;
	if (!w->mask)
		return;
	for (i = 0; i < WORD_PROBES; i++, slot++) {
		uint32_t found = model_u32(w->counts + 4 * (slot & w->mask));

		if (!found)
			return;
		if (found >> 16 == word_mark(word->hash)) {
			word->lower = found & 15;
			word->stopped = found >> 4 & 15;
			word->starter = found >> 8 & 15;
			word->given = found >> 12 & 1;
			return;
		}
	}
}

/* What the bytes of a word are, all together. */
struct tally {
	unsigned lowers, uppers, digits, points, signs, scripts;
	bool first_upper, first_lower, address, slash, vowel;
};

static void
tally_letter(struct tally *t, uint32_t c, size_t at)
{
	if (utf8_is_upper(c)) {
		t->uppers++;
		t->first_upper |= at == 0;
	} else if (utf8_is_lower(c)) {
		t->lowers++;
		t->first_lower |= at == 0;
	} else if (utf8_is_letter(c)) {
		t->scripts++;
	} else if (utf8_is_digit(c)) {
		t->digits++;
	} else {
		t->signs++;
	}
}

static bool
is_vowel(unsigned char c)
{
	switch (c | 32) {
	case 'a': case 'e': case 'i': case 'o': case 'u': case 'y':
		return true;
	}
	return c >= 0x80;
}

static void
tally_word(struct tally *t, struct str word)
{
	size_t i, length;

	*t = (struct tally){ 0 };
	for (i = 0; i < word.n; i += length) {
		unsigned char c = (unsigned char)word.s[i];

		length = 1;
		if (byte_is_lower(c)) {
			t->lowers++;
			t->first_lower |= i == 0;
		} else if (byte_is_upper(c)) {
			t->uppers++;
			t->first_upper |= i == 0;
		} else if (byte_is_digit(c)) {
			t->digits++;
		} else if (c == '.') {
			t->points++;
		} else if (c < 0x80) {
			t->signs += c != '\'' && c != '-' && c != ',';
			t->address |= c == '@' || c == '_' || c == '#';
			t->slash |= c == '/';
		} else {
			tally_letter(t, utf8_decode(word, i, &length), i);
		}
		t->vowel |= is_vowel(c);
	}
}

/* Whether each letter has its own point: U.S, a.m, Ph.D; not example.com. */
static bool
pointed(struct str word)
{
	size_t i, run = 0, longest = 0;

	for (i = 0; i < word.n; i++) {
		run = word.s[i] == '.' ? 0 : run + 1;
		if (run > longest)
			longest = run;
	}
	return longest <= 2;
}

static enum shape
shape_of(const struct tally *t, struct str word)
{
	unsigned letters = t->lowers + t->uppers;

	if (!word.n)
		return SHAPE_NONE;
	if (letters && (t->address || (t->slash && t->points) ||
		(t->points && !pointed(word))))
		return SHAPE_ADDRESS;
	if (t->digits)
		return letters ? SHAPE_ORDINAL : SHAPE_NUMBER;
	if (t->scripts)
		return SHAPE_SCRIPT;
	if (!letters)
		return SHAPE_SIGN;
	if (t->points)
		return SHAPE_ACRONYM;
	if (letters == 1)
		return t->uppers ? SHAPE_INITIAL : SHAPE_LETTER;
	if (!t->uppers)
		return SHAPE_LOWER;
	if (!t->lowers)
		return SHAPE_UPPER;
	if (t->first_lower)
		return SHAPE_BRAND;
	return t->uppers == 1 && t->first_upper ? SHAPE_CAPITAL : SHAPE_MIXED;
}

static uint32_t
hash_of(struct str word)
{
	uint32_t hash = 0x811c9dc5;
	size_t i;

	for (i = 0; i < word.n; i++) {
		unsigned char c = (unsigned char)word.s[i];

		hash = (hash ^ (byte_is_upper(c) ? c + 32u : c)) * 0x01000193;
	}
	return hash;
}

/* What lists and counts know of the word. */
static void
recall(const struct sentence_words *w, struct str s, struct sword *word)
{
	const struct word *found = lexicon_find(&w->list, s, word->hash);

	word->class = found ? (uint8_t)found->class : ABBREVIATION_NONE;
	if (word->class == ABBREVIATION_UNIT && word->shape == SHAPE_CAPITAL)
		word->class = ABBREVIATION_NONE; /* Mm. Oh. */
	count_of(w, word);
}

static void
look_up(const struct sentence_words *w, struct str text, struct sword *word)
{
	struct str s = str_slice(text, word->start, word->end);
	struct tally t;

	tally_word(&t, s);
	word->shape = (uint8_t)shape_of(&t, s);
	word->vowel = t.vowel;
	word->hash = hash_of(s);
	recall(w, s, word);
}

/* The usual word, of letters a to z alone, the first of them of either case,
 * and behind a blank: all at once. */
static bool
is_usual(const struct sentence_words *w, struct str text, size_t begin,
    struct sword *word)
{
	/* a e i o u y, the lowest bit for a */
	const uint32_t vowels = 1u << 0 | 1u << 4 | 1u << 8 | 1u << 14 |
	    1u << 20 | 1u << 24;
	size_t at = word->end, i;
	uint32_t hash = 0x811c9dc5, seen = 0;
	bool capital;

	while (at > begin && byte_is_lower(text.s[at - 1]))
		at--;
	capital = at < word->end && at > begin && byte_is_upper(text.s[at - 1]);
	at -= capital;
	if (word->end - at < 2 || word->end - at > LONGEST || at == begin ||
	    text.s[at - 1] != ' ')
		return false;
	for (i = at; i < word->end; i++) {
		unsigned char c = (unsigned char)text.s[i] | 32;

		seen |= 1u << (c - 'a');
		hash = (hash ^ c) * 0x01000193;
	}
	word->start = at;
	word->hash = hash;
	word->shape = capital ? SHAPE_CAPITAL : SHAPE_LOWER;
	word->vowel = (seen & vowels) != 0;
	recall(w, str_slice(text, at, word->end), word);
	return true;
}

/* Bytes that words are made of: letters, digits, and what stands between
 * them. Quotation marks, brackets, dashes and bullets beyond ASCII are none. */
static bool
is_inside(struct str text, size_t at)
{
	unsigned char c = (unsigned char)text.s[at];

	if (c >= 0x80)
		return true;
	return c > ' ' && c != '"' && c != '(' && c != ')' && c != '[' &&
	    c != ']' && c != '{' && c != '}' && c != '!' && c != '?' &&
	    c != ';' && c != '<' && c != '>' && c != '*';
}

/* General punctuation, bullets, and «»: ends a word. */
static bool
is_mark(struct str text, size_t at)
{
	const unsigned char *p = (const unsigned char *)text.s + at;

	if (*p == 0xc2 && text.n - at >= 2)
		return p[1] == 0xab || p[1] == 0xbb || p[1] == 0xa0;
	if (*p == 0xe2 && text.n - at >= 3)
		return (p[1] == 0x80 && p[2] != 0x99) || p[1] == 0x81 ||
		    p[1] == 0x96 || p[1] == 0x97;
	return *p == 0xe3 && text.n - at >= 3 && p[1] == 0x80;
}

void
sword_before(const struct sentence_words *w, struct str text, size_t begin,
    size_t end, struct sword *word)
{
	size_t at = end, length, digits;

	word->end = end;
	if (is_usual(w, text, begin, word))
		return;
	if (end - begin > LONGEST)
		begin = end - LONGEST;
	while (at > begin && is_inside(text, at - 1)) {
		length = 1;
		if ((unsigned char)text.s[at - 1] >= 0x80)
			utf8_before(text, at, &length);
		if (at - begin < length || is_mark(text, at - length))
			break;
		at -= length;
	}
	while (at < end && (text.s[at] == '\'' || text.s[at] == '-' ||
		text.s[at] == '.' || text.s[at] == ','))
		at++;
	/* 4:00p.m. */
	for (digits = at; digits < end && (byte_is_digit((unsigned char)
		text.s[digits]) || text.s[digits] == ':'); digits++)
		;
	if (end - digits == 3 && text.s[digits + 1] == '.')
		at = digits;
	word->start = at;
	look_up(w, text, word);
}

/* The same at the beginning of a word: letters a to z, the first of them of
 * either case, and a blank behind, or a comma and a blank. */
static bool
begins_usually(const struct sentence_words *w, struct str text,
    struct sword *word)
{
	size_t at = word->start + 1;
	unsigned char c = (unsigned char)text.s[word->start];
	uint32_t hash = (0x811c9dc5 ^ (c | 32u)) * 0x01000193;

	if (!byte_is_letter(c))
		return false;
	while (at < text.n && byte_is_lower(text.s[at]))
		hash = (hash ^ (unsigned char)text.s[at++]) * 0x01000193;
	if (at - word->start < 2 || at - word->start >= LONGEST ||
	    at + 1 >= text.n || (text.s[at] != ' ' &&
		(text.s[at] != ',' || text.s[at + 1] != ' ')))
		return false;
	word->end = at;
	word->hash = hash;
	word->shape = byte_is_lower(c) ? SHAPE_LOWER : SHAPE_CAPITAL;
	word->vowel = true; /* nobody asks */
	recall(w, str_slice(text, word->start, at), word);
	return true;
}

void
sword_at(const struct sentence_words *w, struct str text, size_t start,
    struct sword *word)
{
	size_t at = start, length;

	word->start = start;
	if (start < text.n && begins_usually(w, text, word))
		return;
	while (at < text.n && at - start < LONGEST && is_inside(text, at)) {
		length = 1;
		if ((unsigned char)text.s[at] >= 0x80) {
			if (is_mark(text, at))
				break;
			utf8_decode(text, at, &length);
		}
		at += length;
	}
	while (at > start && (text.s[at - 1] == '.' || text.s[at - 1] == ',' ||
		text.s[at - 1] == ':' || text.s[at - 1] == '\''))
		at--;
	if (at - start > 2 && text.s[at - 2] == '\'')
		at -= 2; /* Syria's */
	if (at - start > 4 && str_ends(str_slice(text, start, at),
		STR("\xe2\x80\x99s")))
		at -= 4;
	word->end = at;
	look_up(w, text, word);
}
