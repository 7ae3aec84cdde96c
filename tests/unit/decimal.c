/* decimal - nothing is rounded before it is printed */
#include "decimal.h"

#include "unit.h"

static struct arena arena;

static struct decimal
read(const char *s)
{
	struct str text = str_of(s);
	size_t point = str_index(text, '.'), n = 0;
	char digits[80];
	size_t i;

	for (i = 0; i < text.n; i++)
		if (s[i] != '.')
			digits[n++] = s[i];
	return decimal_digits((struct str){ digits, n },
	    point < text.n ? text.n - point - 1 : 0);
}

static struct str
text(struct decimal d)
{
	return decimal_text(&arena, d);
}

static struct decimal
over(uint64_t a, uint64_t b)
{
	return decimal_divide(decimal_of(a), decimal_of(b));
}

int
main(void)
{
	uint64_t whole;

	arena_init(&arena, &os_posix);
	TEST("numbers are printed plain");
	CHECK_STR(text(decimal_of(0)), "0");
	CHECK_STR(text(read("007.50")), "7.5");
	CHECK_STR(text(read("0.000001")), "0.000001");
	CHECK_STR(text(decimal_negate(read("12.30"))), "-12.3");
	CHECK_STR(text(decimal_negate(decimal_of(0))), "0");
	CHECK_STR(text(read("123456789012345678901234567890.5")),
	    "123456789012345678901234567890.5");

	TEST("sums and products are exact");
	CHECK_STR(text(decimal_add(read("0.1"), read("0.2"))), "0.3");
	CHECK_STR(text(decimal_add(read("999999999"), read("1"))),
	    "1000000000");
	CHECK_STR(text(decimal_add(read("5"), decimal_negate(read("7.25")))),
	    "-2.25");
	CHECK_STR(text(decimal_multiply(read("99999999999"),
	    read("99999999999"))), "9999999999800000000001");
	CHECK_STR(text(decimal_shift(read("5.3"), 9)), "5300000000");
	CHECK_STR(text(decimal_shift(read("30"), -2)), "0.3");
	CHECK_STR(text(decimal_power(read("1.1"), 23)),
	    "8.95430243255237372246531");
	CHECK_STR(text(decimal_power(read("2.5"), -1)), "0.4");

	TEST("fractions end, or have six digits");
	CHECK_STR(text(over(2, 3)), "0.666667");
	CHECK_STR(text(over(1, 8)), "0.125");
	CHECK_STR(text(over(2, 7)), "0.285714");
	CHECK_STR(text(decimal_shift(over(2, 3), 6)), "666666.666667");
	CHECK_STR(text(decimal_add(over(1, 3), over(1, 6))), "0.5");
	CHECK_STR(text(over(9999999, 10000001)), "1");
	CHECK_STR(text(decimal_divide(read("1.5"), read("0.3"))), "5");

	TEST("whole numbers are known as such");
	CHECK(decimal_whole(decimal_of(42), &whole) && whole == 42);
	CHECK(!decimal_whole(over(1, 2), &whole));
	CHECK(decimal_whole(decimal_reduce(decimal_shift(over(1, 2), 6)),
	    &whole) && whole == 500000);
	CHECK(!decimal_whole(decimal_reduce(over(1, 3)), &whole));

	TEST("numbers compare by value");
	CHECK(decimal_compare(over(1, 3), read("0.3")) > 0);
	CHECK(decimal_compare(read("1.50"), over(3, 2)) == 0);
	CHECK(decimal_compare(decimal_negate(read("1")), read("0")) < 0);
	CHECK(decimal_compare(read("999999999"), read("1000000000")) < 0);
	CHECK(decimal_compare(read("0"), decimal_of(0)) == 0);
	CHECK(decimal_against(&(struct decimal){ .below = 1 }, 0) == 0);
	CHECK(decimal_against(
		  &(struct decimal){ { 31 }, .n = 1, .below = 1 }, 31) == 0);
	CHECK(decimal_against(
		  &(struct decimal){ { 31 }, 1, .point = 1, .below = 1 },
		  4) < 0);

	TEST("what is too large, or over nothing, has no value");
	CHECK_STR(text(decimal_shift(read("9"), 70)), "");
	CHECK_STR(text(over(1, 0)), "");
	CHECK_STR(text(decimal_add(decimal_shift(read("9"), 70),
	    decimal_of(1))), "");
	arena_free(&arena);
	return unit_done();
}
