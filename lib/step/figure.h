/* figure - what the parts of the step quantity share; for no one else
 *
 * A passage is one text with its tokens and the figures found in it so far.
 * Each part adds what it knows: units (figure_units), ranges, ratios and
 * scores (figure_join), what is no figure (figure_guard), the qualifier
 * (figure_qualify), what is counted (figure_name), what happened to it
 * (figure_happen). */
#ifndef NF_FIGURE_H
#define NF_FIGURE_H

#include "number.h"
#include "passage.h"
#include "quantity.h"
#include "timex.h"

enum figure_kind {
	FIGURE_NUMBER,
	FIGURE_COUNT,
	FIGURE_MONEY,
	FIGURE_PERCENT,
	FIGURE_QUANTITY,
	FIGURE_AGE,
	FIGURE_RATIO,
	FIGURE_FRACTION,
	FIGURE_SCORE,
	FIGURE_ORDINAL,
	FIGURE_MULTIPLE,
	FIGURE_DURATION /* of nf-dates: no row, unless all is asked for */
};

enum figure_flags {
	FIGURE_RANGE = 1,     /* high is the upper end           */
	FIGURE_DROPPED = 2,   /* no figure after all             */
	FIGURE_RATE = 4,      /* its unit has a "per"            */
	FIGURE_HYPHEN = 8,    /* its tail hangs on a hyphen      */
	FIGURE_PREFIXED = 16, /* its currency stands before it  */
	FIGURE_CARRIED = 32,  /* what is counted comes from before */
	FIGURE_ACTIVE = 64,   /* its event came from the left    */
	FIGURE_MADE = 128     /* made of parts: ratio, range, composite */
};

struct figure {
	struct numeral n;  /* as it was read                      */
	size_t first, end; /* its tokens, with unit: [first, end) */
	struct decimal low, high;
	enum figure_kind kind;
	unsigned flags;	       /* enum figure_flags                   */
	struct str unit;       /* ISO 4217, UCUM or "%"               */
	const char *mod;       /* "~" ">" ... or NULL                 */
	struct str what;       /* what is counted                     */
	size_t noun, noun_end; /* its tokens: [noun, noun_end)        */
	const char *event;     /* or NULL                             */
	const char *rule;      /* what made it, for --why             */
};

/* Classes of the lists, in the order of their names. */
enum unit_class {
	UNIT_DEGREE = 1,
	UNIT_LOOSE,
	UNIT_LOOSEPCT,
	UNIT_MARK,
	UNIT_NAME,
	UNIT_PER,
	UNIT_PERCENT,
	UNIT_SYMBOL,
	UNIT_TIGHT,
	UNIT_TIGHTPCT,
	UNIT_TIME,
	UNIT_WORD
};
enum currency_class {
	CURRENCY_CODE = 1,
	CURRENCY_CODEWORD,
	CURRENCY_MARK,
	CURRENCY_MINOR,
	CURRENCY_NAME,
	CURRENCY_SYMBOL
};
enum qualifier_class {
	QUALIFIER_ABOUT = 1,
	QUALIFIER_AFTER,
	QUALIFIER_LEAST,
	QUALIFIER_LESS,
	QUALIFIER_MORE,
	QUALIFIER_MOST,
	QUALIFIER_NONE
};
enum noun_class {
	NOUN_BOTH = 1, /* a singular noun and a verb: attack, rise    */
	NOUN_MASS,     /* says that pounds are no money               */
	NOUN_PERSON,   /* a plural of persons                         */
	NOUN_PLURAL,   /* a plural without -s, or one that looks like a verb */
	NOUN_SINGLE,   /* no plural although it ends in -s            */
	NOUN_SKIP,     /* nothing that could be counted: "the total"  */
	NOUN_STOP,     /* a function word: ends a noun phrase         */
	NOUN_VERB      /* a verb: ends a noun phrase                  */
};
enum event_class {
	EVENT_ARRESTED = 1,
	EVENT_DISPLACED,
	EVENT_FALL,
	EVENT_FREED,
	EVENT_INFECTED,
	EVENT_KILLED,
	EVENT_MISSING,
	EVENT_RISE,
	EVENT_WOUNDED
};
enum guard_class { GUARD_BEFORE = 1, GUARD_CAPITAL, GUARD_NAME, GUARD_ONE };

