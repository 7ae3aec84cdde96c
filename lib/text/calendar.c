/* calendar - days as numbers, and what falls on which
 *
 * The conversions are those of H. Hinnant ("chrono-compatible low-level date
 * algorithms"): a year that begins in March has its leap day at its end, and
 * 400 years are a whole number of days, so that no loop and no table is
 * needed. Easter is the algorithm of Meeus, Jones and Butcher; the Islamic
 * and Hebrew months follow Reingold and Dershowitz, Calendrical Calculations.
 *
 * Limits: the Islamic months are those of the arithmetical calendar, in fact
 * they begin when the moon is seen. */
#include "calendar.h"

enum {
	ERA_DAYS = 146097,       /* of 400 years */
	EPOCH_SHIFT = 719468,    /* days from 0000-03-01 to 1970-01-01 */
	ISLAMIC_EPOCH = -492148, /* 622-07-19 Gregorian, 622-07-16 Julian */
	HEBREW_EPOCH = -2092590  /* -3760-09-07 Gregorian */
};

/* Division and remainder that round down. */
static int64_t
floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

static int64_t
floor_mod(int64_t a, int64_t b)
{
	return a - floor_div(a, b) * b;
}

int64_t
calendar_day(struct date d)
{
	int64_t y = d.year - (d.month <= 2);
	int64_t era = floor_div(y, 400);
	int64_t of_era = y - era * 400;
	int64_t of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 +
	    d.day - 1;

	return era * ERA_DAYS + of_era * 365 + of_era / 4 - of_era / 100 +
	    of_year - EPOCH_SHIFT;
}

struct date
calendar_date(int64_t day)
{
	int64_t z = day + EPOCH_SHIFT;
	int64_t era = floor_div(z, ERA_DAYS);
	int64_t doe = z - era * ERA_DAYS;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t mp = (5 * doy + 2) / 153;
	struct date d;

	d.day = (int)(doy - (153 * mp + 2) / 5 + 1);
	d.month = (int)(mp < 10 ? mp + 3 : mp - 9);
	d.year = yoe + era * 400 + (d.month <= 2);
	return d;
}

bool
calendar_leap(int64_t year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
calendar_month_length(int64_t year, int month)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
		30, 31 };

	return lengths[month - 1] + (month == 2 && calendar_leap(year));
}

bool
calendar_valid(struct date d)
{
	return d.month >= 1 && d.month <= 12 && d.day >= 1 &&
	    d.day <= calendar_month_length(d.year, d.month);
}

int
calendar_weekday(int64_t day)
{
	return (int)floor_mod(day + 3, 7) + 1;
}

int64_t
calendar_week_start(int64_t year, int week)
{
	int64_t fourth = calendar_day((struct date){ year, 1, 4 });

	return fourth - (calendar_weekday(fourth) - 1) +
	    7 * (int64_t)(week - 1);
}

int
calendar_week(int64_t day, int64_t *year)
{
	int64_t y = calendar_date(day).year;

	if (day >= calendar_week_start(y + 1, 1))
		y++;
	else if (day < calendar_week_start(y, 1))
		y--;
	*year = y;
	return (int)((day - calendar_week_start(y, 1)) / 7) + 1;
}

int
calendar_weeks(int64_t year)
{
	return (int)((calendar_week_start(year + 1, 1) -
			 calendar_week_start(year, 1)) / 7);
}

struct date
calendar_add_months(struct date d, int64_t months)
{
	int64_t month = d.month - 1 + months;
	int last;

	d.year += floor_div(month, 12);
	d.month = (int)floor_mod(month, 12) + 1;
	last = calendar_month_length(d.year, d.month);
	if (d.day > last)
		d.day = last;
	return d;
}

