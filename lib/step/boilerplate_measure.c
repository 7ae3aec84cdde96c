/* boilerplate_measure - what the words of a block tell
 *
 * One pass over the beginning of a text: the first SAMPLE bytes stand for the
 * rest, and counts are scaled by the length. Prose shows itself at once, and a
 * paragraph of a thousand bytes is content or not whatever its middle says.
 *
 * Words are not decoded. A byte beyond ASCII is a letter, unless it begins a
 * character of the blocks that hold punctuation or Chinese and Japanese
 * writing: of these two characters count as one word. */
#include "boilerplate_measure.h"

#include <string.h>

#include "lexicon.h"

enum language {
	STOPWORDS_EN, STOPWORDS_DE, STOPWORDS_FR, STOPWORDS_ES, STOPWORDS_IT,
	STOPWORDS_PT, STOPWORDS_NL, STOPWORDS_SV, STOPWORDS_DA, STOPWORDS_NO,
	STOPWORDS_FI, STOPWORDS_PL, STOPWORDS_CS, STOPWORDS_HU, STOPWORDS_RO,
	STOPWORDS_HR, STOPWORDS_BG, STOPWORDS_RU, STOPWORDS_UK, STOPWORDS_EL,
	STOPWORDS_TR, STOPWORDS_AR, STOPWORDS_FA, STOPWORDS_HE, STOPWORDS_HI,
	STOPWORDS_ID, STOPWORDS_VI, STOPWORDS_SK, STOPWORDS_SL, STOPWORDS_ET,
	STOPWORDS_LV, STOPWORDS_LT,
	LANGUAGES
};

enum cue {
	CUES_MENU = JUNK_MENU,
	CUES_APPEAL = JUNK_APPEAL,
	CUES_NEWSLETTER = JUNK_NEWSLETTER,
	CUES_RELATED = JUNK_RELATED,
	CUES_COMMENTS = JUNK_COMMENTS,
	CUES_LEGAL = JUNK_LEGAL,
	CUES_SHARE = JUNK_SHARE,
	CUES_CREDIT = JUNK_CREDIT,
	CUES_TEASER = JUNK_TEASER
};

#include "cues.h"
#include "stopwords.h"

enum {
	SAMPLE = 200,
	HASHED = 96,   /* bytes by which a line is known */
	SLOTS = 8192,  /* of stop words; a power of two */
	HEADS = 4096,  /* of first words of cues */
	STOPS = sizeof stopwords_words / sizeof *stopwords_words,
	CUES = sizeof cues_words / sizeof *cues_words
};

struct lexica {
	struct stop {
		uint32_t hash;      /* of the word; 0: a free slot */
		uint32_t languages; /* a set */
	} stops[SLOTS];
	uint16_t heads[HEADS]; /* 1 + first cue whose first word is here */
	uint16_t next[CUES];   /* 1 + next cue of the same head */
};

/* ---- characters ---------------------------------------------------------- */

enum class { BLANK, SIGN, LETTER, CAPITAL, FIGURE, CJK };

/* The class of the character at the front of a text, and its length. */
static enum class
class_beyond(const unsigned char *p, size_t n, size_t *length)
{
	size_t want = p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
	unsigned second = n > 1 ? p[1] : 0;

	*length = want < n ? want : n;
	switch (p[0]) {
	case 0xc2:
		return second == 0xa0 ? BLANK : SIGN;
	case 0xc3:
		return second < 0x9f ? CAPITAL : LETTER;
	case 0xce:
		return second < 0xaa ? CAPITAL : LETTER;
	case 0xd0:
		return second < 0xb0 ? CAPITAL : LETTER;
	case 0xd8:
		return second == 0x8c || second == 0x9b || second == 0x9f
		    ? SIGN : LETTER;
	case 0xe2:
		return second < 0xb0 ? SIGN : LETTER;
	case 0xe3:
		return second == 0x80 ? SIGN : CJK;
	case 0xef:
		return second == 0xbc || second == 0xbd ? SIGN : LETTER;
	case 0xf0:
		return second == 0x9f ? SIGN : CJK;
	}
	return p[0] > 0xe3 && p[0] < 0xea ? CJK : LETTER;
}

