/* timex_rules - the table of patterns
 *
 * timex_match.c tells how a pattern reads. Each group may use those below it.
 * A rule's name is what --why prints, and the name of its golden cases. */
#include "timex_parts.h"
#include "timex_guard.h"

#define END { NULL, NULL, DO_NOTHING, 0, NULL }

/* Lengths: two and a half years. */
static const struct rule durations[] = {
	{ "duration", "COUNT DASH? UNIT|UNITS|ABBR", DO_NOTHING, 0,
	    guard_duration },
	{ "duration", "COUNT ABBR .", DO_NOTHING, 0, guard_duration },
	{ "duration", "COUNT DASH UNIT|UNITS DASH COUNT DASH UNIT|UNITS",
	    DO_NOTHING, 0, guard_duration },
	{ "duration-half", "COUNT and a half UNIT|UNITS", DO_ADD_HALF, 0,
	    NULL },
	{ "duration-half", "COUNT UNIT|UNITS and a half", DO_ADD_HALF, 0,
	    NULL },
	{ "duration-either", "COUNT or|to|DASH COUNT DASH? UNIT|UNITS",
	    DO_EITHER, 0, guard_duration },
	{ "duration-parts", "COUNT UNIT|UNITS ,? and? COUNT UNIT|UNITS",
	    DO_NOTHING, 0, guard_falling },
	{ "duration-parts", "COUNT UNIT|UNITS ,? and? COUNT UNIT|UNITS ,? and?"
	    " COUNT UNIT|UNITS", DO_NOTHING, 0, guard_falling },
	END
};

/* Times of day by the clock. */
static const struct rule clocks[] = {
	{ "clock", "HH ~: ~MI ~: ~MI AMPM? TZ?", DO_NOTHING, 0, guard_hour },
	{ "clock", "HH ~: ~MI ~: ~MI ~. ~DIGITS TZ?", DO_NOTHING, 0,
	    guard_hour },
	{ "clock", "HH ~: ~MI hours|hrs? AMPM? TZ?", DO_NOTHING, 0,
	    guard_hour },
	{ "clock-point", "HH ~. ~MI AMPM TZ?", DO_NOTHING, 0, guard_hour },
	{ "clock-point", "HH ~. ~MI TZ", DO_NOTHING, 0, guard_letter_zone },
	{ "clock-hour", "HOUR AMPM TZ?", DO_NOTHING, 0, guard_hour },
	{ "clock-hour", "HOUR o'clock|oclock AMPM? TZ?", DO_NOTHING, 0,
	    guard_hour },
	{ "clock-noon", "NOON TZ?", DO_NOTHING, 0, NULL },
	{ "clock-military", "HHMM hours|hrs|h TZ?", DO_NOTHING, 0, NULL },
	{ "clock-military", "HHMM TZ", DO_NOTHING, 0, guard_letter_zone },
	{ "clock-french", "HH ~h ~MI", DO_NOTHING, 0, guard_hour },
	{ "clock-half", "half past HOUR AMPM?", DO_HALF_PAST, 0, NULL },
	{ "clock-quarter", "a? quarter past|after HOUR AMPM?",
	    DO_QUARTER_PAST, 1, NULL },
	{ "clock-quarter", "a? quarter to|before HOUR AMPM?",
	    DO_QUARTER_PAST, -1, NULL },
	{ "clock-minutes", "COUNT minutes|mins past|after <clock-hour>",
	    DO_PAST, 1, NULL },
	{ "clock-minutes", "COUNT minutes|mins to|before|until <clock-hour>",
	    DO_PAST, -1, NULL },
	END
};

/* An hour, in "ten minutes to five". */
static const struct rule hours[] = {
	{ "clock-hour", "HOUR AMPM", DO_NOTHING, 0, guard_hour },
	{ "clock-hour", "HOUR o'clock|oclock", DO_NOTHING, 0, guard_hour },
	{ "clock-hour", "HOUR !UNITS|UNIT|COUNTED", DO_NOTHING, 0, guard_hour },
	{ "clock-noon", "NOON", DO_NOTHING, 0, NULL },
	END
};

