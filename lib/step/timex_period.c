/* timex_period - days, weeks, months, seasons, centuries of the calendar */
#include "timex_parts.h"

static int64_t
floor_to(int64_t a, int64_t b)
{
	return a - (a % b + b) % b;
}

static int64_t
month_start(int64_t year, int64_t month)
{
	struct date d = { year, 1, 1 };

	return calendar_day(calendar_add_months(d, month - 1));
}

/* Months from the first of a year, of those grains that months make up. */
static int
months_in(enum unit grain)
{
	switch (grain) {
	case UNIT_MONTH:
		return 1;
	case UNIT_QUARTER:
	case UNIT_SEASON:
		return 3;
	case UNIT_HALF:
		return 6;
	case UNIT_YEAR:
		return 12;
	case UNIT_DECADE:
		return 120;
	case UNIT_CENTURY:
		return 1200;
	case UNIT_MILLENNIUM:
		return 12000;
	default:
		return 0;
	}
}

struct period
period_of(enum unit grain, int64_t day, int week_start)
{
	int back = (calendar_weekday(day) - (week_start ? week_start : 1) + 7)
	    % 7;
	int n = months_in(grain);
	int64_t month;
	struct date d;

	switch (grain) {
	case UNIT_WEEK:
	case UNIT_FORTNIGHT:
		return (struct period){ UNIT_WEEK, day - back, day - back + 7 };
	case UNIT_WEEKEND:
		day -= calendar_weekday(day) - 6;
		return (struct period){ grain, day, day + 2 };
	default:
		break;
	}
	if (!n)
		return (struct period){ UNIT_DAY, day, day + 1 };
	d = calendar_date(day);
	month = d.year * 12 + d.month - 1;
	month = grain == UNIT_SEASON ? floor_to(month - 2, 3) + 2
	    : floor_to(month, n);
	return (struct period){ grain, month_start(0, month + 1),
		month_start(0, month + 1 + n) };
}

struct period
period_shift(enum unit grain, int64_t day, int64_t n, int week_start)
{
	struct period p = period_of(grain, day, week_start);
	int months = months_in(grain);

	if (months)
		day = calendar_day(calendar_add_months(calendar_date(p.first),
		    n * months));
	else
		day = p.first + n * (grain == UNIT_WEEK ||
			grain == UNIT_WEEKEND ? 7
			: grain == UNIT_FORTNIGHT ? 14 : 1);
	return period_of(grain, day, week_start);
}

/* A day so many days of work, Monday to Friday, later. */
static int64_t
add_workdays(int64_t day, int64_t n, int sign)
{
	int weekday = calendar_weekday(day);

	if (weekday > 5) /* from the Friday before, the Monday after */
		day += sign > 0 ? 5 - weekday : 8 - weekday;
	day += sign * (n / 5 * 7);
	for (n %= 5; n > 0;) {
		day += sign;
		n -= calendar_weekday(day) <= 5;
	}
	return day;
}

int64_t
period_add(int64_t day, const struct duration *d, int sign, enum unit *grain)
{
	int64_t n = d->milli, months;
	enum unit unit = d->unit;

	if (n > INT64_C(100000) * MILLI)
		n = INT64_C(100000) * MILLI;
	switch (unit) {
	case UNIT_WEEK:
	case UNIT_WEEKEND:
		*grain = UNIT_WEEK;
		return day + sign * (n * 7 / MILLI);
	case UNIT_FORTNIGHT:
		*grain = UNIT_WEEK;
		return day + sign * (n * 14 / MILLI);
	case UNIT_DAY:
	case UNIT_NIGHT:
		*grain = UNIT_DAY;
		return day + sign * (n / MILLI);
	case UNIT_WORKDAY:
		*grain = UNIT_DAY;
		return add_workdays(day, n / MILLI, sign);
	case UNIT_SECOND:
	case UNIT_MINUTE:
	case UNIT_HOUR:
	case UNIT_NONE:
		*grain = UNIT_DAY;
		return day + sign * (unit == UNIT_HOUR ? n / MILLI / 24 : 0);
	default:
		break;
	}
	months = n * months_in(unit) / MILLI;
	*grain = unit >= UNIT_YEAR && unit != UNIT_SEASON ? UNIT_YEAR : unit;
	if (months % 12 && *grain == UNIT_YEAR)
		*grain = UNIT_MONTH;
	day = calendar_day(calendar_add_months(calendar_date(day),
	    sign * months));
	if (n % MILLI && unit == UNIT_MONTH)
		day += sign * 15;
	return day;
}
