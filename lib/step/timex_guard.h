/* timex_guard - what must stand around a weak match; not for others */
#ifndef NF_TIMEX_GUARD_H
#define NF_TIMEX_GUARD_H

#include "timex_parts.h"

/* Each says whether a match may stand where it stands. */
bool guard_abbreviated(const struct place *p, const struct timex *t);
bool guard_half_hour(const struct place *p, const struct timex *t);
bool guard_part_of(const struct place *p, const struct timex *t);
bool guard_first_units(const struct place *p, const struct timex *t);
bool guard_whole_year(const struct place *p, const struct timex *t);
bool guard_that_time(const struct place *p, const struct timex *t);
bool guard_moment(const struct place *p, const struct timex *t);
bool guard_to_present(const struct place *p, const struct timex *t);
bool guard_range_numeric(const struct place *p, const struct timex *t);
bool guard_rel_weekday(const struct place *p, const struct timex *t);
bool guard_unit_end(const struct place *p, const struct timex *t);
bool guard_month_spaced(const struct place *p, const struct timex *t);
bool guard_after_that(const struct place *p, const struct timex *t);
bool guard_end_year(const struct place *p, const struct timex *t);
bool guard_all(const struct place *p, const struct timex *t);
bool guard_alone(const struct place *p, const struct timex *t);
bool guard_back(const struct place *p, const struct timex *t);
bool guard_bare_day(const struct place *p, const struct timex *t);
bool guard_bare_hour(const struct place *p, const struct timex *t);
bool guard_base(const struct place *p, const struct timex *t);
bool guard_bc(const struct place *p, const struct timex *t);
bool guard_between(const struct place *p, const struct timex *t);
bool guard_bracket(const struct place *p, const struct timex *t);
bool guard_capital_second(const struct place *p, const struct timex *t);
bool guard_clock(const struct place *p, const struct timex *t);
bool guard_clock_words(const struct place *p, const struct timex *t);
bool guard_day(const struct place *p, const struct timex *t);
bool guard_day_month(const struct place *p, const struct timex *t);
bool guard_decade(const struct place *p, const struct timex *t);
bool guard_duration(const struct place *p, const struct timex *t);
bool guard_early_year(const struct place *p, const struct timex *t);
bool guard_end_of(const struct place *p, const struct timex *t);
bool guard_era(const struct place *p, const struct timex *t);
bool guard_falling(const struct place *p, const struct timex *t);
bool guard_french(const struct place *p, const struct timex *t);
bool guard_freq(const struct place *p, const struct timex *t);
bool guard_future(const struct place *p, const struct timex *t);
bool guard_half(const struct place *p, const struct timex *t);
bool guard_half_of(const struct place *p, const struct timex *t);
bool guard_hour(const struct place *p, const struct timex *t);
bool guard_hour_part(const struct place *p, const struct timex *t);
bool guard_in(const struct place *p, const struct timex *t);
bool guard_letter(const struct place *p, const struct timex *t);
bool guard_letter_zone(const struct place *p, const struct timex *t);
bool guard_lone(const struct place *p, const struct timex *t);
bool guard_mod(const struct place *p, const struct timex *t);
bool guard_modr(const struct place *p, const struct timex *t);
bool guard_month_comma_day(const struct place *p, const struct timex *t);
bool guard_month_day(const struct place *p, const struct timex *t);
bool guard_month_slash(const struct place *p, const struct timex *t);
bool guard_month_year(const struct place *p, const struct timex *t);
bool guard_never(const struct place *p, const struct timex *t);
bool guard_full_name(const struct place *p, const struct timex *t);
bool guard_rel_month(const struct place *p, const struct timex *t);
bool guard_no_night(const struct place *p, const struct timex *t);
bool guard_military(const struct place *p, const struct timex *t);
bool guard_nth(const struct place *p, const struct timex *t);
bool guard_numeric(const struct place *p, const struct timex *t);
bool guard_numeric_short(const struct place *p, const struct timex *t);
bool guard_of_month(const struct place *p, const struct timex *t);
bool guard_part(const struct place *p, const struct timex *t);
bool guard_past_hour(const struct place *p, const struct timex *t);
bool guard_past_unit(const struct place *p, const struct timex *t);
bool guard_plain_duration(const struct place *p, const struct timex *t);
bool guard_present(const struct place *p, const struct timex *t);
bool guard_quarter(const struct place *p, const struct timex *t);
bool guard_range(const struct place *p, const struct timex *t);
bool guard_capitals(const struct place *p, const struct timex *t);
bool guard_rest(const struct place *p, const struct timex *t);
bool guard_rate(const struct place *p, const struct timex *t);
bool guard_ref(const struct place *p, const struct timex *t);
bool guard_refadj(const struct place *p, const struct timex *t);
bool guard_rel_unit(const struct place *p, const struct timex *t);
bool guard_sentence_end(const struct place *p, const struct timex *t);
bool guard_shared_day(const struct place *p, const struct timex *t);
bool guard_shared_month(const struct place *p, const struct timex *t);
bool guard_span(const struct place *p, const struct timex *t);
bool guard_span_point(const struct place *p, const struct timex *t);
bool guard_span_hour(const struct place *p, const struct timex *t);
bool guard_suffix(const struct place *p, const struct timex *t);
bool guard_tens(const struct place *p, const struct timex *t);
bool guard_the_past(const struct place *p, const struct timex *t);
bool guard_trailing_rel(const struct place *p, const struct timex *t);
bool guard_twelve(const struct place *p, const struct timex *t);
bool guard_two_digits(const struct place *p, const struct timex *t);
bool guard_units(const struct place *p, const struct timex *t);
bool guard_valid(const struct place *p, const struct timex *t);
bool guard_week(const struct place *p, const struct timex *t);
bool guard_week_no(const struct place *p, const struct timex *t);
bool guard_week_unit(const struct place *p, const struct timex *t);
bool guard_year_ago(const struct place *p, const struct timex *t);
bool guard_half_alone(const struct place *p, const struct timex *t);
bool guard_bare_units(const struct place *p, const struct timex *t);
bool guard_the_units(const struct place *p, const struct timex *t);
bool guard_ended(const struct place *p, const struct timex *t);
bool guard_year_after(const struct place *p, const struct timex *t);
bool guard_year_dash(const struct place *p, const struct timex *t);
bool guard_year_end(const struct place *p, const struct timex *t);
bool guard_year_month(const struct place *p, const struct timex *t);
bool guard_year_range(const struct place *p, const struct timex *t);
bool guard_year_rel(const struct place *p, const struct timex *t);
bool guard_year_slash(const struct place *p, const struct timex *t);

/* Whether a number is followed by what it counts. */
bool guard_counts(const struct place *p, uint32_t end);

/* Whether the nearest verb on the left, else on the right, in the same clause
 * is of the future (1), of the past (-1) or unknown (0). */
int guard_tense(const struct place *p, const struct timex *t);

#endif
