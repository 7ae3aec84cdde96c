/* unit - the little that unit tests need; output is TAP
 *
 *     int main(void) {
 *             TEST("a prefix is no equal");
 *             CHECK(!str_eq(STR("ab"), STR("abc")));
 *             CHECK_STR(str_slice(STR("abc"), 1, 9), "bc");
 *             return unit_done();
 *     }
 */
#ifndef NF_UNIT_H
#define NF_UNIT_H

#include <stdio.h>
#include <string.h>

#include "arena.h"
#include "str.h"

static const char *unit_name; /* of the test that is running */
static int unit_tests, unit_failed_checks, unit_failed_tests;

static void
unit_end(void)
{
	if (!unit_name)
		return;
	printf("%s %d %s\n", unit_failed_checks ? "not ok" : "ok",
	    ++unit_tests, unit_name);
	unit_failed_tests += unit_failed_checks > 0;
	unit_failed_checks = 0;
	unit_name = NULL;
}

/* Begins a test, whose name is a sentence that says what is true. */
#define TEST(name) (unit_end(), unit_name = (name), (void)0)

#define CHECK(condition)                                                   \
	((condition) ? (void)0                                             \
		     : (void)(unit_failed_checks++,                        \
			   printf("# %s:%d: %s\n", __FILE__, __LINE__,     \
			       #condition)))

#define CHECK_STR(got, want) unit_str((got), (want), __FILE__, __LINE__)
#define CHECK_SIZE(got, want) \
	unit_size((size_t)(got), (size_t)(want), __FILE__, __LINE__)

static inline void
unit_str(struct str got, const char *want, const char *file, int line)
{
	if (str_eq(got, str_of(want)))
		return;
	unit_failed_checks++;
	printf("# %s:%d: got '%.*s', want '%s'\n", file, line, (int)got.n,
	    got.n ? got.s : "", want);
}

static inline void
unit_size(size_t got, size_t want, const char *file, int line)
{
	if (got == want)
		return;
	unit_failed_checks++;
	printf("# %s:%d: got %zu, want %zu\n", file, line, got, want);
}

static inline int
unit_done(void)
{
	unit_end();
	printf("1..%d\n", unit_tests);
	return unit_failed_tests > 0;
}

#endif
