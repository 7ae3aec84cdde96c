/* timex_parts - what the files of timex share; not for others
 *
 *   timex_lex      tokens become lexemes: what each could mean
 *   timex_number   numerals, ordinals, years and days over several lexemes
 *   timex_compile  patterns become sets of classes
 *   timex_index    the rules that a lexeme fits into
 *   timex_match    the longest match of them at a place
 *   timex_bind     what a lexeme adds to a meaning
 *   timex_rules    the table of patterns
 *   timex_tops     those of what stands in a text
 *   timex_guard    what must stand around a weak match
 *   timex_lone     the same for a year, a month, a weekday that stands alone
 *   timex_weak     the same for what is often something else
 *   timex_phrase   the same for longer phrases
 *   timex_resolve  under-specified meanings become dates, in document order
 *   timex_holiday  named days
 *   timex_value    dates become TIMEX3
 *   timex          the driver */
#ifndef NF_TIMEX_PARTS_H
#define NF_TIMEX_PARTS_H

#include "calendar.h"
#include "lexicon.h"
#include "timex.h"

/* What a lexeme can be: the classes of when.tsv, then what digits can be,
 * then the words that patterns name. */
enum when_class {
	WHEN_ABBR = 1, WHEN_AMPM, WHEN_ANOTHER, WHEN_APPROX, WHEN_ARTICLE,
	WHEN_COUNTED, WHEN_DASH, WHEN_DECADE, WHEN_DEICTIC, WHEN_DIGIT,
	WHEN_EDGE, WHEN_ERA, WHEN_EVERY, WHEN_FREQ, WHEN_FUTURE, WHEN_FUZZY,
	WHEN_HALF,
	WHEN_LABEL, WHEN_MASTHEAD, WHEN_MOD, WHEN_MODN, WHEN_MODR, WHEN_MONTH,
	WHEN_NOON, WHEN_ORDWORD, WHEN_PART, WHEN_PAST, WHEN_PREL,
	WHEN_PUBLISHED, WHEN_REF, WHEN_REFADJ, WHEN_REL, WHEN_REPORT,
	WHEN_SCALE, WHEN_SEASON, WHEN_SEASONS, WHEN_SIGN, WHEN_SUFFIX,
	WHEN_TEEN, WHEN_TENS, WHEN_THAT, WHEN_THE, WHEN_TITLE, WHEN_UNIT,
	WHEN_UNITS, WHEN_WEEKDAY, WHEN_WEEKDAYS, WHEN_WORD, WHEN_WORKDAY,
	WHEN_ZONE,
	WHEN_DIGITS, /* any run of digits             */
	WHEN_DD,     /* 1 to 31                       */
	WHEN_MM,     /* 1 to 12                       */
	WHEN_HH,     /* 0 to 24                       */
	WHEN_MI,     /* 00 to 59, two digits          */
	WHEN_YY,     /* two digits                    */
	WHEN_YYYY,   /* four digits, 1000 to 2999     */
	WHEN_HHMM,   /* four digits, 0000 to 2359     */
	WHEN_HMM,    /* three, 100 to 959             */
	WHEN_HOLIDAY,/* the first word of a named day */
	WHEN_NAMED   /* the first of the words that patterns name */
};

enum { WHEN_BITS = 256, WHEN_SETS = WHEN_BITS / 64, OPENINGS_MAX = 512,
	GROUPS_MAX = 9,
	DURATIONS_MAX = 4, ITEMS_MAX = 14, MILLI = 1000,
	QUICK_SLOTS = 4096 };

struct set { /* of classes */
	uint64_t bits[WHEN_SETS];
};

struct rule_set { /* of openings of rules, see below */
	uint64_t bits[OPENINGS_MAX / 64];
};

/* The rules, of all groups, that a lexeme fits into by what it can be. */
enum { LOOK = 4 };
struct fits {
	struct rule_set at[LOOK]; /* as their first lexeme, their second ... */
	struct rule_set behind[2]; /* as the first, the second one behind a
				   * leading numeral */
	struct set next[2];       /* what can be behind it where it begins an
				   * expression, or with [true] a range */
	bool counts;              /* it can begin a numeral */
};

/* What lexemes of one sort can be, and the rules that this is good for. */
struct sort {
	struct set set;
	const struct fits *fits;
};

