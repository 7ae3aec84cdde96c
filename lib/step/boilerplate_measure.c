/* boilerplate_measure - what the words of a block tell
 *
 * One pass over the beginning of a text: the first MEASURED bytes stand for the
 * rest, and counts are scaled by the length. Prose shows itself at once, and a
 * paragraph of a thousand bytes is content or not whatever its middle says.
 * Two characters of Chinese and Japanese writing count as one word. */
#include "boilerplate_measure.h"

#include <string.h>

#include "boilerplate_edge.h"
#include "boilerplate_word.h"
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
	TELLING = 50,  /* words that must tell their language: one in */
	SELDOM = 20,   /* so many is a function word, else it is unknown */
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
	struct first {
		uint32_t hash;
		uint32_t length;
	} firsts[CUES];        /* words of the cues */
};

/* ---- tables -------------------------------------------------------------- */

static void
add_stop(struct lexica *x, const struct word *w)
{
	uint32_t hash, i;

	word_take(str_of(w->text), 0, &hash);
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
		x->firsts[i].length = (uint32_t)word_take(
		    str_of(cues_words[i].text), 0, &hash);
		x->next[i] = x->heads[hash % HEADS];
		x->heads[hash % HEADS] = (uint16_t)(i + 1);
		x->firsts[i].hash = hash;
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
	size_t votes[LANGUAGES] = { 0 }, left = 8192, words = 0, i, at, length;
	unsigned k, best = STOPWORDS_EN;
	uint32_t hash, set;

	for (i = 0; i < count && left; i++) {
		struct str s = str_slice(texts[i], 0, left);

		if (texts[i].n < 80)
			continue;
		left -= s.n;
		for (at = 0; at < s.n; at += length) {
			enum class c = word_class(s, at, &length);

			if (c != LETTER && c != CAPITAL)
				continue;
			length = word_take(s, at, &hash) - at;
			words++;
			set = stop_languages(x, hash);
			for (k = 0; set; k++, set >>= 1)
				votes[k] += set & 1;
		}
	}
	for (k = 0; k < LANGUAGES; k++)
		if (votes[k] > votes[best])
			best = k;
	if (words >= TELLING && votes[best] * SELDOM < words)
		return 0;
	return 1u << best;
}

/* ---- cues ---------------------------------------------------------------- */

/* Whether a phrase, whose first word is there, goes on in a text from i on, to
 * the end of a word. */
static bool
goes_on(struct str text, size_t i, const char *phrase)
{
	size_t length;
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
	c = word_class(text, i, &length);
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
		const struct first *first = &x->firsts[i - 1];

		if (first->hash == hash && (!best || w->value > best->value) &&
		    goes_on(text, first->length, w->text + first->length))
			best = w;
	}
	return best;
}

/* ---- measuring ----------------------------------------------------------- */

struct scan {
	const struct lexica *lexica;
	struct measure *m;
	struct str text; /* the sample of it; zeros stand behind it */
	uint32_t languages;
	size_t cjk;      /* characters */
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
	m->cued |= w->value > 1;
	if (at < 3 && (unsigned)(s->text.s[0] - '0') > 9 &&
	    !m->cue_at_start && w->value > 1)
		m->cue_at_start = (uint8_t)w->class;
}

static void
note_sign(struct measure *m, struct str s, size_t at)
{
	unsigned char c = (unsigned char)s.s[at];

	m->commas += c == ',' || c == 0xe3 || c == 0xd8;
	m->signs += c == '|' || c == '/' || c == '>' || c == 0xc2;
	if (c == 0xc2 && at + 1 < s.n && s.s[at + 1] == '\xa9') {
		m->cues[JUNK_LEGAL] = 2;
		m->cued = true;
	}
}

static void
note_cjk(struct scan *s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s->text.s + at;
	bool kana = p[0] == 0xe3 && (p[1] == 0x81 || p[1] == 0x82);

	s->m->stops += kana || (p[0] == 0xe7 && p[1] == 0x9a && p[2] == 0x84);
	s->cjk++;
}

