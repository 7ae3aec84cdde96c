/* boilerplate - what a page tells of itself: date and title */
#include "boilerplate.h"

#include "boilerplate_measure.h"
#include "boilerplate_meta.h"
#include "unit.h"

static struct arena arena;

static const struct {
	const char *text, *date; /* "": it has none */
} dates[] = {
	{ "2025-03-15T10:00:00Z", "2025-03-15" },
	{ "20250315", "2025-03-15" },
	{ "March 15, 2025", "2025-03-15" },
	{ "Sat, 15 Mar 2025 10:00:00 GMT", "2025-03-15" },
	{ "15. marzo 2025", "2025-03-15" },
	{ "WorldMARCH 15, 2025Updated", "2025-03-15" },
	{ "3/15/2025", "2025-03-15" },
	{ "15/3/2025", "2025-03-15" },
	{ "5.3.2025", "2025-03-05" },
	{ "2025/3/5", "2025-03-05" },
	{ "2025\xe5\xb9\xb4" "3\xe6\x9c\x88" "15\xe6\x97\xa5", "2025-03-15" },
	{ "3/5/2025", "" },
	{ "15/3.2025", "" },
	{ "March 2025", "" },
	{ "1 2 2025", "" },
};

static const struct {
	const char *byline, *names;
} bylines[] = {
	{ "Amna Idris and Peter Lado, 14 August 2025",
	    "Amna Idris and Peter Lado" },
	{ "Ann Lee \xe2\x80\x93 Published on Thursday, July 24, 2025",
	    "Ann Lee" },
	{ "Jo Sun | 2025-07-24 10:00", "Jo Sun" },
	{ "Ann Lee and others", "Ann Lee and others" },
	{ "14 August 2025", "14 August 2025" },
};

#define PROSE "<p>The ministers of both countries met in the old town hall " \
	"on Friday and agreed that the bridge will be built by 2031, at a " \
	"cost that neither of them wanted to name.<p>Work is to begin in " \
	"the spring, when the water is low, and it will take six years."

static const struct {
	const char *page, *date, *title; /* "": it has none */
} pages[] = {
	{ "<h1>A bridge for two countries</h1><time datetime=2025-03-15>"
	    "Saturday</time>" PROSE, "2025-03-15",
	    "A bridge for two countries" },
	{ "<li>Old news <time datetime=2024-01-02>2 Jan</time><h1>A bridge "
	    "for two countries</h1><p><time datetime=2025-03-15>15 Mar"
	    "</time></p>" PROSE, "2025-03-15", "A bridge for two countries" },
	{ "<h1>A bridge for two countries</h1><p>March 15, 2025 - Updated "
	    "July 9, 2025</p>" PROSE, "2025-03-15",
	    "A bridge for two countries" },
	{ "<h1>A bridge for two countries</h1><p>Updated July 9, 2025</p>"
	    PROSE, "", "A bridge for two countries" },
	{ "<title>A bridge for two countries - The Gazette</title><h1>The "
	    "Gazette</h1>" PROSE, "", "A bridge for two countries" },
	{ "<meta property=og:title content='A bridge for two countries'>"
	    "<h1>Mar 15 2025 A bridge for two countries</h1>" PROSE,
	    "2025-03-15", "A bridge for two countries" },
	{ "<meta property=og:title content='A bridge for two countries | "
	    "World'><h1>A bridge for two countries | World</h1>" PROSE,
	    "", "A bridge for two countries" },
	{ "<meta property=og:title content='A bridge for two countries'>"
	    "<h1>The Blog Single</h1>" PROSE, "",
	    "A bridge for two countries" },
};

static void
check_page(const struct boilerplate *b, struct str bytes, const char *date,
    const char *title)
{
	struct html_page *html = html_render(&arena, bytes);
	struct block *blocks = ARENA_ARRAY(&arena, struct block,
	    html->count + 1);
	static const struct site none;
	struct page_facts facts;
	struct piece *pieces;
	size_t i, n;

	for (i = 0; i < html->count; i++) {
		blocks[i].html = &html->blocks[i];
		blocks[i].start = html->blocks[i].start;
		blocks[i].text = str_slice(html->text, html->blocks[i].start,
		    html->blocks[i].end);
	}
	pieces = boilerplate_find(&arena, b, blocks, html->count, html, &none,
	    &n);
	page_facts(&arena, blocks, pieces, n, html, &facts);
	CHECK_STR(facts.date, date);
	CHECK_STR(facts.title, title);
}