struct lexeme {
	uint32_t start, end; /* its bytes */
	const struct sort *sort;
	int32_t value;       /* of digits, up to 9; -1 for more */
	uint16_t word;       /* 1 + its first entry in the words; 0 none */
	uint8_t flags;       /* enum token_flags */
	uint8_t type;        /* enum token_type */
};

/* A word of ASCII letters, see lex. */
struct lex_key {
	uint64_t low, high;
};

enum unit {
	UNIT_NONE, UNIT_SECOND, UNIT_MINUTE, UNIT_HOUR, UNIT_DAY, UNIT_WEEK,
	UNIT_WEEKEND, UNIT_MONTH, UNIT_QUARTER, UNIT_HALF, UNIT_YEAR,
	UNIT_DECADE, UNIT_CENTURY, UNIT_MILLENNIUM, UNIT_FORTNIGHT, UNIT_NIGHT,
	UNIT_SEASON, UNIT_WORKDAY
};

enum part { PART_NONE, PART_MORNING, PART_MIDDAY, PART_AFTERNOON,
	PART_EVENING, PART_NIGHT, PART_DAYTIME };

enum mod { MOD_NONE, MOD_START, MOD_MID, MOD_END, MOD_APPROX, MOD_LESS,
	MOD_MORE, MOD_BEFORE, MOD_AFTER };

/* What a meaning is relative to. */
enum op {
	OP_NONE,     /* a calendar date with parts left out       */
	OP_NUMERIC,  /* 5/7/2024: the order is not known yet       */
	OP_DEICTIC,  /* today + arg days                           */
	OP_REL,      /* last, this, next (arg) of something        */
	OP_PREL,     /* the same from the date mentioned before    */
	OP_THAT,     /* that year, month, day                      */
	OP_AGO,      /* a duration before the document             */
	OP_HENCE,    /* after it                                   */
	OP_EARLIER,  /* a duration before the date mentioned before */
	OP_LATER,    /* after it                                   */
	OP_PASTN,    /* the last N days: a duration that ends      */
	OP_NEXTN,    /* the next N days: one that begins           */
	OP_DURATION,
	OP_SET,
	OP_REF,      /* PRESENT_REF PAST_REF FUTURE_REF            */
	OP_YEAR_AGO, /* the same quarter a year before             */
	OP_WHOLE,    /* the full year: of the quarter told before  */
	OP_ADAY      /* "each day": a unit as a set                */
};

/* What a rule does beyond binding its words. */
enum effect {
	DO_NOTHING,
	DO_OP,        /* sets op to arg                                */
	DO_NOTHING_AT_ALL, /* no expression: keeps shorter rules off it */
	DO_SHIFT,     /* the duration before (-1) or after (1) it      */
	DO_UNIT_SHIFT,/* "the day before it": one unit                 */
	DO_BY_UNIT,   /* "the day before": one unit from the last date */
	DO_MOD,       /* sets mod to arg                               */
	DO_HALF_OF,   /* the same: the first or the second half of it  */
	DO_PAST,      /* minutes past (1) or to (-1) an hour           */
	DO_QUARTER_PAST,
	DO_HALF_PAST,
	DO_ADD_HALF,  /* "and a half" of the last duration             */
	DO_EITHER,    /* "two or three days": the second               */
	DO_NTH,       /* the ordinal counts the unit or weekday in it  */
	DO_LAST_OF,   /* the last unit or weekday in it                */
	DO_WEEK_OF,   /* the week of it                                */
	DO_REF,       /* arg: 0 present 1 past 2 future                */
	DO_RANGE,     /* two dates in one                              */
	DO_SPAN,      /* two times of one day                          */
	DO_EARLY_YEAR,/* of three digits                               */
	DO_SHARE,     /* takes from the date behind it what it lacks   */
	DO_SHARE_UNIT,/* "between 60 and 90 days"                      */
	DO_SET,       /* a set of the unit, the duration, the weekday  */
	DO_OTHER,     /* every other                                   */
	DO_CENTURY,
	DO_CENTURIES,
	DO_DECADE,    /* 1970s, and 1800s                              */
	DO_QUARTER,
	DO_HALFYEAR,
	DO_FISCAL,
	DO_ABOUT_NOW, /* "later today": the mod is kept                */
	DO_BARE_DAY,  /* a day of the month, which is not named        */
	DO_NIGHT,     /* a part of day: arg                            */
	DO_THIS,      /* of the document's own: "half of the year"     */
	DO_LETTER,    /* 9p                                            */
	DO_REST,      /* the rest of the year, the year to date          */
	DO_NOON,      /* mid-day                                       */
	DO_LATEST,    /* the latest quarter: the last that is over     */
	DO_EDGE,      /* EOM: the end of this unit                     */
	DO_AFTER_NEXT,/* the week after next (1), before last (-1)      */
	DO_TEEN_DECADE,/* the nineteen seventies                       */
	DO_THE_UNIT,  /* "the year", as in "the end of the year"       */
	DO_YEAR_END,  /* "year-end"                                    */
	DO_WORKDAYS,  /* "five business days"                          */
	DO_QUARTERS,  /* arg quarters of an hour                       */
	DO_WEEKDAYS,  /* "two Fridays ago"                             */
	DO_PART_OF,   /* "the first (1), last (-1) two weeks of it"    */
	DO_THAT_TIME  /* "by that time": the date mentioned before     */
};