/* From one time of a day to another. */
static const struct rule spans[] = {
	{ "range-clock", "<clock> DASH|to|till|until|through|thru > <clock>",
	    DO_SPAN, 0, NULL },
	{ "range-clock", "from|between <clock> DASH|to|till|until|and >"
	    " <clock>", DO_SPAN, 0, NULL },
	{ "range-clock", "from|between? HOUR DASH|to|till|until|through|thru"
	    " > <clock>", DO_SPAN, 0, guard_hour },
	{ "range-clock", "between HOUR and > <clock>", DO_SPAN, 0,
	    guard_hour },
	{ "range-clock", "from|between? <clock> DASH|to|till|until > HOUR"
	    " !UNIT|UNITS|COUNTED|DIGITS|/|%", DO_SPAN, 0, guard_span_hour },
	{ "range-clock", "between <clock> and > HOUR"
	    " !UNIT|UNITS|COUNTED|DIGITS|/|%", DO_SPAN, 0, guard_span_hour },
	{ "range-hours", "from HOUR DASH|to|till|until > HOUR"
	    " !UNIT|UNITS|COUNTED|DIGITS|/|%", DO_SPAN, 0, guard_span_hour },
	{ "range-hours", "between HOUR DASH|to|and > HOUR"
	    " !UNIT|UNITS|COUNTED|DIGITS|/|%", DO_SPAN, 0, guard_span_hour },
	{ "range-hours", "HOUR DASH|to|till|until > HOUR"
	    " !UNIT|UNITS|COUNTED|DIGITS|/|%", DO_SPAN, 0, guard_span_hour },
	END
};

/* The year behind a month. */
static const struct rule years[] = {
	{ "year", ",? of? YEAR", DO_NOTHING, 0, guard_year_after },
	{ "year", "in YYYY", DO_NOTHING, 0, guard_year_after },
	{ "year", ", YEAR ERA", DO_NOTHING, 0, NULL },
	{ "year", ",? DIGITS ERA", DO_NOTHING, 0, NULL },
	{ "year-early", "of? DIGITS", DO_EARLY_YEAR, 0, guard_early_year },
	{ "year-rel", "of? REL year", DO_NOTHING, 0, guard_year_rel },
	{ "year-that", "of? the|that same? year", DO_OP, OP_THAT, NULL },
	END
};