/* Of ASCII, from 0; what is not named is a SIGN. */
#define BLANKS BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK
#define SIGNS SIGN, SIGN, SIGN, SIGN, SIGN, SIGN, SIGN, SIGN
#define LETTERS LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER
#define CAPITALS CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, \
	CAPITAL, CAPITAL
#define FIGURES FIGURE, FIGURE, FIGURE, FIGURE, FIGURE, FIGURE, FIGURE, FIGURE
static const uint8_t classes[128] = { BLANKS, BLANKS, BLANKS, BLANKS,
	BLANK, SIGN, SIGN, SIGN, SIGN, SIGN, SIGN, SIGN, SIGNS,
	FIGURES, FIGURE, FIGURE, SIGN, SIGN, SIGN, SIGN, SIGN, SIGN,
	SIGN, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL,
	CAPITALS, CAPITALS, CAPITAL, CAPITAL, CAPITAL, SIGN, SIGN, SIGN, SIGN,
	SIGN, SIGN, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER,
	LETTERS, LETTERS, LETTER, LETTER, LETTER, SIGN, SIGN, SIGN, SIGN,
	BLANK };

/* ASCII letters in lower case; 0 for all else. */
#define NONE8 0, 0, 0, 0, 0, 0, 0, 0
#define NONE32 NONE8, NONE8, NONE8, NONE8
#define ALPHABET 0, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', \
	'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', \
	'z', 0, 0, 0, 0, 0
static const uint8_t small[256] = { NONE32, NONE32, ALPHABET, ALPHABET };

static inline enum class
class_of(struct str s, size_t at, size_t *length)
{
	const unsigned char *p = (const unsigned char *)s.s + at;

	*length = 1;
	if (p[0] >= 0x80)
		return class_beyond(p, s.n - at, length);
	return (enum class)classes[p[0]];
}

/* The word at an offset: its end, and its hash in lower case (FNV-1a, with
 * the bit set that makes ASCII letters small). */
static inline size_t
take_word(struct str s, size_t at, uint32_t *hash)
{
	const unsigned char *p = (const unsigned char *)s.s;
	uint32_t h = 0x811c9dc5;
	size_t length, k;

	for (;;) {
		while (at < s.n && small[p[at]])
			h = (h ^ small[p[at++]]) * 0x01000193;
		if (at == s.n || p[at] < 0x80)
			break;
		switch (class_beyond(p + at, s.n - at, &length)) {
		case LETTER:
		case CAPITAL:
			break;
		default:
			goto end;
		}
		for (k = 0; k < length; k++)
			h = (h ^ p[at + k]) * 0x01000193;
		at += length;
	}
end:
	*hash = h ? h : 1;
	return at;
}

/* ---- tables -------------------------------------------------------------- */

static void
add_stop(struct lexica *x, const struct word *w)
{
	uint32_t hash, i;

	take_word(str_of(w->text), 0, &hash);
	for (i = hash % SLOTS; x->stops[i].hash && x->stops[i].hash != hash;
	     i = (i + 1) % SLOTS)
		;
	x->stops[i].hash = hash;
	x->stops[i].languages |= 1u << w->class;
}

struct lexica *
lexica_make(struct arena *forever)
{
	struct lexica *x = ARENA_NEW(forever, struct lexica);
	uint32_t hash;
	size_t i;

	for (i = 0; i < STOPS; i++)
		add_stop(x, &stopwords_words[i]);
	for (i = CUES; i-- > 0; ) {
		take_word(str_of(cues_words[i].text), 0, &hash);
		x->next[i] = x->heads[hash % HEADS];
		x->heads[hash % HEADS] = (uint16_t)(i + 1);
	}
	return x;
}

static uint32_t
stop_languages(const struct lexica *x, uint32_t hash)
{
	uint32_t i = hash % SLOTS;

	while (x->stops[i].hash && x->stops[i].hash != hash)
		i = (i + 1) % SLOTS;
	return x->stops[i].languages;
}