enum has {
	HAS_YEAR = 1, HAS_MONTH = 2, HAS_DAY = 4, HAS_WEEKDAY = 8,
	HAS_HOUR = 16, HAS_MINUTE = 32, HAS_SECOND = 64, HAS_ZONE = 128,
	HAS_PART = 256, HAS_SEASON = 512, HAS_QUARTER = 1024, HAS_HALF = 2048,
	HAS_WEEK = 4096, HAS_DECADE = 8192, HAS_CENTURY = 16384,
	HAS_HOLIDAY = 32768, HAS_ORD = 65536, HAS_AMPM = 1 << 17,
	HAS_UNIT = 1 << 18, HAS_ERA = 1 << 19, HAS_SHORT_YEAR = 1 << 20,
	HAS_NUMERIC = 1 << 21, HAS_FISCAL = 1 << 22, HAS_NTH = 1 << 23,
	HAS_WEEKOF = 1 << 24, HAS_SHIFT = 1 << 25, HAS_UTC = 1 << 26,
	HAS_MIDNIGHT = 1 << 27, HAS_PLURAL = 1 << 28, HAS_PART_OF = 1 << 29,
	HAS_FROM_PREV = 1 << 30
};

struct duration {
	int64_t milli;  /* thousandths of units */
	enum unit unit;
	bool vague;     /* several, few: X */
	bool bare;      /* no number at all: "weeks" */
};

/* What an expression says, before it is known when that was. */
struct meaning {
	uint32_t has;        /* enum has */
	int op, arg;         /* enum op */
	int year, month, day, weekday;
	int hour, minute, second, zone, ampm;
	int part, season, quarter, half, week, decade, century, holiday;
	int ord, unit;       /* of OP_REL, DO_NTH            */
	int a, b;            /* the numbers of OP_NUMERIC    */
	int mod;             /* enum mod                     */
	int shift;           /* -1, 1                        */
	int nth_unit, nth_weekday; /* what ord counts        */
	int era;             /* -1 before Christ             */
	const char *more;    /* of a set, a reference        */
	struct duration durations[DURATIONS_MAX];
	int count;           /* of durations                 */
};

/* A match of a rule. */
struct timex {
	uint32_t first, end;      /* its lexemes: [first, end)          */
	const struct rule *rule;
	struct meaning m;
	struct meaning to;        /* of a range: its end                */
	bool range;
	uint32_t seen;            /* behind what had to follow it        */
	bool bound;               /* something was taken from lexemes    */
};

/* Where a match is tried. */
struct place {
	const struct timex_tables *tables;
	struct str text;
	const struct lexeme *l;   /* [count + LOOK] the last ones are empty */
	uint32_t count;
	bool ranges;              /* rules that give a range count */
	struct memo *memo;        /* of the match that is being tried */
};

struct rule {
	const char *name;
	const char *pattern;
	enum effect effect;
	int arg;
	bool (*guard)(const struct place *p, const struct timex *t);
};

