/* boilerplate - what a page tells of itself: date and title */
#include "boilerplate.h"

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

int
main(void)
{
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
	TEST("a page's date and title come from where it states them best");
	b = boilerplate_make(&arena, &why);
	for (i = 0; b && i < sizeof pages / sizeof *pages; i++)
		check_page(b, str_of(pages[i].page), pages[i].date,
		    pages[i].title);
	CHECK(b);
	arena_free(&arena);
	return unit_done();
}
