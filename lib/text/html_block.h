/* html_block - the text of a page, block by block
 *
 * The rendered text of a page is one line a block: white space is collapsed,
 * what is not for reading (scripts, options, ...) is left out. Each block
 * knows its bytes in the rendered text and in the page, and the elements that
 * it stands in. What a page says of itself outside of its text (meta elements,
 * JSON-LD, its title, times) is gathered on the way. */
#ifndef NF_HTML_BLOCK_H
#define NF_HTML_BLOCK_H

#include "arena.h"
#include "html_element.h"
#include "str.h"

/* Bytes of the page. */
struct html_slice {
	uint32_t at, n;
};

/* An element that holds blocks. Parents stand before their children; node 0
 * is the page itself. */
struct html_node {
	uint32_t parent;
	uint8_t element; /* enum html_element */
	uint8_t depth;
	bool hidden;     /* by its attributes */
	struct html_slice class, id, itemprop; /* attributes, as in the page */
};

struct html_block {
	uint32_t start, end; /* its bytes in the rendered text */
	uint32_t at, at_end; /* and in the page */
	uint32_t node;      /* the innermost element around it */
	uint32_t linked;    /* bytes of its text that are links */
	uint32_t links;     /* how many there are */
	uint32_t bold;      /* bytes that are bold */
	bool time;          /* it holds a time element */
};

/* A meta element: name, property or itemprop, and the content. A title is the
 * meta "<title>", a canonical link the meta "<canonical>", a time element with
 * a datetime the meta "<time>", all as in the page. */
struct html_meta {
	struct str name, content;
	size_t block; /* how many blocks stood before it */
};

struct html_page {
	struct str source;        /* the page itself, which must stay */
	struct str text;          /* rendered: a newline ends each block */
	struct html_block *blocks; /* [count] */
	size_t count;
	struct html_node *nodes;  /* [node_count] */
	size_t node_count;
	struct html_meta *metas;  /* [meta_count] */
	size_t meta_count;
	struct str *data;         /* [data_count] JSON-LD */
	size_t data_count;
	struct str lang;
};

/* The text of a slice. */
static inline struct str
html_source(const struct html_page *p, struct html_slice s)
{
	return (struct str){ s.n ? p->source.s + s.at : NULL, s.n };
}

/* The page (well-formed UTF-8, less than 2 GiB), rendered. Of a page that has
 * more blocks or elements for its size than any that people write, blocks run
 * together, and inner elements are not told from outer ones: so the memory is
 * bounded by the size of the page. */
struct html_page *html_render(struct arena *a, struct str page);

#endif
