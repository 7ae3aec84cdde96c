/* model, linear: what is written is read, and damage is found */
#include "unit.h"

#include "linear_train.h"

static struct arena arena;

static struct str
written(void)
{
	static const uint16_t halves[] = { 1, 0x1234, 65535 };
	static const uint32_t words[] = { 7, 0xdeadbeef };
	static const struct model_part parts[] = {
		{ "letters", 1, "abcde", 5 },
		{ "sixteen-letters-", 2, halves, 3 },
		{ "words", 4, words, 2 },
		{ "none", 1, NULL, 0 },
	};

	return model_write(&arena, "test", parts, 4);
}

static void
reading(void)
{
	struct str bytes = written();
	const unsigned char *p;
	struct model m;
	const char *why;
	size_t n;

	TEST("arrays are read as they were written");
	CHECK(model_open(&m, bytes, "test", &why));
	p = model_array(&m, "letters", 1, &n);
	CHECK(n == 5 && memcmp(p, "abcde", 5) == 0);
	CHECK((uintptr_t)p % MODEL_ALIGN == 0);
	p = model_array(&m, "sixteen-letters-", 2, &n);
	CHECK(n == 3 && model_u16(p + 2) == 0x1234);
	p = model_array(&m, "words", 4, &n);
	CHECK(n == 2 && model_u32(p + 4) == 0xdeadbeef);
	CHECK(model_array(&m, "none", 1, &n) && n == 0);
	TEST("an array that is not there, or is wider, is none");
	CHECK(!model_array(&m, "letter", 1, &n) && n == 0);
	CHECK(!model_array(&m, "letters", 2, &n));
	TEST("a model of another kind is refused");
	CHECK(!model_open(&m, bytes, "other", &why));
	CHECK_STR(str_of(why), "a model for another program");
	TEST("bytes that are not aligned are copied");
	p = (const unsigned char *)arena_alloc(&arena, bytes.n + 1) + 1;
	memcpy((char *)(uintptr_t)p, bytes.s, bytes.n);
	bytes = model_align(&arena, (struct str){ (const char *)p, bytes.n });
	CHECK((uintptr_t)bytes.s % MODEL_ALIGN == 0);
	CHECK(model_open(&m, bytes, "test", &why));
}

static void
damage(void)
{
	struct str good = written();
	char *bad = arena_alloc(&arena, good.n + MODEL_ALIGN);
	struct model m;
	const char *why;
	size_t i, accepted = 0;

	bad += MODEL_ALIGN - (uintptr_t)bad % MODEL_ALIGN;
	memcpy(bad, good.s, good.n);
	TEST("every damaged bit is found");
	for (i = 0; i < good.n * 8; i++) {
		bad[i / 8] ^= (char)(1 << i % 8);
		accepted += model_open(&m, (struct str){ bad, good.n },
		    "test", &why);
		bad[i / 8] ^= (char)(1 << i % 8);
	}
	CHECK_SIZE(accepted, 0);
	TEST("every shorter beginning is refused");
	for (i = 0; i < good.n; i++)
		accepted += model_open(&m, str_slice(good, 0, i), "test",
		    &why);
	CHECK_SIZE(accepted, 0);
	CHECK(!model_open(&m, STR(""), "test", &why));
}

/* Yes when feature 3 is there, or both of 1 and 2 are. */
static void
learning(void)
{
	static const uint32_t sets[8][4] = { { 0 }, { 1 }, { 2 }, { 1, 2 },
		{ 3 }, { 3, 1 }, { 3, 2 }, { 3, 1, 2 } };
	static const uint32_t counts[] = { 0, 1, 1, 2, 1, 2, 2, 3 };
	static const bool yes[] = { 0, 0, 0, 1, 1, 1, 1, 1 };
	const struct linear_options options = { .bits = 10, .epochs = 200,
		.rate = 0.2, .ridge = 1e-5, .rare = 1 };
	struct example *e = ARENA_ARRAY(&arena, struct example, 8);
	struct model_part parts[2];
	struct str first, second;
	struct linear l;
	struct model m;
	const char *why;
	uint32_t i, k;

	for (i = 0; i < 8; i++) {
		uint32_t *f = ARENA_ARRAY(&arena, uint32_t, 4);

		for (k = 0; k < counts[i]; k++)
			f[k] = linear_feature(7, sets[i][k]);
		e[i] = (struct example){ f, counts[i], 1, yes[i] };
	}
	linear_train(&arena, e, 8, &options, "yes", parts);
	first = model_write(&arena, "test", parts, 2);
	TEST("a model is learnt, and read back");
	CHECK(model_open(&m, first, "test", &why));
	CHECK(linear_open(&l, &m, "yes"));
	for (i = 0; i < 8; i++)
		CHECK((linear_score(&l, e[i].features, counts[i]) > 0) ==
		    yes[i]);
	CHECK(!linear_open(&l, &m, "no"));
	TEST("the same examples give the same bytes");
	linear_train(&arena, e, 8, &options, "yes", parts);
	second = model_write(&arena, "test", parts, 2);
	CHECK(str_eq(first, second));
}

static void
percents(void)
{
	struct linear l = { .scale = 65536 };

	TEST("log-odds are told as per cent");
	CHECK_SIZE(linear_percent(&l, 0), 50);
	CHECK_SIZE(linear_percent(&l, 1), 73);
	CHECK_SIZE(linear_percent(&l, -1), 27);
	CHECK_SIZE(linear_percent(&l, 2), 88);
	CHECK_SIZE(linear_percent(&l, 50), 99);
	CHECK_SIZE(linear_percent(&l, -2000000000), 1);
}

int
main(void)
{
	arena_init(&arena, &os_posix);
	reading();
	damage();
	learning();
	percents();
	arena_free(&arena);
	return unit_done();
}
