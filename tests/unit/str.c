/* str, arena, buf, sort, span - the base */
#include <stdint.h>

#include "fake.h"
#include "sort.h"
#include "span.h"
#include "unit.h"

static void
check_str(void)
{
	static const struct str small[] = { STR_INIT("of"), STR_INIT("the") };
	struct str rest = STR("a,b,,c"), none = { NULL, 0 };

	CHECK(str_eq(none, STR("")) && !str_eq(STR("a"), STR("b")));
	CHECK(str_compare(STR("a"), STR("ab")) < 0);
	CHECK(str_compare(STR("b"), STR("ab")) > 0);
	CHECK(str_compare(none, none) == 0);
	CHECK(str_compare(STR("\x80"), STR("a")) > 0);
	CHECK(str_starts(STR("abc"), STR("ab")) && !str_starts(none, STR("a")));
	CHECK(str_ends(STR("abc"), STR("bc")));
	CHECK(!str_ends(STR("c"), STR("bc")));
	CHECK(str_starts(none, none) && str_ends(none, none));
	CHECK_SIZE(str_index(none, 'a'), 0);
	CHECK_SIZE(str_index(STR("abc"), 'c'), 2);
	CHECK_SIZE(str_index(STR("abc"), 'x'), 3);
	CHECK_SIZE(str_find(STR("ababac"), STR("abac")), 2);
	CHECK_SIZE(str_find(STR("aba"), STR("abac")), 3);
	CHECK_SIZE(str_find(STR("xxab"), STR("abac")), 4);
	CHECK_SIZE(str_find(STR("abc"), none), 0);
	CHECK_STR(str_slice(STR("abc"), 1, 9), "bc");
	CHECK_STR(str_slice(STR("abc"), 7, 2), "");
	CHECK_STR(str_slice(none, 0, 5), "");
	CHECK_STR(str_trim(STR(" \t\x7f a b\r\n")), "a b");
	CHECK_STR(str_trim(STR(" \n")), "");
	CHECK_STR(str_cut(&rest, ','), "a");
	CHECK_STR(str_cut(&rest, ','), "b");
	CHECK_STR(str_cut(&rest, ','), "");
	CHECK_STR(str_cut(&rest, ','), "c");
	CHECK_STR(str_cut(&rest, ','), "");
	CHECK(str_eq_nocase(STR("aBc@["), STR("AbC@[")));
	CHECK(!str_eq_nocase(STR("@"), STR("`")));
	CHECK(!str_eq_nocase(STR("a"), STR("ab")));
	CHECK(str_is_one_of(STR("OF"), small, 2));
	CHECK(!str_is_one_of(STR("o"), small, 2));
	CHECK(!str_is_one_of(STR("the"), small, 1));
	CHECK(str_hash(STR("a")) != str_hash(STR("a\0")));
	CHECK(str_hash(none) == str_hash(STR("")));
}

static const struct {
	const char *text;
	bool good;
	size_t number;
} numbers[] = {
	{ "0", true, 0 }, { "007", true, 7 }, { "", false, 0 },
	{ "1a", false, 0 }, { "-1", false, 0 }, { " 1", false, 0 },
	{ "18446744073709551615", true, SIZE_MAX },
	{ "18446744073709551616", false, 0 },
	{ "99999999999999999999", false, 0 },
};

static void
check_numbers(void)
{
	size_t i, n;

	for (i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		n = 0;
		CHECK(str_number(str_of(numbers[i].text), &n) ==
		    numbers[i].good);
		if (numbers[i].good)
			CHECK(n == numbers[i].number);
	}
}