enum {
	FIGURE_BITS = 128,  /* words of a set of bits */
	FIGURE_MARKS = 8192 /* slots of the table of marks */
};

/* Marks: what a token may be, told by its hash alone. Each token is looked up
 * once, in one table for all lists, and keeps its marks in .extra; most have
 * none, and for them every question about a list ends with one test. */
enum figure_mark {
	MARK_BEGINS = 1, /* it may begin a numeral         */
	MARK_SET = 2,	 /* it may be in one of the sets    */
	MARK_FIRST = 4,	 /* it may begin a phrase of unit; of the other lists
			  * in the bits above, two for each */
	MARK_LAST = 8	 /* it may end one                  */
};

/* A list of phrases; the marks of the words that begin and end one, and a set
 * of both together for phrases of more than one word. */
struct phrases {
	struct lexicon list;
	uint16_t first, last;
	uint64_t both[FIGURE_BITS];
};

/* Sets of words that rules ask for: see figure_set.c. */
enum figure_set {
	SET_AND,
	SET_LIST,	/* what joins the members of a list         */
	SET_HAVE,	/* have, has, had                           */
	SET_PASSIVE,	/* forms of "be"                            */
	SET_AUXILIARY,	/* what makes a participle a verb           */
	SET_STOP,	/* what begins another clause               */
	SET_ADVERB,	/* what may stand between verb and auxiliary */
	SET_DETERMINER, /* what may stand before a figure: the 9    */
	SET_PERSONAL,	/* the same in a list of objects            */
	SET_TOLL,	/* between "death toll" and a figure        */
	SET_CHANGE,	/* between "rose" and a figure              */
	SET_MONTH,
	SET_CLOCK,	/* what behind a number makes it a time     */
	SET_CENTURY,
	SET_AT,		/* what stands before a time: at five       */
	SET_PHRASAL	/* verbs whose "up" is no rise: picked up   */
};

enum { FIGURE_SLOTS = 1024 };

struct set_slot {
	const char *word; /* NULL: free                    */
	uint32_t hash;	  /* its token_hash                */
	uint64_t sets;	  /* one bit for each that it is in */
};

struct quantity_words {
	struct number_reader strict, loose;
	struct arena *arena; /* that it lives in */
	const struct timex_tables *dates; /* NULL until asked for */
	struct phrases unit, currency, qualifier, noun, event, guard;
	uint32_t starts[PASSAGE_STARTS]; /* see passage_starts */
	uint16_t marks[FIGURE_MARKS];	 /* by figure_slot of a hash */
	struct set_slot sets[FIGURE_SLOTS];
};

struct passage {
	struct arena *a;       /* for what outlives the passage */
	struct arena *scratch; /* for the rest                  */
	const struct quantity_options *o;
	struct quantity_words *w;
	struct str text;
	const struct token *t; /* [count] and an all-zero one   */
	size_t count;
	struct figure *f; /* [n], by first token           */
	size_t n, room;
};

/* The text of a token; empty beyond the last one. */
static inline struct str
figure_text(const struct passage *p, size_t i)
{
	if (i >= p->count)
		return STR("");
	return (struct str){ p->text.s + p->t[i].start,
		p->t[i].end - p->t[i].start };
}

/* The character of a SIGN token, else 0. */
uint32_t figure_sign_beyond(const struct passage *p, size_t i);
static inline uint32_t
figure_sign(const struct passage *p, size_t i)
{
	unsigned char c;

	if (i >= p->count || p->t[i].type != TOKEN_SIGN)
		return 0;
	c = (unsigned char)p->text.s[p->t[i].start];
	return c < 0x80 ? c : figure_sign_beyond(p, i);
}

