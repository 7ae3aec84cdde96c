/* gumbo - our rendering of pages against that of libgumbo
 *
 * usage: gumbo PAGE ...
 *
 * libgumbo builds the tree of the HTML standard. Words of a page, in order,
 * are compared: for each page the number that only one of the two has. A test
 * (TAP): at least 95 of 100 pages agree but for one word in a hundred. */
#include <gumbo.h>
#include <stdio.h>
#include <string.h>

#include "arena.h"
#include "buf.h"
#include "charset.h"
#include "html_block.h"
#include "html_element.h"
#include "reader.h"
#include "utf8.h"

enum { BUCKETS = 1 << 16 };

static unsigned
traits(const GumboNode *n)
{
	struct str name = str_of(gumbo_normalized_tagname(n->v.element.tag));
	GumboStringPiece tag = n->v.element.original_tag;

	if (n->v.element.tag == GUMBO_TAG_UNKNOWN && tag.length) {
		gumbo_tag_from_original_text(&tag);
		name = (struct str){ tag.data, tag.length };
	}
	return html_traits(html_element(name));
}

static void
walk(const GumboNode *n, struct buf *b)
{
	unsigned i;
	bool apart;

	if (n->type == GUMBO_NODE_TEXT || n->type == GUMBO_NODE_WHITESPACE ||
	    n->type == GUMBO_NODE_CDATA) {
		buf_add(b, str_of(n->v.text.text));
		return;
	}
	if (n->type != GUMBO_NODE_ELEMENT)
		return;
	apart = traits(n) & (TRAIT_BLOCK | TRAIT_SKIP | TRAIT_TABLE);
	if (apart)
		buf_byte(b, ' ');
	for (i = 0; i < n->v.element.children.length &&
	     !(traits(n) & TRAIT_SKIP); i++)
		walk(n->v.element.children.data[i], b);
	if (apart)
		buf_byte(b, ' ');
}

/* Adds a sign for each run of letters and digits to counts by hash, and gives
 * how many there were. Marks that rendering leaves out are passed over. */
static size_t
count_words(struct str s, int *counts, int sign)
{
	size_t at = 0, length, words = 0;
	uint64_t hash = 0;

	for (;;) {
		uint32_t c = at < s.n ? utf8_decode(s, at, &length) : ' ';

		if (c == 0xad || c == 0x200b || c == 0xfeff) {
			at += length;
			continue;
		}
		if (utf8_is_letter(c) || utf8_is_digit(c)) {
			hash = (hash ^ c) * 0x9e3779b97f4a7c15u;
		} else if (hash) {
			counts[hash >> 48 & (BUCKETS - 1)] += sign;
			words++;
			hash = 0;
		}
		if (at >= s.n)
			return words;
		at += length;
	}
}

static bool
agree(struct arena *a, const char *path)
{
	static int counts[BUCKETS];
	GumboOptions options = kGumboDefaultOptions;
	GumboOutput *tree;
	struct str bytes;
	struct buf theirs;
	size_t words, wrong = 0, i;

	if (reader_file(a, path, &bytes))
		return false;
	bytes = charset_decode(a, bytes, NULL);
	options.max_errors = 0;
	tree = gumbo_parse_with_options(&options, bytes.s, bytes.n);
	buf_init(&theirs, a->os);
	walk(tree->root, &theirs);
	gumbo_destroy_output(&options, tree);
	memset(counts, 0, sizeof counts);
	words = count_words(buf_str(&theirs), counts, 1);
	count_words(html_render(a, bytes)->text, counts, -1);
	for (i = 0; i < BUCKETS; i++)
		wrong += (size_t)(counts[i] < 0 ? -counts[i] : counts[i]);
	buf_free(&theirs);
	if (wrong * 100 <= words)
		return true;
	printf("# %s: %zu of %zu words\n", path, wrong, words);
	return false;
}

int
main(int argc, char *argv[])
{
	struct arena a;
	int i, good = 0;

	arena_init(&a, &os_posix);
	for (i = 1; i < argc; i++) {
		good += agree(&a, argv[i]);
		arena_reset(&a);
	}
	arena_free(&a);
	printf("# %d of %d pages agree\n", good, argc - 1);
	printf("%s 1 our text is that of libgumbo\n1..1\n",
	    good * 100 >= 95 * (argc - 1) ? "ok" : "not ok");
	return 0;
}