/* Dates by the calendar. */
static const struct rule dates[] = {
	{ "iso-date", "YYYY ~DASH ~MM ~DASH ~DD", DO_NOTHING, 0, guard_valid },
	{ "iso-time", "YYYY ~DASH ~MM ~DASH ~DD ~t ~HH ~: ~MI TZ?",
	    DO_NOTHING, 0, guard_valid },
	{ "iso-time", "YYYY ~DASH ~MM ~DASH ~DD ~t ~HH ~: ~MI ~: ~MI TZ?",
	    DO_NOTHING, 0, guard_valid },
	{ "iso-time", "YYYY ~DASH ~MM ~DASH ~DD ~t ~HH ~: ~MI ~: ~MI ~."
	    " ~DIGITS TZ?", DO_NOTHING, 0, guard_valid },
	{ "iso-week", "YYYY ~DASH ~w ~DIGITS", DO_NTH, 0, guard_week },
	{ "year-slash", "YYYY ~/ ~MM ~/ ~DD", DO_NOTHING, 0, guard_valid },
	{ "year-slash", "YYYY ~. ~MM ~. ~DD", DO_NOTHING, 0, guard_valid },
	{ "year-slash", "YYYY ~/|DASH ~MONTH ~/|DASH ~DD", DO_NOTHING, 0,
	    guard_valid },
	{ "numeric", "A ~/ ~B ~/ ~YYYY|YY", DO_NOTHING, 0, guard_numeric },
	{ "numeric", "A ~. ~B ~. ~YYYY|YY", DO_NOTHING, 0, guard_numeric },
	{ "numeric", "A ~DASH ~B ~DASH ~YYYY|YY", DO_NOTHING, 0,
	    guard_numeric },
	{ "day-month-dash", "DAY DASH|/ ~MONTH .? DASH|/ ~YYYY|YY",
	    DO_NOTHING, 0, guard_valid },
	{ "month-day-dash", "MONTH ~DASH|/ ~DD ,? <year>", DO_NOTHING, 0,
	    guard_valid },
	{ "month-day-dash", "MONTH ~DASH|/ ~DD ~DASH|/ ~YYYY|YY", DO_NOTHING,
	    0, guard_valid },
	{ "month-day-dash", "MONTH ~DASH|/ ~DD", DO_NOTHING, 0, guard_valid },
	{ "month-day-year", "MONTH .? ,? the? DAY <year>", DO_NOTHING, 0,
	    guard_month_day },
	{ "month-day", "MONTH .? the? DAY", DO_NOTHING, 0, guard_month_day },
	{ "month-day", "MONTH .? , DAY", DO_NOTHING, 0,
	    guard_month_comma_day },
	{ "day-month-year", "the? DAY day? of? MONTH .? <year>", DO_NOTHING, 0,
	    guard_day_month },
	{ "day-month-year", "the? DAY DASH ~MONTH .? <year>", DO_NOTHING, 0,
	    guard_day_month },
	{ "day-month", "the? DAY day? of? MONTH", DO_NOTHING, 0,
	    guard_day_month },
	{ "day-month", "the? DAY ~DASH ~MONTH", DO_NOTHING, 0,
	    guard_day_month },
	{ "day-month", "DAY day? of REL UNIT", DO_NOTHING, 0, guard_of_month },
	{ "month-year", "MONTH .? <year>", DO_NOTHING, 0, guard_month_year },
	{ "month-year", "MONTH ~DASH|/ ~YYYY", DO_NOTHING, 0, NULL },
	{ "month-year", "MM ~/|DASH ~YYYY", DO_NOTHING, 0, guard_alone },
	{ "year-month", "YYYY MONTH DAY", DO_NOTHING, 0, guard_year_month },
	{ "year-month", "YYYY ,? MONTH", DO_NOTHING, 0, guard_year_month },
	{ "year-month", "YYYY ~DASH ~MM", DO_NOTHING, 0, guard_year_dash },
	END
};

/* Days, which a time of day can follow. */
static const struct rule days[] = {
	{ "date", "<date>", DO_NOTHING, 0, NULL },
	{ "weekday-date", "WEEKDAY .? ,? the? <date>", DO_NOTHING, 0, NULL },
	{ "weekday-date", "WEEKDAY .? (? <date> )?", DO_NOTHING, 0,
	    guard_bracket },
	{ "weekday-numeric", "WEEKDAY .? ,? A ~/|. ~B", DO_NOTHING, 0,
	    guard_numeric },
	{ "date-weekday", "<date> ,? (? WEEKDAY )?", DO_NOTHING, 0,
	    guard_bracket },
	{ "weekday", "WEEKDAY", DO_NOTHING, 0, NULL },
	{ "weekday", "WEEKDAY .", DO_NOTHING, 0, guard_abbreviated },
	{ "weekday-day", "WEEKDAY .? ,? the DAY", DO_NOTHING, 0,
	    guard_suffix },
	{ "weekday-rel", "REL WEEKDAY", DO_NOTHING, 0, NULL },
	{ "weekday-rel", "WEEKDAY of? REL week|UNIT", DO_NOTHING, 0,
	    guard_week_unit },
	{ "weekday-rel", "REL week ,? on? WEEKDAY", DO_NOTHING, 0,
	    guard_week_unit },
	{ "weekday-rel", "WEEKDAY REL", DO_NOTHING, 0, guard_trailing_rel },
	{ "weekday-prel", "the? PREL WEEKDAY", DO_NOTHING, 0, NULL },
	{ "weekday-that", "THAT same? WEEKDAY", DO_NOTHING, 0, NULL },
	{ "deictic", "DEICTIC", DO_NOTHING, 0, NULL },
	{ "deictic-day", "the? ^day after DEICTIC", DO_UNIT_SHIFT, 1,
	    NULL },
	{ "deictic-day", "the? ^day before DEICTIC", DO_UNIT_SHIFT, -1, NULL },
	{ "day-prel", "the|a|THAT? very? PREL|next day", DO_OP, OP_PREL, NULL },
	{ "day-that", "THAT very? same? day", DO_NOTHING, 0, NULL },
	{ "holiday", "HOLIDAY <year>?", DO_NOTHING, 0, NULL },
	{ "holiday-rel", "REL year 's? HOLIDAY", DO_NOTHING, 0, NULL },
	{ "holiday-rel", "REL HOLIDAY", DO_NOTHING, 0, NULL },
	END
};

