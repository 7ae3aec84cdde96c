/* calendar - days, weeks, feasts against dates that are known */
#include "calendar.h"
#include "unit.h"

static struct arena arena;

/* YYYY-MM-DD of a day. */
static struct str
iso(int64_t day)
{
	struct date d = calendar_date(day);
	char *s = arena_bytes(&arena, 24);

	return (struct str){ s, (size_t)snprintf(s, 24, "%04d-%02d-%02d",
	    (int)d.year, d.month, d.day) };
}

static int64_t
day(int year, int month, int mday)
{
	return calendar_day((struct date){ year, month, mday });
}

static void
weeks(void)
{
	static const struct {
		int y, m, d, week, year;
	} cases[] = {
		{ 2021, 1, 2, 53, 2020 }, { 2024, 12, 30, 1, 2025 },
		{ 2024, 7, 25, 30, 2024 }, { 2016, 1, 3, 53, 2015 },
		{ 2018, 1, 1, 1, 2018 }, { 1970, 1, 1, 1, 1970 },
	};
	size_t i;

	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		int64_t year;
		int week = calendar_week(day(cases[i].y, cases[i].m,
		    cases[i].d), &year);

		CHECK_SIZE(week, cases[i].week);
		CHECK_SIZE(year, cases[i].year);
	}
	CHECK_SIZE(calendar_weeks(2020), 53);
	CHECK_SIZE(calendar_weeks(2024), 52);
}

static void
parses(void)
{
	int64_t d;
	int minutes;

	CHECK(calendar_parse(&d, STR("2024-02-29")) && d == day(2024, 2, 29));
	CHECK(calendar_parse(&d, STR("2024-07-25T04:30")));
	CHECK(!calendar_parse(&d, STR("2023-02-29")));
	CHECK(!calendar_parse(&d, STR("2024-7-25")));
	CHECK(!calendar_parse(&d, STR("2024-07-255")));
	CHECK(!calendar_parse(&d, STR("")));
	CHECK(calendar_parse_clock(&minutes, STR("T04:30")) && minutes == 270);
	CHECK(calendar_parse_clock(&minutes, STR("T17")) && minutes == 1020);
	CHECK(!calendar_parse_clock(&minutes, STR("T25:00")));
	CHECK(!calendar_parse_clock(&minutes, STR("T04:60")));
}

int
main(void)
{
	int64_t i;
	bool same = true;

	arena_init(&arena, &os_posix);

	TEST("a day becomes a date and the same day again");
	for (i = -1000000; i < 1000000; i++)
		same = same && calendar_day(calendar_date(i)) == i;
	CHECK(same);
	CHECK_STR(iso(0), "1970-01-01");
	CHECK_SIZE(calendar_weekday(0), 4);
	CHECK_SIZE(calendar_weekday(day(2024, 7, 25)), 4);
	CHECK_SIZE(calendar_weekday(day(1582, 10, 15)), 5);

	TEST("only days that exist are valid");
	CHECK(calendar_valid((struct date){ 2024, 2, 29 }));
	CHECK(!calendar_valid((struct date){ 1900, 2, 29 }));
	CHECK(!calendar_valid((struct date){ 2024, 4, 31 }));
	CHECK(!calendar_valid((struct date){ 2024, 13, 1 }));

	TEST("weeks are those of ISO 8601");
	weeks();

	TEST("a month less is the last of a shorter month");
	CHECK_STR(iso(calendar_day(calendar_add_months(
	    (struct date){ 2024, 3, 31 }, -1))), "2024-02-29");
	CHECK_STR(iso(calendar_day(calendar_add_months(
	    (struct date){ 2024, 1, 31 }, -14))), "2022-11-30");

	TEST("the nth weekday is counted from both ends");
	CHECK_STR(iso(calendar_nth_weekday(2023, 11, 4, 4)), "2023-11-23");
	CHECK_STR(iso(calendar_nth_weekday(2024, 5, 1, -1)), "2024-05-27");

	TEST("movable feasts fall on the days that they fell on");
	CHECK_STR(iso(calendar_easter(2024)), "2024-03-31");
	CHECK_STR(iso(calendar_easter(1961)), "1961-04-02");
	CHECK_STR(iso(calendar_easter(2038)), "2038-04-25");
	CHECK_STR(iso(calendar_orthodox_easter(2024)), "2024-05-05");
	CHECK_STR(iso(calendar_islamic(1445, 9)), "2024-03-11");
	CHECK_STR(iso(calendar_islamic(1446, 10)), "2025-03-31");
	CHECK_STR(iso(calendar_hebrew(5785, 7, 1)), "2024-10-03");
	CHECK_STR(iso(calendar_hebrew(5784, 1, 15)), "2024-04-23");
	CHECK_STR(iso(calendar_hebrew(5785, 9, 25)), "2024-12-26");

	TEST("a date is read only when it is one");
	parses();

	arena_free(&arena);
	return unit_done();
}
