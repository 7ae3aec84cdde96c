/* sentence: spans, limits, damaged models */
#include "unit.h"

#include "sentence.h"
#include "sentence_gap.h"

static struct arena arena, forever;
static struct sentence_splitter splitter;

/* The sentences of a text, a bar between them. */
static struct str
split(const char *text)
{
	struct str whole = str_of(text), out = { NULL, 0 };
	struct span *s = sentence_find(&arena, &whole, 1, &splitter);

	for (; s; s = s->next) {
		out = arena_append(&arena, out, str_slice(whole, s->start,
		    s->end));
		if (s->next)
			out = arena_append(&arena, out, STR("|"));
	}
	return out;
}

static void
spans(void)
{
	const struct str texts[] = { STR_INIT("One. Two."), STR_INIT(""),
		STR_INIT("   "), STR_INIT(" Three. ") };
	struct span *s = sentence_find(&arena, texts, 4, &splitter);

	TEST("spans name their text and have no blanks at their ends");
	CHECK(s && s->unit == 0 && s->start == 0 && s->end == 4);
	s = s->next;
	CHECK(s && s->unit == 0 && s->start == 5 && s->end == 9);
	s = s->next;
	CHECK(s && s->unit == 3 && s->start == 1 && s->end == 7);
	CHECK(s && !s->next && strcmp(s->rule, "end") == 0);
}

static void
edges(void)
{
	TEST("signs at the edges of a text end nothing else");
	CHECK_STR(split("."), ".");
	CHECK_STR(split("..."), "...");
	CHECK_STR(split(". A"), ". A");
	CHECK_STR(split("?!"), "?!");
	CHECK_STR(split(")"), ")");
	CHECK_STR(split("a)"), "a)");
	CHECK_STR(split("1. "), "1.");
	CHECK_STR(split("\xe2\x80\xa2"), "\xe2\x80\xa2");
	CHECK_STR(split("\xe2\x80\x94\""), "\xe2\x80\x94\"");
	CHECK_STR(split(":-)"), ":-)");
	CHECK_STR(split("\xf0\x9f\x8e\x89"), "\xf0\x9f\x8e\x89");
	CHECK_STR(split("\xe3\x80\x82\xe3\x80\x82"),
	    "\xe3\x80\x82\xe3\x80\x82");
	TEST("a bracket takes back what was cut inside of it, once");
	CHECK_STR(split("It (was late. No one saw) rained. He left."),
	    "It (was late. No one saw) rained.|He left.");
	CHECK_STR(split("It (was. It is. We are. All of us) rained. He left."),
	    "It (was. It is. We are. All of us) rained.|He left.");
	CHECK_STR(split("(It was late. No one saw) and so on."),
	    "(It was late.|No one saw) and so on.");
}

/* All texts of up to n bytes over a few signs: nothing is lost. */
static void
small(void)
{
	static const char *const signs[] = { ".", " ", "A", "b", "\"", "(",
		")", "1", "\xe2\x80\xa6", "\xe2\x80\xa2", "!", "-" };
	enum { SIGNS = 12, LONG = 5 };
	size_t n, i, k, total = 1, lost = 0, backwards = 0;

	TEST("every visible byte lies in one sentence, in order");
	for (n = 0; n < LONG; n++)
		total *= SIGNS;
	for (i = 0; i < total; i++) {
		char text[LONG * 4 + 1] = "";
		struct str whole;
		struct span *s;
		size_t at = 0;

		for (n = 0, k = i; n < LONG; n++, k /= SIGNS)
			strcat(text, signs[k % SIGNS]);
		whole = str_of(text);
		splitter.informal = i & 1;
		for (s = sentence_find(&arena, &whole, 1, &splitter); s;
		     s = s->next) {
			backwards += s->start < at || s->end <= s->start;
			lost += str_trim(str_slice(whole, at, s->start)).n;
			at = s->end;
		}
		lost += str_trim(str_slice(whole, at, whole.n)).n;
		arena_reset(&arena);
	}
	splitter.informal = false;
	CHECK_SIZE(lost, 0);
	CHECK_SIZE(backwards, 0);
}

static void
joining(void)
{
	const struct str lines[] = { STR_INIT("The ferry left with 52"),
		STR_INIT("people on board."), STR_INIT("it sank."),
		STR_INIT("Nobody knows."), };
	bool joined[4] = { false };

	TEST("lines of prose are joined, others are not");
	sentence_join(lines, 4, false, joined);
	CHECK(!joined[0] && joined[1] && !joined[2] && !joined[3]);
	joined[1] = false;
	sentence_join(lines + 1, 3, false, joined);
	CHECK(!joined[1] && !joined[2]);
	sentence_join(lines, 4, true, joined);
	CHECK(!joined[0] && joined[1] && joined[2] && joined[3]);
	sentence_join(lines, 0, true, joined);
}

static void
models(void)
{
	struct sentence_splitter s;
	const char *why = NULL;
	struct str empty = model_write(&arena, "sent", NULL, 0);

	TEST("a model without its parts is refused");
	CHECK(!sentence_open(&s, &arena, empty, &why) && why);
	CHECK(!sentence_open(&s, &arena, STR("no model"), &why));
	CHECK_STR(str_of(why), "not a model");
}

int
main(void)
{
	const char *why;

	arena_init(&arena, &os_posix);
	arena_init(&forever, &os_posix);
	CHECK(sentence_start(&splitter, &forever, &why));
	spans();
	edges();
	small();
	joining();
	models();
	arena_free(&arena);
	arena_free(&forever);
	return unit_done();
}