static inline bool
figure_is_word(const struct passage *p, size_t i)
{
	return i < p->count && p->t[i].type == TOKEN_WORD;
}

/* Whether a token is this word, in any case. */
static inline bool
figure_is(const struct passage *p, size_t i, const char *word)
{
	return i < p->count &&
	       ((p->text.s[p->t[i].start] ^ *word) & ~32) == 0 &&
	       lexicon_is(word, figure_text(p, i));
}

/* The sets that a token is in, as bits; whether it is in one. */
uint64_t figure_sets_found(const struct passage *p, size_t i);
static inline uint64_t
figure_sets(const struct passage *p, size_t i)
{
	if (i >= p->count || !(p->t[i].extra & MARK_SET))
		return 0;
	return figure_sets_found(p, i);
}

static inline bool
figure_has(uint64_t sets, enum figure_set set)
{
	return sets >> set & 1;
}

static inline bool
figure_in(const struct passage *p, size_t i, enum figure_set set)
{
	return figure_has(figure_sets(p, i), set);
}

/* Builds the table of sets. */
void figure_sets_start(struct quantity_words *w);

static inline bool
figure_is_hyphen(uint32_t c)
{
	return c < 0x80 ? c == '-'
			: (c >= 0x2010 && c <= 0x2014) || c == 0x2212;
}

/* Whether the token stands right behind the one before it. */
static inline bool
figure_touches(const struct passage *p, size_t i)
{
	return i < p->count && !(p->t[i].flags & TOKEN_SPACED);
}

static inline bool
figure_digits(const struct figure *f)
{
	return f->n.flags & NUMERAL_DIGITS;
}

/* Nothing but a short whole number in figures. */
static inline bool
figure_is_bare(const struct figure *f)
{
	return figure_digits(f) && !f->unit.n &&
	       !(f->n.flags & (NUMERAL_GROUPED | NUMERAL_SCALED)) &&
	       f->kind != FIGURE_SCORE && f->kind != FIGURE_MULTIPLE;
}

static inline bool
figure_is_upper(const struct passage *p, size_t i)
{
	return figure_is_word(p, i) && p->t[i].flags & TOKEN_UPPER;
}

/* Whether a sentence begins at the token. */
static inline bool
figure_begins_sentence(const struct passage *p, size_t i)
{
	uint32_t c;

	if (!i)
		return true;
	c = figure_sign(p, i - 1);
	return c == '.' || c == '!' || c == '?' || c == ':' || c == '"' ||
	       c == 0x201c || c == 0x2018 || c == '(' || c == ';' ||
	       figure_is_hyphen(c);
}

static inline uint32_t
figure_slot(uint32_t hash)
{
	return (hash ^ hash >> 15) & (FIGURE_MARKS - 1);
}

/* Builds list number k (0 to 5) of phrases, and marks its words. */
void figure_phrases(struct quantity_words *w, struct phrases *l, int k,
    const struct word *words, size_t count);

/* Whether a phrase of a list may begin at a token. */
static inline bool
figure_begins(const struct passage *p, const struct phrases *l, size_t i)
{
	return i < p->count && p->t[i].extra & l->first;
}

/* The entry of a token in a list, NULL for none; its class, 0 for none. */
static inline const struct word *
figure_entry(const struct passage *p, const struct phrases *l, size_t i)
{
	if (!figure_begins(p, l, i))
		return NULL;
	return lexicon_token(&l->list, p->text, &p->t[i]);
}

static inline int
figure_class(const struct passage *p, const struct phrases *l, size_t i)
{
	const struct word *w = figure_entry(p, l, i);

	return w ? w->class : 0;
}

