/* passage - what can hold a figure is found, wherever it stands in a block */
#include "passage.h"

#include "unit.h"

static struct arena arena;
static struct number_reader reader;
static uint32_t starts[PASSAGE_STARTS];

/* The passages of a text, with a bar between. */
static struct str
passages(struct str text)
{
	const struct passage_scan scan = { &reader, starts, false };
	struct str all = STR("");
	size_t at = 0, start;

	while (passage_next(&scan, text, &at, &start)) {
		if (all.n)
			all = arena_append(&arena, all, STR("|"));
		all = arena_append(&arena, all, str_slice(text, start, at));
	}
	return all;
}

static const struct {
	const char *text, *passages;
} cases[] = {
	{ "", "" },
	{ "Nobody came. They forgot, this and that.", "" },
	{ "It rained. Ten came. Others left.", " Ten came." },
	{ "It rained. He won 3.5 of them! \"So?\" It was ten",
	    " He won 3.5 of them!|\" It was ten" },
	{ "TWELVE of us, (two), six-foot, ten.",
	    "TWELVE of us, (two), six-foot, ten." },
	{ "A tenth. A tent. A force. A forty. A fort.",
	    "A tenth.| A forty." },
	{ "A few of several. A few hundred.", " A few hundred." },
	{ "\xc2\xbd a cup. \xe2\x85\x94 cups. \xe2\x80\x9cNone\xe2\x80\x9d.",
	    "\xc2\xbd a cup.| \xe2\x85\x94 cups." },
	{ "See example.org/2022/07, covid-19, #5, x=7 there. Of -5 or (5).",
	    " Of -5 or (5)." },
	{ "4,000", "4,000" },
};

/* A numeral behind so many bytes of words without one. */
static bool
is_found_behind(size_t n, const char *numeral)
{
	char *bytes = arena_bytes(&arena, n + 8);
	size_t i;

	for (i = 0; i < n; i++)
		bytes[i] = i % 5 == 4 ? ' ' : 'a';
	if (n)
		bytes[n - 1] = ' ';
	for (i = 0; numeral[i]; i++)
		bytes[n + i] = numeral[i];
	return passages((struct str){ bytes, n + i }).n > 0;
}

int
main(void)
{
	size_t i;

	arena_init(&arena, &os_posix);
	number_start(&reader, &arena);
	passage_starts(starts);
	TEST("a passage is a sentence with something that may be a numeral");
	for (i = 0; i < sizeof cases / sizeof *cases; i++)
		CHECK_STR(passages(str_of(cases[i].text)), cases[i].passages);
	TEST("no numeral is missed at the edges of blocks and passages");
	for (i = 0; i < 9000; i++)
		CHECK((i > 200 && i < 8000) ||
		    (is_found_behind(i, "5") && is_found_behind(i, "ten") &&
			is_found_behind(i, "eleven")));
	TEST("nor is a word one that only begins like one");
	for (i = 0; i < 200; i++)
		CHECK(!is_found_behind(i, "te") && !is_found_behind(i, "thre"));
	return unit_done();
}