uint32_t
measure_language(const struct lexica *x, const struct str *texts, size_t count)
{
	size_t votes[LANGUAGES] = { 0 }, left = 8192, i, at, length;
	unsigned k, best = STOPWORDS_EN;
	uint32_t hash, set;

	for (i = 0; i < count && left; i++) {
		struct str s = str_slice(texts[i], 0, left);

		if (texts[i].n < 80)
			continue;
		left -= s.n;
		for (at = 0; at < s.n; at += length) {
			enum class c = class_of(s, at, &length);

			if (c != LETTER && c != CAPITAL)
				continue;
			length = take_word(s, at, &hash) - at;
			set = stop_languages(x, hash);
			for (k = 0; set; k++, set >>= 1)
				votes[k] += set & 1;
		}
	}
	for (k = 0; k < LANGUAGES; k++)
		if (votes[k] > votes[best])
			best = k;
	return 1u << best;
}

/* ---- cues ---------------------------------------------------------------- */

/* Whether the phrase stands at the front of a text, as whole words. */
static bool
has_phrase(struct str text, const char *phrase)
{
	size_t i = 0, length;
	enum class c;

	for (; *phrase; phrase++) {
		unsigned char byte = i < text.n ? (unsigned char)text.s[i] : 0;

		if (*phrase == '\'' && byte == 0xe2 && text.n - i > 2)
			i += 3;
		else if ((unsigned char)((unsigned char)(byte - 'A') < 26
			     ? byte + 32 : byte) != (unsigned char)*phrase)
			return false;
		else
			i++;
	}
	if (i == text.n)
		return true;
	c = class_of(text, i, &length);
	return (c != LETTER && c != CAPITAL) || phrase[-1] == ':';
}

/* The strongest cue at the front of a text whose first word has the hash. */
static const struct word *
cue_at(const struct lexica *x, struct str text, uint32_t hash)
{
	const struct word *best = NULL;
	uint16_t i;

	for (i = x->heads[hash % HEADS]; i; i = x->next[i - 1]) {
		const struct word *w = &cues_words[i - 1];

		if ((!best || w->value > best->value) &&
		    has_phrase(text, w->text))
			best = w;
	}
	return best;
}

/* ---- the ends of a text -------------------------------------------------- */

static enum edge
sign_edge(struct str s, size_t at)
{
	static const struct {
		struct str sign;
		enum edge edge;
	} signs[] = { { STR_INIT("\xe3\x80\x82"), EDGE_STOP },
		{ STR_INIT("\xe0\xa5\xa4"), EDGE_STOP },
		{ STR_INIT("\xe2\x80\xa6"), EDGE_ELLIPSIS },
		{ STR_INIT("\xef\xbc\x9f"), EDGE_ASK },
		{ STR_INIT("\xef\xbc\x81"), EDGE_ASK },
		{ STR_INIT("\xd8\x9f"), EDGE_ASK },
		{ STR_INIT("\xe2\x80\x98"), EDGE_QUOTE },
		{ STR_INIT("\xe2\x80\x99"), EDGE_QUOTE },
		{ STR_INIT("\xe2\x80\x9c"), EDGE_QUOTE },
		{ STR_INIT("\xe2\x80\x9d"), EDGE_QUOTE },
		{ STR_INIT("\xe2\x80\x9e"), EDGE_QUOTE },
		{ STR_INIT("\xc2\xab"), EDGE_QUOTE },
		{ STR_INIT("\xc2\xbb"), EDGE_QUOTE },
		{ STR_INIT("\xe3\x80\x8d"), EDGE_QUOTE } };
	size_t i;

	switch (s.s[at]) {
	case '.':
		return EDGE_STOP;
	case '?':
	case '!':
		return EDGE_ASK;
	case ':':
		return EDGE_COLON;
	case ',':
	case ';':
		return EDGE_COMMA;
	case '"':
	case '\'':
		return EDGE_QUOTE;
	case '(':
	case ')':
	case '[':
	case ']':
		return EDGE_BRACKET;
	}
	for (i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_starts(str_slice(s, at, s.n), signs[i].sign))
			return signs[i].edge;
	return EDGE_OTHER;
}