/* Everything that is a date. */
static const struct rule bases[] = {
	{ "day", "<day>", DO_NOTHING, 0, NULL },
	{ "month", "MONTH", DO_NOTHING, 0, NULL },
	{ "month", "MONTH .", DO_NOTHING, 0, guard_abbreviated },
	{ "year", "YEAR", DO_NOTHING, 0, NULL },
	{ "year", "the year YEAR", DO_NOTHING, 0, NULL },
	{ "year-era", "DIGITS ERA", DO_NOTHING, 0, guard_era },
	{ "year-era", "DIGITS b . c .? e? .?", DO_NOTHING, 0, guard_bc },
	{ "era-year", "ERA DIGITS", DO_NOTHING, 0, guard_era },
	{ "rel-unit", "REL UNIT", DO_NOTHING, 0, guard_rel_unit },
	{ "rel-unit", "this REL UNIT", DO_NOTHING, 0, guard_rel_unit },
	{ "rel-month", "REL MONTH", DO_NOTHING, 0, NULL },
	{ "rel-season", "REL SEASON", DO_NOTHING, 0, NULL },
	{ "rel-season", "SEASON of? REL year", DO_NOTHING, 0, NULL },
	{ "season-year", "the? SEASON ,? of? YEAR", DO_NOTHING, 0, NULL },
	{ "season-year", "YYYY SEASON", DO_NOTHING, 0, guard_capital_second },
	{ "season", "the? SEASON", DO_NOTHING, 0, NULL },
	{ "unit-prel", "the? PREL UNIT", DO_NOTHING, 0, NULL },
	{ "unit-prel", "the next UNIT", DO_OP, OP_PREL, NULL },
	{ "month-prel", "the? PREL MONTH", DO_NOTHING, 0, NULL },
	{ "season-prel", "the? PREL|next SEASON", DO_OP, OP_PREL, NULL },
	{ "unit-that", "THAT same? UNIT", DO_NOTHING, 0, guard_rel_unit },
	{ "season-that", "THAT SEASON", DO_NOTHING, 0, NULL },
	{ "month-that", "THAT MONTH", DO_NOTHING, 0, NULL },
	{ "quarter", "the? ORD DASH? quarter ,? of|in? <year>", DO_QUARTER, 0,
	    guard_quarter },
	{ "quarter", "the? REL quarter ,? of|in? <year>", DO_QUARTER, 4,
	    guard_quarter },
	{ "quarter", "the? ORD DASH? quarter", DO_QUARTER, 0, guard_quarter },
	{ "quarter", "q ~DIGITS ,? of? <year>", DO_QUARTER, 9, NULL },
	{ "quarter", "q ~DIGITS", DO_QUARTER, 9, NULL },
	{ "quarter", "YYYY DASH? q ~DIGITS", DO_QUARTER, 9, NULL },
	{ "quarter", "DIGITS ~q <year>", DO_QUARTER, 9, NULL },
	{ "fiscal-quarter", "fiscal ORD quarter <year>?", DO_FISCAL, 1, NULL },
	{ "fiscal-quarter", "ORD fiscal quarter <year>?", DO_FISCAL, 1, NULL },
	{ "fiscal-year", "fiscal year? YEAR", DO_FISCAL, 0, NULL },
	{ "fiscal-year", "fy DASH? YYYY|YY", DO_FISCAL, 0, NULL },
	{ "half-year", "the? ORD DASH? half of|in? <year>", DO_HALFYEAR, 0,
	    guard_half },
	{ "half-year", "the? ORD DASH? half of the year", DO_HALFYEAR, 0,
	    guard_half },
	{ "half-year", "h ~DIGITS <year>", DO_HALFYEAR, 9, guard_half },
	{ "decade", "the? YYYY ~s|'s", DO_DECADE, 0, guard_decade },
	{ "decade", "the? YYYY ' ~s", DO_DECADE, 0, NULL },
	{ "decade-short", "the? '|\xe2\x80\x99|\xe2\x80\x98 ~YY ~s|'s",
	    DO_DECADE, 0, guard_tens },
	{ "decade-short", "the YY ~s|'s", DO_DECADE, 0, guard_tens },
	{ "decade-short", "YY ~s|'s", DO_DECADE, 0, guard_tens },
	{ "decade-word", "the? DECADE", DO_NOTHING, 0, NULL },
	{ "century", "the? ORD DASH? century ERA?", DO_CENTURY, 0, NULL },
	{ "the-unit", "the UNIT", DO_THE_UNIT, 0, NULL },
	END
};