/* What is no word: its length. */
static size_t
note_other(struct scan *s, size_t at, bool *stopped)
{
	unsigned char c = (unsigned char)s->text.s[at];
	size_t length;

	switch (word_class(s->text, at, &length)) {
	case SIGN:
		note_sign(s->m, s->text, at);
		*stopped |= c == '.' || c == '!' || c == '?' || c == 0xe3;
		break;
	case FIGURE:
		s->m->digits++;
		break;
	case CJK:
		if (length == 3)
			note_cjk(s, at);
		break;
	case LETTER:
	case CAPITAL:
	case BLANK:
		break;
	}
	return length;
}

/* Counts in variables of its own, which are registers. */
static void
scan_words(struct scan *s)
{
	const struct lexica *x = s->lexica;
	struct str text = s->text;
	uint32_t words = 0, letters = 0, stops = 0, capitals = 0, content = 0;
	uint32_t hash = 0, sentences = 0;
	uint16_t *hashes = s->m->hashes;
	bool stopped = false, capital, stop;
	size_t at, end;

	for (at = 0; at < text.n; at = end) {
		if (text.s[at] == ' ') {
			end = at + 1;
			continue;
		}
		end = word_end(text, at, &hash, &capital);
		if (end == at) {
			end += note_other(s, at, &stopped);
			continue;
		}
		if (x->heads[hash % HEADS])
			note_cue(s, at, hash);
		stop = stop_languages(x, hash) & s->languages;
		if (words < WORDS_MAX) {
			content |= (uint32_t)(!stop && end - at >= 4) << words;
			hashes[words] = word_half(hash);
		}
		words++;
		letters += (uint32_t)(end - at);
		capitals += capital;
		sentences += stopped & capital;
		stops += stop;
		stopped = false;
	}
	s->m->sample = words;
	s->m->count = (uint8_t)(words < WORDS_MAX ? words : WORDS_MAX);
	s->m->letters = letters;
	s->m->capitals = capitals;
	s->m->sentences = sentences;
	/* of a language that we do not know, a third of the words may be */
	s->m->stops += s->languages ? stops : words / 3;
	s->m->content = (uint16_t)content;
	s->m->tail = words ? word_half(hash) : 0;
}

/* The sample is copied to where zeros stand behind it, so that words are taken
 * eight bytes at once wherever they are. */
static void
scan_sample(struct scan *s, struct str text)
{
	char bytes[MEASURED + 8];
	size_t n = text.n < MEASURED ? text.n : MEASURED;

	memcpy(bytes, text.s, n);
	memset(bytes + n, 0, 8);
	s->text = (struct str){ bytes, n };
	scan_words(s);
	s->text = text; /* not of the copy, which ends here */
	s->m->sample += (uint32_t)(s->cjk / 2);
	s->m->letters += (uint32_t)s->cjk * 3;
}

void
measure(const struct lexica *x, struct str text, uint32_t languages,
    struct measure *m)
{
	struct scan s = { .lexica = x, .m = m, .languages = languages };

	*m = (struct measure){ 0 };
	text = edge_strip(text, &m->bullet);
	if (!text.n)
		return;
	m->bytes = (uint32_t)text.n;
	m->hash = edge_hash(text);
	scan_sample(&s, text);
	m->words = m->sample;
	if (text.n > MEASURED)
		m->words = (uint32_t)(m->sample * (text.n / 8) /
		    (MEASURED / 8));
	m->first = (uint8_t)edge_at(text, 0);
	m->last = (uint8_t)edge_last(text);
}

bool
measure_next(struct str text, size_t *at, uint16_t *hash)
{
	size_t length;
	uint32_t h;

	for (; *at < text.n; *at += length) {
		enum class c = word_class(text, *at, &length);

		if (c != LETTER && c != CAPITAL)
			continue;
		*at = word_take(text, *at, &h);
		*hash = word_half(h);
		return true;
	}
	return false;
}

bool
measure_begins(const struct lexica *x, struct str text)
{
	uint32_t hash;

	word_take(text, 0, &hash);
	return x->heads[hash % HEADS] != 0 ||
	    (unsigned)((text.s[0] | 32) - 'a') >= 26;
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