static enum edge
edge_at(struct str s, size_t at)
{
	size_t length;

	switch (class_of(s, at, &length)) {
	case CAPITAL:
		return EDGE_UPPER;
	case FIGURE:
		return EDGE_DIGIT;
	case LETTER:
	case CJK:
		return str_starts(str_slice(s, at, s.n), STR("\xe0\xa5\xa4"))
		    ? EDGE_STOP : EDGE_LOWER;
	default:
		return sign_edge(s, at);
	}
}

/* How a text ends, closing quotation marks and brackets set aside. */
static enum edge
last_edge(struct str s)
{
	enum edge edge = EDGE_NONE, closing = EDGE_NONE;
	size_t at = s.n;

	while (at > 0) {
		do
			at--;
		while (at > 0 && ((unsigned char)s.s[at] & 0xc0) == 0x80);
		if (s.s[at] == ' ')
			continue;
		edge = edge_at(s, at);
		if (edge != EDGE_QUOTE && edge != EDGE_BRACKET)
			break;
		closing = edge;
	}
	if (closing && edge != EDGE_STOP && edge != EDGE_ASK &&
	    edge != EDGE_ELLIPSIS)
		return closing;
	if (edge == EDGE_STOP && at >= 2 && s.s[at - 1] == '.' &&
	    s.s[at - 2] == '.')
		return EDGE_ELLIPSIS;
	return edge;
}

/* The text without a bullet or list number and padding. */
static struct str
strip(struct str s, bool *bullet)
{
	static const struct str bullets[] = { STR_INIT("\xe2\x80\xa2"),
		STR_INIT("\xe2\x80\x93"), STR_INIT("\xe2\x97\xa6"),
		STR_INIT("\xe2\x96\xaa"), STR_INIT("\xc2\xb7"), STR_INIT("*"),
		STR_INIT("+"), STR_INIT("-"), STR_INIT("o "),
		STR_INIT("\xe2\x80\xa3"), STR_INIT("\xe2\x97\x8f"),
		STR_INIT("\xe2\x96\xa1"), STR_INIT("\xe2\x96\xa0") };
	size_t i, n;
	bool plain;

	*bullet = false;
	s = str_trim(s);
	while (str_starts(s, STR("\xc2\xa0")))
		s = str_trim(str_slice(s, 2, s.n));
	while (str_ends(s, STR("\xc2\xa0")))
		s = str_trim(str_slice(s, 0, s.n - 2));
	plain = s.n && small[(unsigned char)s.s[0]] &&
	    (s.s[0] != 'o' || s.n < 2 || s.s[1] != ' ');
	if (plain) /* as most texts are: for speed alone */
		return s;
	for (i = 0; i < sizeof bullets / sizeof *bullets; i++) {
		n = bullets[i].n;
		if (s.n > n + 1 && str_starts(s, bullets[i]) &&
		    (s.s[n] == ' ' || bullets[i].s[n - 1] == ' ')) {
			*bullet = true;
			return str_trim(str_slice(s, n, s.n));
		}
	}
	for (n = 0; n < s.n && n < 3 && (unsigned)(s.s[n] - '0') < 10; n++)
		;
	if (n && n + 1 < s.n && s.s[n] == '.' && s.s[n + 1] == ' ') {
		*bullet = true;
		return str_trim(str_slice(s, n + 1, s.n));
	}
	return s;
}

static uint64_t
hash_of(struct str line)
{
	if (line.n <= 2)
		return 0;
	return (str_hash(str_slice(line, 0, HASHED)) +
	    line.n * 0x9e3779b97f4a7c15u) | 1;
}

struct str
boilerplate_strip(struct str text)
{
	bool bullet;

	text = str_trim(text);
	/* a list's number is text, a bullet is not */
	if (text.n && (unsigned)(text.s[0] - '0') < 10)
		return text;
	return strip(text, &bullet);
}

uint64_t
boilerplate_hash(struct str line)
{
	bool bullet;

	return hash_of(strip(line, &bullet));
}

/* ---- measuring ----------------------------------------------------------- */

struct scan {
	const struct lexica *lexica;
	struct measure *m;
	struct str text; /* the sample of it */
	uint32_t languages;
	size_t cjk;      /* characters */
	bool stopped;    /* a full stop has just been seen */
};