enum item_kind { ITEM_SET, ITEM_COUNT, ITEM_ORD, ITEM_DAY, ITEM_YEAR,
	ITEM_HOUR, ITEM_AMPM, ITEM_TZ, ITEM_HOLIDAY, ITEM_GROUP, ITEM_A,
	ITEM_B, ITEM_MINUTE };

struct item {
	struct set set;   /* what may stand here, or what it begins with */
	uint8_t kind;     /* enum item_kind */
	uint8_t group;    /* of a group */
	bool optional, glued, absent, second, nth;
	bool plain;       /* only words that say nothing themselves */
};

/* What the first lexemes of a rule or a group can be; class 0, which every
 * lexeme has, stands for anything. */
struct reach {
	struct set at[LOOK];
	unsigned ends; /* bit n: it can be of n lexemes */
};

struct compiled {
	const struct rule *rule;
	struct item items[ITEMS_MAX]; /* [count] */
	int count;
	int stop; /* the item that is behind the expression; 0 none */
};

/* A way in which a rule can begin: a word that is first and may be missing is
 * there, or is not. */
struct opening {
	const struct compiled *c;
	int first;           /* the item that it begins with */
	int lead;            /* the group that this is; 0 none */
	bool counts;         /* it is a numeral */
};

struct timex_tables {
	struct lexicon words;         /* when.tsv and the first words of days */
	struct sort *sorts;           /* [words.count + 1] by lexeme.word */
	struct sort *plain;           /* the same without named days */
	struct sort digits[6][100];   /* of one to four digits: see lex */
	uint16_t signs[128];          /* lexeme.word of a sign of one byte */
	uint32_t quick[QUICK_SLOTS];  /* words of ASCII letters: lexeme.word,
				       * above it a part of a hash */
	struct lex_key *keys;         /* [words.count] of them */
	struct opening *openings;     /* of the rules, group after group */
	struct reach *reaches;        /* what the first lexemes of each are */
	struct reach *behind;         /* and those behind a leading numeral */
	int begins[GROUPS_MAX];       /* where those of each group begin */
	int ends[GROUPS_MAX];         /* and end */
	struct reach reach[GROUPS_MAX];          /* of a group */
	uint8_t *entries;             /* [words.count] of the same word */
	struct rule_set counted;      /* those that a numeral leads */
	struct rule_set allowed[2];   /* all but those for ranges, and all */
	struct rule_set own[GROUPS_MAX]; /* those of a group */
	struct rule_set led[GROUPS_MAX]; /* those that it leads */
	struct scan *scan;            /* what texts need a closer look */
	struct user_rules *user;      /* NULL for none */
	const char *broken;           /* a rule with an unknown word; NULL */
};

static inline bool
set_has(const struct set *s, int class)
{
	return s->bits[class >> 6] >> (class & 63) & 1;
}

static inline void
set_add(struct set *s, int class)
{
	s->bits[class >> 6] |= (uint64_t)1 << (class & 63);
}

/* The next class of a set, from one on; WHEN_BITS for none. */
static inline int
set_next(const struct set *s, int from)
{
	int w;

	for (w = from / 64; w < WHEN_SETS; w++, from = w * 64) {
		uint64_t bits = s->bits[w] >> (from % 64);

		if (bits)
			return from + __builtin_ctzll(bits);
	}
	return WHEN_BITS;
}

static inline void
set_drop(struct set *s, int class)
{
	s->bits[class >> 6] &= ~((uint64_t)1 << (class & 63));
}

static inline bool
set_same(const struct set *a, const struct set *b)
{
	return a->bits[0] == b->bits[0] && a->bits[1] == b->bits[1] &&
	    a->bits[2] == b->bits[2] && a->bits[3] == b->bits[3];
}

static inline bool
set_meets(const struct set *a, const struct set *b)
{
	return ((a->bits[0] & b->bits[0]) | (a->bits[1] & b->bits[1]) |
	    (a->bits[2] & b->bits[2]) | (a->bits[3] & b->bits[3])) != 0;
}

static inline void
set_join(struct set *a, const struct set *b)
{
	int i;

	for (i = 0; i < WHEN_SETS; i++)
		a->bits[i] |= b->bits[i];
}

static inline bool
lexeme_is(const struct place *p, uint32_t at, int class)
{
	return at < p->count && set_has(&p->l[at].sort->set, class);
}