/* Words of each length around eight letters, and beyond ASCII. */
static const char *const words[] = { "a", "of", "the", "seventh", "eightful",
	"ninefolds", "elevenfolds", "sixteenfoldsteps", "seventeenfoldstep",
	"\xc3\xbc" "ber", "na\xc3\xafvet\xc3\xa9", "caf\xc3\xa9",
	"eightful\xc3\xa9s", "\xd0\xbc\xd0\xb8\xd1\x80",
	"\xea\xb5\xad\xeb\xaf\xbc" };

/* A word has one hash, whatever stands behind it and whoever asks. */
static void
check_word(const struct lexica *x, const char *word)
{
	struct measure alone, amid;
	size_t at = 0;
	uint16_t hash = 0;

	measure(x, str_of(word), 1, &alone);
	measure(x, arena_join(&arena, (struct str[]){ str_of(word),
	    STR(" and more words behind it") }, 2), 1, &amid);
	CHECK(measure_next(str_of(word), &at, &hash));
	CHECK_SIZE(at, str_of(word).n);
	CHECK_SIZE(alone.count, 1);
	CHECK_SIZE(alone.hashes[0], hash);
	CHECK_SIZE(amid.hashes[0], hash);
	CHECK_SIZE(amid.words, 6);
}

#define KOREAN "\xec\x8b\x9c\xeb\xaf\xbc\xeb\x93\xa4\xec\x9d\x80 " \
	"\xec\x83\x88 \xeb\x8b\xa4\xeb\xa6\xac\xeb\xa5\xbc " \
	"\xea\xb1\xb4\xeb\x84\x88\xea\xb0\x94\xeb\x8b\xa4. "

/* Prose has function words, also of a language that we have no list of. */
static void
check_language(const struct lexica *x)
{
	struct str korean = STR(KOREAN KOREAN KOREAN KOREAN KOREAN);
	struct str english = STR("The ministers of both countries met in the "
	    "old town hall on Friday, and they agreed that it will be built.");
	struct str many[20];
	struct measure m;
	size_t i;

	for (i = 0; i < 20; i++)
		many[i] = korean;
	CHECK_SIZE(measure_language(x, many, 20), 0);
	measure(x, korean, 0, &m);
	CHECK(m.stops * 4 >= m.sample);
	CHECK_SIZE(measure_language(x, &english, 1), 1);
	measure(x, english, 1, &m);
	CHECK(m.stops * 3 >= m.sample);
}

int
main(void)
{
	struct lexica *x;
	const struct boilerplate *b;
	const char *why;
	struct str date;
	size_t i;

	arena_init(&arena, &os_posix);
	TEST("a full date in a short text is read, one of open order is none");
	for (i = 0; i < sizeof dates / sizeof *dates; i++) {
		date = STR("");
		facts_date(&arena, str_of(dates[i].text), &date, NULL);
		CHECK_STR(date, dates[i].date);
	}
	TEST("names stand before the date of a byline");
	for (i = 0; i < sizeof bylines / sizeof *bylines; i++)
		CHECK_STR(facts_before_date(&arena,
			      str_of(bylines[i].byline)), bylines[i].names);
	x = lexica_make(&arena);
	TEST("a word has one hash wherever it stands");
	for (i = 0; i < sizeof words / sizeof *words; i++)
		check_word(x, words[i]);
	TEST("prose of a language that is not known is prose");
	check_language(x);
	TEST("a page's date and title come from where it states them best");
	b = boilerplate_make(&arena, &why);
	for (i = 0; b && i < sizeof pages / sizeof *pages; i++)
		check_page(b, str_of(pages[i].page), pages[i].date,
		    pages[i].title);
	CHECK(b);
	arena_free(&arena);
	return unit_done();
}