/* The entry for the tokens [from, to) as one phrase, in lower case, a hyphen
 * as a blank; also of the singular, when the phrase ends in -s. NULL: none. */
const struct word *figure_phrase(
    const struct passage *p, const struct phrases *l, size_t from, size_t to);

/* The longest entry that begins at a token, or that ends before one; at most
 * `most` tokens. *edge is its other end. */
const struct word *figure_longest(const struct passage *p,
    const struct phrases *l, size_t from, size_t most, size_t *edge);
static inline const struct word *
figure_ahead(const struct passage *p, const struct phrases *l, size_t from,
    size_t most, size_t *edge)
{
	if (!figure_begins(p, l, from))
		return NULL;
	return figure_longest(p, l, from, most, edge);
}

const struct word *figure_longest_before(const struct passage *p,
    const struct phrases *l, size_t to, size_t most, size_t *edge);
static inline const struct word *
figure_behind(const struct passage *p, const struct phrases *l, size_t to,
    size_t most, size_t *edge)
{
	if (!to || to > p->count || !(p->t[to - 1].extra & l->last))
		return NULL;
	return figure_longest_before(p, l, to, most, edge);
}

/* Whether a sentence ends between the two tokens. */
bool figure_apart(const struct passage *p, size_t from, size_t to);

/* Whether a token looks like a plural noun. */
bool figure_is_plural(const struct passage *p, size_t i);

/* Whether a verb like "killed", or a death toll, stands before a figure. */
bool figure_is_victim(const struct passage *p, const struct figure *f);

/* Whether a token says that something happened: wounded, dead. */
bool figure_is_event(const struct passage *p, size_t i);
const char *figure_event(const struct passage *p, size_t i);

/* The parts; each goes over all figures of the passage. */
void figure_scan(struct passage *p);
void figure_join(struct passage *p);
void figure_guard(struct passage *p);

/* The rule by which a number counts nothing, or NULL. */
const char *figure_is_idle(const struct passage *p, const struct figure *f);

/* Whether a figure looks like a year; like part of a date; of a time. */
bool figure_is_year(const struct passage *p, const struct figure *f);
bool figure_is_date(const struct passage *p, const struct figure *f);
bool figure_is_clock(const struct passage *p, const struct figure *f);

/* Drops what is part of a date, time or duration. */
void figure_undate(struct passage *p);
void figure_qualify(struct passage *p);
void figure_name(struct passage *p);
void figure_happen(struct passage *p);

/* The code of a spelling in a list "MW=MW mW=mW"; empty if it is not there. */
struct str figure_spelled(struct str list, struct str spelling);

/* One name of a unit at a token, behind a numeral: its code, its class and the
 * token after it; the same with powers: square, cubic, squared. */
struct str figure_unit_name(const struct passage *p, size_t at, size_t numeral,
    size_t *end, int *class);
struct str figure_unit(const struct passage *p, size_t at, size_t numeral,
    size_t *end, int *class);

/* Takes money, or an age, around the last numeral; false if there is none. */
bool figure_money(struct passage *p, struct figure *f);
bool figure_age(struct passage *p, struct figure *f);

/* Reads units and currency around the last numeral; moves first and end. */
void figure_measure(struct passage *p, struct figure *f);

/* Takes "a day", "per barrel", "/km" behind a figure into its unit. */
void figure_rate(struct passage *p, struct figure *f);

/* Whether a unit of measurement or money stands at a token behind "a". */
bool figure_is_unit(const struct passage *p, size_t at);

/* Ages that only what is around them tells: aged 45; Ms Smith, 45, ... */
void figure_ages(struct passage *p);

/* What one of a unit is in the SI's own; false if the list has it not. */
bool figure_factor(struct str unit, struct decimal *factor, struct str *si);

/* The value in the SI's own units, "21 m"; empty if there is none. */
struct str figure_si(struct arena *a, struct decimal d, struct str unit);

#endif