static inline bool
spaced(const struct place *p, uint32_t at)
{
	return p->l[at].flags & TOKEN_SPACED;
}

/* lex: the lexemes of a text, *count and LOOK empty ones behind, an array in
 * the arena; the same of tokens that are cut already */
struct lexeme *timex_lex(struct arena *a, const struct timex_tables *tables,
    struct str text, uint32_t *count);
struct lexeme *timex_lex_tokens(struct arena *a,
    const struct timex_tables *tables, struct str text,
    const struct token *tokens, uint32_t count);
void timex_lex_start(struct arena *a, struct timex_tables *tables);

/* The entry of a word in a class, or NULL. */
const struct word *lexeme_entry(const struct place *p, uint32_t at, int class);

/* The bytes of a lexeme. */
struct str lexeme_text(const struct place *p, uint32_t at);

/* number: each gives the lexeme after what it read, or `at` for none */
uint32_t number_count(const struct place *p, uint32_t at, struct duration *d);
uint32_t number_ordinal(const struct place *p, uint32_t at, int *value);
uint32_t number_day(const struct place *p, uint32_t at, int *value);
uint32_t number_year(const struct place *p, uint32_t at, struct meaning *m);
uint32_t number_minute(const struct place *p, uint32_t at, int *value);
uint32_t number_hour(const struct place *p, uint32_t at, int *value);
uint32_t number_ampm(const struct place *p, uint32_t at, int *value);
uint32_t number_zone(const struct place *p, uint32_t at, struct meaning *m);

/* compile: the rules of the table, and what they can begin with */
void timex_compile(struct arena *a, struct timex_tables *tables);

/* index: the rules that lexemes of each sort fit into */
void timex_index(struct arena *a, struct timex_tables *tables);

/* bind: takes what a lexeme says for the classes that an item asked for; what
 * an ordinal counts */
void timex_bind(struct meaning *m, const struct place *p, uint32_t at,
    const struct set *s);
void timex_bind_nth(struct meaning *m, const struct place *p, uint32_t at);

/* match: the longest match of a top rule at a lexeme */
bool timex_match(const struct place *p, uint32_t at, struct timex *best);

/* timex: the next expression from lexeme *at on, which is moved behind it */
bool timex_next(const struct place *p, uint32_t *at, struct timex *t);

/* anchor: a full date that heads a story: alone on its line, in a dateline */
bool timex_begins_story(const struct place *p, const struct timex *t);

/* user: a document begins; the first match of a rule of the user's own from a
 * lexeme on, each time from behind the last */
void timex_user_begin(const struct timex_tables *tables);
bool timex_user_match(const struct place *p, uint32_t from,
    struct timex *best);

/* scan: where the next word or digit is without which there is no expression,
 * from an offset on; the length of the text for nowhere */
void timex_scan_start(struct arena *a, struct timex_tables *tables);
size_t timex_scan(const struct timex_tables *tables, struct str text,
    size_t from);

/* order: how the numeric dates of a document are to be read */
enum timex_order timex_document_order(const struct str *texts, size_t count);

/* effect: what a rule does beyond binding; false: it makes no sense */
bool timex_apply(struct timex *t, const struct rule *rule);

/* rules: the groups of the table, the top one first */
enum { GROUP_TOP, GROUP_BASE, GROUP_DAY, GROUP_DATE, GROUP_YEAR,
	GROUP_SPAN, GROUP_CLOCK,
	GROUP_HOUR,
	GROUP_DUR, GROUPS };
extern const struct rule *const timex_rules[GROUPS]; /* RULES_END ends each */
extern const struct rule timex_tops[];
#define RULES_END { NULL, NULL, DO_NOTHING, 0, NULL }
extern const char *const timex_group_names[GROUPS];

/* holiday */
uint32_t holiday_read(const struct place *p, uint32_t at, int *index);
extern const struct word *const timex_holidays; /* sorted by first word */
extern const size_t timex_holiday_count;

/* The first and the last day of a named day or season in a year; *vague: by
 * the moon, give or take a day. */
bool holiday_days(int index, int64_t year, int64_t *first, int64_t *last,
    bool *vague);

/* Whether it happened once: 9/11. */
bool holiday_has_year(int index);

/* period: a day, week, month ... of the calendar */
struct period {
	enum unit grain;     /* UNIT_NONE: not known */
	int64_t first, last; /* its days: [first, last) */
};

