/* html_block - pages as blocks */
#include "html_block.h"

#include "unit.h"

static struct arena arena;

/* A page, and its rendered text: one line a block. */
static const struct {
	const char *page, *text;
} cases[] = {
	{ "a<b>b</b> c", "ab c\n" },
	{ "<p>one<p>two<div>three</div>four", "one\ntwo\nthree\nfour\n" },
	{ "<ul><li>a<li>b <ul><li>c</ul></ul>d", "a\nb\nc\nd\n" },
	{ "a<br>b<hr>c", "a\nb\nc\n" },
	{ " a \n\t b&nbsp; &#160;c\xc2\xad" "d ", "a b cd\n" },
	{ "<table><tr><td>a<td>b<tr><td>c</table>", "a b\nc\n" },
	{ "<table><tr><td>a<p>x<td>b</table>", "a\nx\nb\n" },
	{ "<script>x<\\/script></script>a<style>b</style>", "a\n" },
	{ "<head><title>T</title></head><body>b", "b\n" },
	{ "<head><title>T</title><p>b", "b\n" },
	{ "<svg><title>x</title><p>a</p></svg>b", "a\nb\n" },
	{ "<select><option>a<option>b</select>c", "c\n" },
	{ "<noscript>a</noscript><textarea><p>b</textarea>c", "c\n" },
	{ "<div><noscript>a</div>b", "b\n" },
	{ "<pre>one\ntwo\n\nthree</pre>", "one two\nthree\n" },
	{ "</p></div></table>a</body>b", "a\nb\n" },
	{ "<td>a</td></tr></table>b", "a\nb\n" },
	{ "a &lt;b&gt; &amp;c", "a <b> &c\n" },
	{ "<x-card>a</x-card><x-card>b</x-card>", "a\nb\n" },
	{ "", "" },
};

int
main(void)
{
	struct html_page *p;
	struct str page = STR("<html lang=sv><meta property=og:title "
	    "content=T><link rel=canonical href=u><title>A &amp; B</title>"
	    "<div class=c id=i><p>x <a href=#>yz</a> <time datetime=2024>"
	    "t</time></p></div>");
	size_t i;

	arena_init(&arena, &os_posix);
	TEST("a page is rendered as one line a block");
	for (i = 0; i < sizeof cases / sizeof *cases; i++)
		CHECK_STR(html_render(&arena, str_of(cases[i].page))->text,
		    cases[i].text);
	TEST("blocks know their place, their links and their elements");
	p = html_render(&arena, page);
	CHECK_SIZE(p->count, 1);
	CHECK_STR(str_slice(page, p->blocks[0].at, p->blocks[0].at_end),
	    "x <a href=#>yz</a> <time datetime=2024>t");
	CHECK_SIZE(p->blocks[0].links, 1);
	CHECK(p->blocks[0].time);
	CHECK_SIZE(p->nodes[p->blocks[0].node].element, ELEMENT_P);
	CHECK_STR(html_source(p,
	    p->nodes[p->nodes[p->blocks[0].node].parent].class), "c");
	TEST("what a page says of itself is gathered");
	CHECK_STR(p->lang, "sv");
	CHECK_SIZE(p->meta_count, 4);
	CHECK_STR(p->metas[0].name, "og:title");
	CHECK_STR(p->metas[1].content, "u");
	CHECK_STR(p->metas[2].content, "A &amp; B");
	CHECK_STR(p->metas[3].name, "<time>");
	arena_free(&arena);
	return unit_done();
}