static void
note_cue(struct scan *s, size_t at, uint32_t hash)
{
	const struct word *w = cue_at(s->lexica,
	    str_slice(s->text, at, s->text.n), hash);
	struct measure *m = s->m;

	if (!w)
		return;
	if (m->cues[w->class] < w->value)
		m->cues[w->class] = (uint8_t)w->value;
	if (at < 3 && (unsigned)(s->text.s[0] - '0') > 9 &&
	    !m->cue_at_start && w->value > 1)
		m->cue_at_start = (uint8_t)w->class;
}

static size_t
note_word(struct scan *s, size_t at, enum class class)
{
	struct measure *m = s->m;
	uint32_t hash;
	size_t end = take_word(s->text, at, &hash);

	if (s->lexica->heads[hash % HEADS])
		note_cue(s, at, hash);
	if (m->count < WORDS_MAX)
		m->hashes[m->count++] = (uint16_t)(hash ^ hash >> 16);
	m->tail = (uint16_t)(hash ^ hash >> 16);
	m->sample++;
	m->letters += (uint32_t)(end - at);
	m->capitals += class == CAPITAL;
	m->sentences += s->stopped && class == CAPITAL;
	m->stops += (stop_languages(s->lexica, hash) & s->languages) != 0;
	s->stopped = false;
	return end;
}

static void
note_sign(struct scan *s, size_t at)
{
	struct measure *m = s->m;
	unsigned char c = (unsigned char)s->text.s[at];

	m->commas += c == ',' || c == 0xe3 || c == 0xd8;
	s->stopped |= c == '.' || c == '!' || c == '?' || c == 0xe3;
	m->signs += c == '|' || c == '/' || c == '>' || c == 0xc2;
	if (c == 0xc2 && at + 1 < s->text.n && s->text.s[at + 1] == '\xa9')
		m->cues[JUNK_LEGAL] = 2;
}

static void
note_cjk(struct scan *s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s->text.s + at;
	bool kana = p[0] == 0xe3 && (p[1] == 0x81 || p[1] == 0x82);

	s->m->stops += kana || (p[0] == 0xe7 && p[1] == 0x9a && p[2] == 0x84);
	s->cjk++;
}

void
measure(const struct lexica *x, struct str text, uint32_t languages,
    struct measure *m)
{
	struct scan s = { .lexica = x, .m = m, .languages = languages };
	size_t at, length;

	*m = (struct measure){ 0 };
	text = strip(text, &m->bullet);
	m->bytes = (uint32_t)text.n;
	m->hash = hash_of(text);
	s.text = str_slice(text, 0, SAMPLE);
	for (at = 0; at < s.text.n; ) {
		enum class c = class_of(s.text, at, &length);

		if (c == LETTER || c == CAPITAL) {
			at = note_word(&s, at, c);
			continue;
		}
		if (c == SIGN)
			note_sign(&s, at);
		else if (c == FIGURE)
			m->digits++;
		else if (c == CJK && length == 3)
			note_cjk(&s, at);
		at += length;
	}
	m->sample += (uint32_t)(s.cjk / 2);
	m->letters += (uint32_t)s.cjk * 3;
	m->words = m->sample;
	if (text.n > SAMPLE)
		m->words = (uint32_t)(m->sample * (text.n / 8) /
		    (SAMPLE / 8));
	if (text.n) {
		m->first = (uint8_t)edge_at(text, 0);
		m->last = (uint8_t)last_edge(text);
	}
}

bool
measure_next(struct str text, size_t *at, uint16_t *hash)
{
	size_t length;
	uint32_t h;

	for (; *at < text.n; *at += length) {
		enum class c = class_of(text, *at, &length);

		if (c != LETTER && c != CAPITAL)
			continue;
		*at = take_word(text, *at, &h);
		*hash = (uint16_t)(h ^ h >> 16);
		return true;
	}
	return false;
}

unsigned
measure_cue(const struct lexica *x, struct str text, enum junk *junk)
{
	struct measure m;
	unsigned best = 0;
	int k;

	measure(x, text, 1, &m);
	*junk = JUNK_NONE;
	for (k = 1; k < JUNKS; k++)
		if (m.cues[k] > best) {
			best = m.cues[k];
			*junk = (enum junk)k;
		}
	return best;
}