static void
check_arena(void)
{
	struct str t, u, parts[3] = { STR("ab"), { NULL, 0 }, STR("c") };
	struct arena a;
	size_t i, k, room = 0;
	int *numbers_of = NULL;
	char *p;

	arena_init(&a, &os_posix);
	CHECK_STR(arena_copy(&a, STR("")), "");
	for (i = 1; i < 300000; i = i * 3 + 1) {
		p = arena_alloc(&a, i);
		CHECK((uintptr_t)p % sizeof(max_align_t) == 0 ||
		    (uintptr_t)p % 16 == 0);
		for (k = 0; k < i; k++)
			if (p[k])
				break;
		CHECK_SIZE(k, i);
		memset(p, 0xff, i);
		arena_bytes(&a, i % 7);
	}
	CHECK_STR(arena_join(&a, parts, 3), "abc");
	t = arena_copy(&a, STR("abc"));
	u = arena_append(&a, t, STR("def"));
	CHECK(u.s == t.s); /* in place */
	CHECK_STR(u, "abcdef");
	arena_bytes(&a, 1);
	t = arena_append(&a, u, STR("g"));
	CHECK(t.s != u.s);
	CHECK_STR(t, "abcdefg");
	for (i = 0; i < 1000; i++) {
		if (i == room)
			numbers_of = arena_grow(&a, numbers_of, i, &room,
			    sizeof *numbers_of);
		CHECK(numbers_of[i] == 0);
		numbers_of[i] = (int)i;
	}
	for (i = 0; i < 1000; i++)
		CHECK_SIZE(numbers_of[i], i);
	CHECK(arena_scratch(&a) == arena_scratch(&a));
	arena_reset(arena_scratch(&a));
	arena_alloc(arena_scratch(&a), 5);
	arena_reset(&a);
	p = arena_alloc(&a, 100);
	for (k = 0; k < 100; k++)
		CHECK(p[k] == 0);
	arena_free(&a);
	arena_free(&a);
}

/* A size that cannot be ends the program, with a message. */
static void
too_large(void (*demand)(struct arena *a))
{
	struct fake k = { 0 };
	struct arena a;

	k.os = (struct os){ .name = "x", .context = &k, .write = fake_write,
		.resize = fake_resize, .release = fake_release,
		.exit = fake_exit };
	arena_init(&a, &k.os);
	if (!setjmp(k.end)) {
		demand(&a);
		CHECK(false);
	}
	CHECK_SIZE(k.status, 2);
	CHECK_STR(k.err, "x: memory: Cannot allocate memory\n");
	while (k.blocks)
		fake_release(&k, k.blocks->bytes);
	fake_done(&k);
}

static void
whole(struct arena *a)
{
	arena_alloc(a, SIZE_MAX);
}

static void
nearly_whole(struct arena *a)
{
	arena_alloc(a, SIZE_MAX - 40);
}

static void
bytes_whole(struct arena *a)
{
	arena_bytes(a, SIZE_MAX - 3);
}

static void
many(struct arena *a)
{
	arena_array(a, SIZE_MAX / 2, 3);
}

static void
buffer(struct arena *a)
{
	struct buf b;

	buf_init(&b, a->os);
	buf_byte(&b, 'x');
	buf_reserve(&b, SIZE_MAX / 2);
}

static int
compare(const void *a, const void *b)
{
	return *(const int *)a / 10 - *(const int *)b / 10;
}

static void
check_sort(void)
{
	struct arena a;
	int array[500];
	size_t n, i;
	unsigned seed = 1;

	arena_init(&a, &os_posix);
	for (n = 0; n < 500; n = n * 2 + 1) {
		for (i = 0; i < n; i++) {
			seed = seed * 1103515245 + 12345;
			/* tens to sort by, ones in the order they came */
			array[i] = (int)(seed >> 16) % 40 * 10 +
			    (int)(i * 10 / (n + 1));
		}
		sort_stable(&a, array, n, sizeof *array, compare);
		for (i = 1; i < n; i++)
			CHECK(array[i - 1] <= array[i]);
	}
	arena_free(&a);
}

static void
check_span(void)
{
	struct spans list = { NULL, NULL, 0 };
	struct arena a;
	struct span *s;

	arena_init(&a, &os_posix);
	s = span_add(&a, &list, "date", 1, 2, 3);
	span_attr(&a, s, "a", STR("1|2\t3\x7f"));
	span_attr(&a, s, "b", STR(""));
	span_attr(&a, s, "c", STR("x=y"));
	CHECK_STR(s->attrs, "a=1 2 3 |c=x=y");
	CHECK(span_add(&a, &list, "time", 1, 2, 3) == s->next);
	CHECK_SIZE(list.count, 2);
	CHECK(list.last == s->next && list.first == s);
	arena_free(&a);
}

int
main(void)
{
	TEST("views are compared, found, cut and trimmed");
	check_str();
	TEST("numbers are read, and none that is too large");
	check_numbers();
	TEST("an arena gives zeroed, aligned memory, and appends in place");
	check_arena();
	TEST("a size that cannot be is an error");
	too_large(whole);
	too_large(nearly_whole);
	too_large(bytes_whole);
	too_large(many);
	too_large(buffer);
	TEST("the sort is stable");
	check_sort();
	TEST("spans are listed, what attributes cannot hold is a blank");
	check_span();
	return unit_done();
}
