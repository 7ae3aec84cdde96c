/* timex - finds dates, times, durations and sets, and says what they mean
 *
 *   "Wednesday, July 24"  ->  date 2024-07-24, from=2024-07-24 to=2024-07-25
 *
 * Values are TIMEX3, see nf-dates(1). What cannot be resolved stays
 * under-specified (XXXX-09-30); nothing is invented, and no clock is read. */
#ifndef NF_TIMEX_H
#define NF_TIMEX_H

#include "span.h"
#include "token.h"

struct timex_tables; /* words and rules, made once */

/* Which year, month or day is meant where the text does not say. */
enum timex_preference {
	TIMEX_TENSE,  /* as the verb says, else the past, else the nearest */
	TIMEX_PAST,
	TIMEX_FUTURE,
	TIMEX_NEAREST
};

/* How 5/7/2024 is read. */
enum timex_order {
	TIMEX_AUTO, /* as another date of the document forces, else m/d/y */
	TIMEX_MDY,
	TIMEX_DMY
};

/* How values are spelt. */
enum timex_spelling {
	TIMEX_PLAIN, /* 199X 11XX 2024-SU 2024-08-01/2024-08-09 */
	TIMEX_TE3,   /* as TempEval-3: 199 11 */
	TIMEX_EDTF   /* as ISO 8601-2: 2024-22 for a summer */
};

struct timex_options {
	const struct timex_tables *tables;
	struct str date;                  /* of the document, ISO 8601, or
					   * empty: then the texts are asked */
	enum timex_preference prefer;
	enum timex_order order;
	enum timex_spelling spelling;
	int week_start;                   /* 1 Monday to 7; 0 is Monday */
	bool ranges;                      /* one span for a range */
};

/* Builds the tables in an arena that outlives them (1 ms). */
struct timex_tables *timex_start(struct arena *a);

/* Adds rules of the user's own, see nf-dates(1), RULES; the text outlives the
 * tables. False: *line is the number of the line that is wrong, *why says
 * what is. */
bool timex_add_rules(struct arena *a, struct timex_tables *tables,
    struct str rules, size_t *line, const char **why);

/* The expressions of the texts of one document, in order: of the kinds
 * "date", "time", "duration", "set", and with .ranges "range". */
struct span *timex_find(struct arena *a, const struct str *units, size_t count,
    const struct timex_options *options);

/* Which tokens of one text belong to such an expression, cheaply: spans with
 * kind, start, end and rule only, in order, without overlap. For programs
 * that must not take a date for a number. */
struct span *timex_spot(struct arena *a, const struct timex_tables *tables,
    struct str text, const struct token *tokens, size_t count);

#endif