/* What stands in a text. */
static const struct rule tops[] = {
	{ "date", "<base>", DO_NOTHING, 0, guard_lone },

	/* with a time of day */
	{ "time", "<clock>", DO_NOTHING, 0, guard_clock },
	{ "time-part", "<clock> in|at the? PART", DO_NOTHING, 0, NULL },
	{ "time-part", "<clock> at? PART", DO_NOTHING, 0, NULL },
	{ "time-part", "HOUR in|at the? PART", DO_NOTHING, 0, NULL },
	{ "time-local", "<clock> local time", DO_NOTHING, 0, NULL },
	{ "time-day", "<clock> ,? on|of? the? <day>", DO_NOTHING, 0, guard_day },
	{ "time-day", "<clock> local time ,? on? <day>", DO_NOTHING, 0,
	    guard_day },
	{ "time-day", "HOUR ,? on <day>", DO_NOTHING, 0, guard_bare_hour },
	{ "time-rel", "<clock> REL PART", DO_NOTHING, 0, NULL },
	{ "day-time", "<day> ,? at|from|.? about|around? <clock>", DO_NOTHING,
	    0, guard_day },
	{ "day-time", "<day> : <clock>", DO_NOTHING, 0, guard_day },
	{ "day-hour", "<day> ,? at HOUR !UNITS|UNIT|COUNTED|%|:|,|.",
	    DO_NOTHING, 0, guard_bare_hour },
	{ "day-part", "<day> PART", DO_NOTHING, 0, guard_day },
	{ "day-part", "<day> ,? in|at the? PART", DO_NOTHING, 0, guard_day },
	{ "day-part-time", "<day> PART ,? at? <clock>", DO_NOTHING, 0,
	    guard_day },
	{ "day-part", "<day> MOD PART", DO_NOTHING, 0, guard_day },
	{ "part-day", "the? PART of|on <day>", DO_NOTHING, 0, guard_day },
	{ "part-day", "MOD PART ,? of|on? <day>", DO_NOTHING, 0, guard_day },
	{ "mod-day", "MOD on? <day>", DO_NOTHING, 0, guard_day },
	{ "mod-day", "MOD DEICTIC PART", DO_NOTHING, 0, NULL },
	{ "rel-part", "REL PART", DO_NOTHING, 0, NULL },
	{ "rel-part", "MOD REL PART", DO_NOTHING, 0, NULL },
	{ "rel-part-time", "REL PART ,? at <clock>", DO_NOTHING, 0, NULL },
	{ "rel-part", "MODR REL PART", DO_NOTHING, 0, NULL },
	{ "part-that", "THAT same? PART", DO_NOTHING, 0, NULL },
	{ "part-prel", "the? PREL|next PART", DO_OP, OP_PREL, NULL },
	{ "part", "the? MOD? PART", DO_NOTHING, 0, guard_part },

	/* with a modifier */
	{ "mod", "MOD DASH? <base>", DO_NOTHING, 0, guard_mod },
	{ "mod", "MOD in|on <base>", DO_NOTHING, 0, guard_mod },
	{ "mod", "the MOD <base>", DO_NOTHING, 0, guard_mod },
	{ "mod-of", "the? very? MODN of <base>", DO_NOTHING, 0, guard_mod },
	{ "mod-of", "the? first|second? half of <base>", DO_MOD, MOD_MID,
	    guard_half_of },
	{ "mod-end", "year DASH? end", DO_MOD, MOD_END, guard_year_end },
	{ "mod-rel", "MODR <base>", DO_ABOUT_NOW, 0, guard_modr },
	{ "mod-rel", "MODR on|in <base>", DO_ABOUT_NOW, 0, guard_modr },

	/* by counting */
	{ "ago", "<dur> ago", DO_OP, OP_AGO, NULL },
	{ "ago", "<dur> back", DO_OP, OP_AGO, guard_back },
	{ "ago-day", "<dur> ago REL|DEICTIC|WEEKDAY", DO_NOTHING_AT_ALL, 0,
	    guard_never },
	{ "in", "in <dur> !of|DASH|'s|and|to|'", DO_OP, OP_HENCE, guard_in },
	{ "in", "in <dur> 's|'? time", DO_OP, OP_HENCE, NULL },
	{ "within", "<dur> 's|'? time", DO_OP, OP_HENCE, NULL },
	{ "hence", "<dur> from now|today|tomorrow", DO_OP, OP_HENCE, NULL },
	{ "hence", "<dur> hence", DO_OP, OP_HENCE, NULL },
	{ "later", "<dur> later", DO_OP, OP_LATER, NULL },
	{ "later", "<dur> after|afterward|afterwards|on", DO_OP, OP_LATER,
	    guard_sentence_end },
	{ "earlier", "<dur> earlier|previously|prior|beforehand", DO_OP,
	    OP_EARLIER, NULL },
	{ "earlier", "<dur> before", DO_OP, OP_EARLIER, guard_sentence_end },
	{ "shift", "<dur> after|from|following|since <base>", DO_SHIFT, 1,
	    guard_base },
	{ "shift", "<dur> before|until|till <base>", DO_SHIFT, -1,
	    guard_base },
	{ "shift", "<dur> prior to <base>", DO_SHIFT, -1, guard_base },
	{ "unit-shift", "the? ^UNIT after|following <base>", DO_UNIT_SHIFT, 1,
	    guard_base },
	{ "unit-shift", "the? ^UNIT before <base>", DO_UNIT_SHIFT, -1,
	    guard_base },
	{ "unit-before", "the UNIT before|earlier|previous|prior",
	    DO_BY_UNIT, -1, guard_sentence_end },
	{ "unit-after", "the UNIT after", DO_BY_UNIT, 1, guard_sentence_end },
	{ "month-before", "the MONTH|SEASON before", DO_OP, OP_PREL,
	    guard_sentence_end },
	{ "past-n", "the|these|this? REL <dur>", DO_OP, OP_PASTN, NULL },
	{ "past-n", "the COUNT REL UNITS", DO_OP, OP_PASTN, NULL },
	{ "past-units", "the|these|this? REL UNITS", DO_OP, OP_PASTN, NULL },
	{ "past-unit", "the|this past UNIT", DO_OP, OP_PASTN, guard_past_unit },
	{ "next-n", "the <dur> ahead", DO_OP, OP_NEXTN, NULL },
	{ "next-units", "the UNIT|UNITS ahead", DO_OP, OP_NEXTN, NULL },
	{ "prel-n", "the? PREL <dur>", DO_OP, OP_DURATION, NULL },
	{ "recent-units", "REFADJ UNITS", DO_OP, OP_DURATION, NULL },
	{ "duration", "<dur>", DO_OP, OP_DURATION, guard_plain_duration },
	{ "duration-units", "UNITS", DO_OP, OP_DURATION, guard_units },
	{ "duration-unit", "the? whole|entire|full UNIT", DO_OP, OP_DURATION,
	    NULL },
	{ "duration-all", "all|whole day|night|week|month|year|summer|winter",
	    DO_OP, OP_DURATION, guard_all },
	{ "duration-long", "weeks|months|years|days|hours|decades|centuries DASH"
	    " ~long", DO_OP, OP_DURATION, NULL },
	{ "duration-long", "day|week|month|year|night|hour|decade DASH ~long",
	    DO_OP, OP_DURATION, NULL },
	{ "age", "<dur> DASH? old|olds", DO_NOTHING_AT_ALL, 0, NULL },
	{ "age", "<dur> of age", DO_NOTHING_AT_ALL, 0, NULL },
	{ "age", "<dur> DASH? olds", DO_NOTHING_AT_ALL, 0, NULL },

	/* within another */
	{ "nth", "the? ORD ^UNIT|WEEKDAY of|in <base>", DO_NTH, 0, guard_nth },
	{ "last-of", "the? last|final ^UNIT|WEEKDAY of|in <base>", DO_LAST_OF, 0,
	    guard_nth },
	{ "week-of", "the? week of <base>", DO_WEEK_OF, 0, guard_base },
	{ "week-of", "the? weekend of <base>", DO_WEEK_OF, 1, guard_base },
	{ "month-of", "the? month of MONTH <year>?", DO_NOTHING, 0, NULL },
	{ "week-number", "week DIGITS <year>", DO_NTH, 0, guard_week_no },

	/* again and again */
	{ "set-unit", "EVERY single? UNIT", DO_SET, 0, NULL },
	{ "set-unit", "EVERY WEEKDAY|MONTH|SEASON|PART", DO_SET, 0,
	    NULL },
	{ "set-unit", "EVERY WEEKDAY PART", DO_SET, 0, NULL },
	{ "set-n", "EVERY <dur>", DO_SET, 0, NULL },
	{ "set-n", "EVERY FUZZY UNITS", DO_SET, 0, NULL },
	{ "set-other", "EVERY other UNIT|WEEKDAY", DO_OTHER, 2, NULL },
	{ "set-other", "EVERY ORD UNIT|WEEKDAY", DO_OTHER, 0, NULL },
	{ "set-weekdays", "WEEKDAYS", DO_SET, 0, NULL },
	{ "set-weekdays", "WEEKDAY PART ~s", DO_SET, 0, NULL },
	{ "set-freq", "FREQ", DO_OP, OP_SET, guard_freq },
	{ "set-rate", "once|twice|thrice a|an|per|every|each UNIT", DO_SET, 0,
	    NULL },
	{ "set-rate", "COUNT times a|an|per|every|each UNIT", DO_SET, 1, NULL },
	{ "set-rate", "a|per UNIT", DO_SET, 0, guard_rate },

	/* centuries, present, past, future */
	{ "centuries", "the? ORD and|to|DASH ORD DASH? century|centuries ERA?",
	    DO_CENTURIES, 0, NULL },
	{ "present", "REF", DO_NOTHING, 0, guard_ref },
	{ "present", "right now", DO_REF, 0, NULL },
	{ "present", "at present", DO_REF, 0, NULL },
	{ "present", "REFADJ", DO_NOTHING, 0, guard_refadj },
	{ "present", "the present", DO_REF, 0, guard_present },
	{ "past", "the? recent|distant past", DO_REF, 1, NULL },
	{ "past", "the past", DO_REF, 1, guard_the_past },
	{ "future", "the? near|distant|foreseeable|immediate future", DO_REF,
	    2, NULL },
	{ "future", "the future", DO_REF, 2, guard_future },
	{ "future", "the short|long DASH? term", DO_REF, 2, guard_future },
	{ "future", "very soon", DO_REF, 2, NULL },
	{ "past", "not so? long ago", DO_REF, 1, NULL },
	{ "past", "a? long time? ago", DO_REF, 1, NULL },
	{ "past", "a? short time ago", DO_REF, 1, NULL },

	/* the first of two that share a month, a year or a unit */
	{ "shared-day", "the? DAY @ and|or|,|& > the? DAY of? MONTH <year>?",
	    DO_SHARE, 0, guard_shared_day },
	{ "shared-year", "MONTH .? @ and|or|to|through|until|till|DASH > MONTH .?"
	    " <year>", DO_SHARE, 0, guard_shared_month },
	{ "shared-year", "MONTH .? DAY @ and|or|to|through|until|till|DASH >"
	    " MONTH .? DAY <year>", DO_SHARE, 0, guard_shared_month },
	{ "shared-year", "DAY of? MONTH @ and|or|to|through|until|till|DASH >"
	    " DAY of? MONTH <year>", DO_SHARE, 0, guard_shared_month },
	{ "shared-unit", "COUNT @ and|to|or COUNT UNITS", DO_SHARE_UNIT, 0,
	    guard_between },

	/* two in one */
	{ "range-days", "from|between? MONTH .? the? DAY"
	    " DASH|to|through|thru|until|till > the? DAY <year>?", DO_RANGE, 0,
	    guard_range },
	{ "range-days", "between MONTH .? the? DAY and > the? DAY <year>?",
	    DO_RANGE, 0, guard_range },
	{ "range-days", "from|between? the? DAY"
	    " DASH|to|through|thru|until|till > the? DAY of? MONTH .? <year>?",
	    DO_RANGE, 0, guard_range },
	{ "range-days", "between the? DAY and > the? DAY of? MONTH .? <year>?",
	    DO_RANGE, 0, guard_range },
	{ "range-days", "from|between? the? DAY"
	    " DASH|to|through|thru|until|till > the? DAY of? REL UNIT",
	    DO_RANGE, 0, guard_range },
	{ "range-days", "between the? DAY and > the? DAY of? REL UNIT",
	    DO_RANGE, 0, guard_range },
	{ "range-days", "from the? DAY DASH|to|through|until|till > MONTH .?"
	    " the? DAY <year>?", DO_RANGE, 0, guard_range },
	{ "range-days", "between the? DAY and > MONTH .? the? DAY <year>?",
	    DO_RANGE, 0, guard_range },
	{ "range-time", "<span>", DO_SPAN, 0, guard_span },
	{ "range-time", "<span> ,? on|of? the? <day> PART?", DO_SPAN, 0,
	    guard_span },
	{ "range-time", "<span> in|at? the? REL? PART", DO_SPAN, 0,
	    guard_span },
	{ "range-time", "<day> PART? ,? at? <span>", DO_SPAN, 0, guard_span },
	{ "range-time", "REL PART ,? at? <span>", DO_SPAN, 0, guard_span },
	{ "range-years", "YYYY ~DASH|/ > ~YY", DO_RANGE, 0, guard_year_range },
	END
};

const struct rule *const timex_rules[GROUPS] = { tops, bases, days, dates,
	years, spans, clocks, hours, durations };
const char *const timex_group_names[GROUPS] = { "top", "base", "day", "date",
	"year", "span", "clock", "clock-hour", "dur" };