int64_t
calendar_nth_weekday(int64_t year, int month, int weekday, int n)
{
	int64_t first = calendar_day((struct date){ year, month, 1 });
	int64_t last;

	if (n > 0)
		return first +
		    floor_mod(weekday - calendar_weekday(first), 7) +
		    7 * (int64_t)(n - 1);
	last = first + calendar_month_length(year, month) - 1;
	return last - floor_mod(calendar_weekday(last) - weekday, 7) +
	    7 * (int64_t)(n + 1);
}

int64_t
calendar_easter(int64_t year)
{
	int64_t a = floor_mod(year, 19), b = floor_div(year, 100);
	int64_t c = floor_mod(year, 100), d = b / 4, e = floor_mod(b, 4);
	int64_t g = (8 * b + 13) / 25;
	int64_t h = floor_mod(19 * a + b - d - g + 15, 30);
	int64_t l = floor_mod(32 + 2 * e + 2 * (c / 4) - h - c % 4, 7);
	int64_t m = (a + 11 * h + 19 * l) / 433;
	int64_t n = h + l - 7 * m, month = (n + 90) / 25;

	return calendar_day((struct date){ year, (int)month,
	    (int)((n + 33 * month + 19) % 32) });
}

int64_t
calendar_orthodox_easter(int64_t year)
{
	int64_t d = floor_mod(19 * floor_mod(year, 19) + 15, 30);
	int64_t e = floor_mod(2 * floor_mod(year, 4) + 4 * floor_mod(year, 7) -
		d + 34, 7);
	int64_t behind = floor_div(year, 100) - floor_div(year, 400) - 2;
	int64_t month = (d + e + 114) / 31, day = (d + e + 114) % 31 + 1;

	return calendar_day((struct date){ year, (int)month, (int)day }) +
	    behind;
}

int64_t
calendar_islamic(int64_t year, int month)
{
	return ISLAMIC_EPOCH + 354 * (year - 1) +
	    floor_div(3 + 11 * year, 30) + (59 * (month - 1) + 1) / 2;
}

/* The first of Tishri of a Hebrew year, before the delays of the year's
 * length. */
static int64_t
hebrew_elapsed(int64_t year)
{
	int64_t months = floor_div(235 * year - 234, 19);
	int64_t parts = 12084 + 13753 * months;
	int64_t day = 29 * months + floor_div(parts, 25920);

	return floor_mod(3 * (day + 1), 7) < 3 ? day + 1 : day;
}

static int64_t
hebrew_new_year(int64_t year)
{
	int64_t before = hebrew_elapsed(year - 1), at = hebrew_elapsed(year);
	int64_t after = hebrew_elapsed(year + 1);
	int delay = after - at == 356 ? 2 : at - before == 382 ? 1 : 0;

	return HEBREW_EPOCH + at + delay;
}

static int
hebrew_month_length(int64_t year, int month)
{
	int64_t length = hebrew_new_year(year + 1) - hebrew_new_year(year);
	bool leap = floor_mod(7 * year + 1, 19) < 7;

	switch (month) {
	case 2: case 4: case 6: case 10: case 13:
		return 29;
	case 8:
		return length % 10 == 5 ? 30 : 29;
	case 9:
		return length % 10 == 3 ? 29 : 30;
	case 12:
		return leap ? 30 : 29;
	default:
		return 30;
	}
}

int64_t
calendar_hebrew(int64_t year, int month, int day)
{
	int64_t at = hebrew_new_year(year) + day - 1;
	bool leap = floor_mod(7 * year + 1, 19) < 7;
	int m, months = leap ? 13 : 12;

	for (m = 7; m != month; m = m == months ? 1 : m + 1)
		at += hebrew_month_length(year, m);
	return at;
}

/* A triangle wave in place of the sine would be half a day off; a parabola
 * per half turn (Bhaskara I) is good to minutes here. Angles in degrees. */
