/* calendar - days as numbers, and what falls on which
 *
 * A day is the number of days since 1970-01-01 in the proleptic Gregorian
 * calendar, with a year 0 (1 BC). Years from -999999 to 999999 are meant. */
#ifndef NF_CALENDAR_H
#define NF_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"

struct date {
	int64_t year;
	int month; /* 1 to 12 */
	int day;   /* 1 to 31 */
};

int64_t calendar_day(struct date d);
struct date calendar_date(int64_t day);

/* Whether there is such a day. */
bool calendar_valid(struct date d);

bool calendar_leap(int64_t year);
int calendar_month_length(int64_t year, int month);

/* 1 Monday to 7 Sunday. */
int calendar_weekday(int64_t day);

/* The week of ISO 8601 that a day lies in, and the year that it belongs to. */
int calendar_week(int64_t day, int64_t *year);

/* The Monday of such a week. */
int64_t calendar_week_start(int64_t year, int week);

/* How many weeks the ISO year has: 52 or 53. */
int calendar_weeks(int64_t year);

/* The same day some months later or earlier; the last of the month when the
 * month is too short: 31 March less a month is the last of February. */
struct date calendar_add_months(struct date d, int64_t months);

/* The nth such weekday of a month, n from 1; the nth last for n < 0. */
int64_t calendar_nth_weekday(int64_t year, int month, int weekday, int n);

/* Easter Sunday of the western and of the eastern churches (in Gregorian
 * days both). */
int64_t calendar_easter(int64_t year);
int64_t calendar_orthodox_easter(int64_t year);

/* The first day of a month of the tabular Islamic calendar (civil epoch,
 * leap years 2 5 7 10 13 16 18 21 24 26 29): the sky may differ by a day. */
int64_t calendar_islamic(int64_t year, int month);

/* A day of the Hebrew calendar; month 1 is Nisan, 7 Tishri. */
int64_t calendar_hebrew(int64_t year, int month, int day);

/* The new moon nearest to a day of the month before or after it: the moment
 * to within an hour, as a day number so many hours east of Greenwich. */
int64_t calendar_new_moon(int64_t near, int east);

/* The first day of an Islamic month as Mecca sees it, by the new moon that is
 * next to the tabular one: within a day of what is announced. */
int64_t calendar_islamic_seen(int64_t year, int month);

/* The day on which, at an hour of universal time, the nth tithi (1 to 30, a
 * twelfth of a sign from new moon to new moon) has begun, of the lunation
 * that begins next to a day: most Hindu feasts. */
int64_t calendar_tithi(int64_t near, int tithi, int hour);

/* Reads YYYY-MM-DD at the beginning of a text (the rest, which may be a time,
 * begins with T or a blank or is empty). */
bool calendar_parse(int64_t *day, struct str text);

/* Reads THH:MM, THHMM or THH at the beginning of a text, in minutes. */
bool calendar_parse_clock(int *minutes, struct str text);

#endif