struct period period_of(enum unit grain, int64_t day, int week_start);

/* The one n later (earlier for n < 0) than the one that a day lies in. */
struct period period_shift(enum unit grain, int64_t day, int64_t n,
    int week_start);

/* A day n/1000 units later; *grain becomes the one to be told: a year for
 * years, a month for a year and a half. */
int64_t period_add(int64_t day, const struct duration *d, int sign,
    enum unit *grain);

/* resolve: what is known while a document is being read */
struct timeline {
	const struct timex_options *o;
	struct arena *a;
	bool given;          /* the date of the document was */
	bool known;          /* the date of the document is */
	int64_t day;         /* of the document */
	int minutes;         /* of its day; -1 unknown */
	bool quoted;         /* inside a quotation */
	size_t quote_unit;   /* the text that it began in */
	int64_t event;       /* a day told in full, shortly before the
			      * document's; 0 for none */
	bool before;         /* a date was mentioned before */
	int64_t prev;        /* its first day */
	enum unit prev_grain;
	size_t prev_unit;    /* the text that it stood in */
	int64_t prev_day;    /* the last day, not month or year, mentioned */
	size_t prev_day_unit;/* the text that it stood in */
	bool day_before;     /* there was one */
	int prev_weekday;    /* a weekday mentioned before, day unknown */
	int64_t year;        /* mentioned last; 0 for none */
	size_t year_unit;    /* the text that it stood in */
	size_t far, near;    /* years mentioned far from the document's */
	enum timex_order order; /* that a date of the document forces */
	struct str whole;    /* the text being read */
	size_t unit;         /* its number */
	bool brief;          /* it has few words beside the expression */
	size_t followed;     /* quotations of the text, up to here */
	size_t behind_mark[2]; /* behind the next '"', the next 0xe2, that were
			      * found in it; 0 unknown */
	size_t trigger;      /* what timex_scan found last in it */
};

/* What an expression means. */
struct resolved {
	const char *kind;
	struct period p;     /* the days */
	bool clock;          /* it has a time of day: */
	int hour, minute, second, zone, part;
	int lasts;           /* minutes, of a time by the clock */
	uint32_t has;        /* of the meaning */
	const char *anchor;
	int mod;
	bool vague;          /* the days are known about */
	bool open;           /* value from m alone */
	const char *ref;     /* PRESENT_REF ... */
	int64_t begin, end;  /* of a duration's interval, in days */
	bool interval;
	bool moments;        /* and in minutes of those days: */
	int64_t begin_minute, end_minute;
	int weekday, month, day; /* what is known of what is not resolved */
	enum unit asked;     /* season quarter half: the grain of value */
};

void timex_resolve(struct timeline *line, const struct place *p,
    const struct timex *t, const struct meaning *m, struct resolved *r);

/* narrow: the interval of a part of a period: early, mid, the end of */
void timex_narrow(const struct timeline *line, const struct timex *t,
    struct resolved *r);

/* value */
struct str timex_value(struct timeline *line, const struct meaning *m,
    const struct resolved *r);
struct str timex_from(struct arena *a, const struct resolved *r);
struct str timex_to(struct arena *a, const struct resolved *r);
const char *timex_mod(int mod);

/* range: two expressions become one, or one with a preposition */
struct found {
	struct timex t;
	struct resolved r;
	const char *kind;    /* "range" when joined */
	bool gone;           /* it is part of the one before */
	bool open_start, open_end;
	struct resolved end; /* of a range */
};

void timex_join(struct timeline *line, const struct place *p,
    struct found *list, size_t count);

/* range, length: whether it is a date or a time; now; "2 p.m. for an hour";
 * now becomes a date; "within two days" becomes a range */
bool range_dated(const struct found *f);
bool range_is_now(const struct found *f);
bool range_add_length(const struct place *p, struct found *a,
    struct found *b);
void range_date_now(const struct timeline *line, struct found *f);
bool range_within(const struct timeline *line, const struct place *p,
    struct found *a);

/* Value, from and to of a range. */
struct str timex_range_value(struct timeline *line, const struct found *f);
struct str timex_range_from(struct arena *a, const struct found *f);
struct str timex_range_to(struct arena *a, const struct found *f);

#endif