static double
sine(double degrees)
{
	int64_t turns = (int64_t)(degrees / 360);
	double x = degrees - 360.0 * (double)turns, sign = 1;

	if (x < 0)
		x += 360;
	if (x > 180) {
		x -= 180;
		sign = -1;
	}
	return sign * 4 * x * (180 - x) / (40500 - x * (180 - x));
}

static int64_t
whole_day(double at)
{
	int64_t day = (int64_t)at;

	return (double)day > at ? day - 1 : day;
}

/* Meeus, Astronomical Algorithms, chapter 49, the largest terms. */
static double
new_moon(int64_t near)
{
	double k = ((double)near - 10962.5968) / 29.530588861, sun, moon, at;
	int64_t whole = (int64_t)(k < 0 ? k - 0.5 : k + 0.5);

	k = (double)whole;
	sun = 2.5534 + 29.10535670 * k;
	moon = 201.5643 + 385.81693528 * k;
	at = 10962.5968 + 29.530588861 * k - 0.4072 * sine(moon) +
	    0.1724 * sine(sun) + 0.0161 * sine(2 * moon);
	return at;
}

int64_t
calendar_new_moon(int64_t near, int east)
{
	return whole_day(new_moon(near) + east / 24.0);
}

/* In Mecca the crescent is seen on the evening of a new moon before the
 * afternoon; the month begins with the day after. */
int64_t
calendar_islamic_seen(int64_t year, int month)
{
	return whole_day(new_moon(calendar_islamic(year, month)) + 0.375) + 1;
}

/* How far the moon is from the sun, in degrees; Meeus, chapter 47, the terms
 * above half a degree. */
static double
elongation(double at)
{
	double t = at - 10957.5, mean = 297.8502 + 12.19074912 * t;
	double sun = 357.5291 + 0.98560028 * t;
	double moon = 134.9634 + 13.06499295 * t;

	return mean + 6.289 * sine(moon) - 2.1 * sine(sun) +
	    1.274 * sine(2 * mean - moon) + 0.658 * sine(2 * mean);
}

int64_t
calendar_tithi(int64_t near, int tithi, int hour)
{
	double start = new_moon(near), from = elongation(start);
	int64_t day = whole_day(start) + tithi - 4;
	int64_t last = day + 8;

	/* the elongation at the new moon is a whole turn, nearly */
	from = 360 * (double)(int64_t)((from + 180) / 360);
	while (day < last && elongation((double)day + hour / 24.0) - from <
	    12.0 * (tithi - 1))
		day++;
	return day;
}

/* Reads exactly n digits. */
static bool
digits(struct str *text, size_t n, size_t *value)
{
	if (!str_number(str_slice(*text, 0, n), value) || text->n < n)
		return false;
	*text = str_slice(*text, n, text->n);
	return true;
}

static bool
skip(struct str *text, char c)
{
	if (!text->n || text->s[0] != c)
		return false;
	*text = str_slice(*text, 1, text->n);
	return true;
}

bool
calendar_parse(int64_t *day, struct str text)
{
	size_t y, m, d;
	struct date date;

	if (!digits(&text, 4, &y) || !skip(&text, '-') ||
	    !digits(&text, 2, &m) || !skip(&text, '-') ||
	    !digits(&text, 2, &d))
		return false;
	if (text.n && text.s[0] != 'T' && text.s[0] != ' ')
		return false;
	date = (struct date){ (int64_t)y, (int)m, (int)d };
	if (!calendar_valid(date))
		return false;
	*day = calendar_day(date);
	return true;
}

bool
calendar_parse_clock(int *minutes, struct str text)
{
	size_t hour, minute = 0;

	if (!skip(&text, 'T') && !skip(&text, ' '))
		return false;
	if (!digits(&text, 2, &hour) || hour > 24)
		return false;
	if (skip(&text, ':') || (text.n && text.s[0] <= '9' &&
				    text.s[0] >= '0'))
		if (!digits(&text, 2, &minute) || minute > 59)
			return false;
	*minutes = (int)(hour * 60 + minute);
	return true;
}
