/* boilerplate - which blocks of a page are its text, and what each is
 *
 * In goes a page, block by block: the lines of a plain-text dump, or the
 * blocks of a rendered HTML page with their elements. Out comes one verdict
 * for each piece of a block: a block is cut where something that is no content
 * was glued to it. */
#ifndef NF_BOILERPLATE_H
#define NF_BOILERPLATE_H

#include "arena.h"
#include "html_block.h"
#include "str.h"

/* What a piece is. */
enum role {
	ROLE_TEXT,
	ROLE_TITLE,
	ROLE_STANDFIRST,
	ROLE_HEAD,
	ROLE_ITEM,
	ROLE_CAPTION,
	ROLE_BYLINE,
	ROLE_DATELINE,
	ROLES
};

/* Why a piece is none of the text. */
enum junk {
	JUNK_NONE,
	JUNK_MENU,
	JUNK_APPEAL,
	JUNK_NEWSLETTER,
	JUNK_RELATED,
	JUNK_COMMENTS,
	JUNK_LEGAL,
	JUNK_SHARE,
	JUNK_CREDIT,
	JUNK_TEASER,
	JUNK_REPEAT,
	JUNK_SITE,
	JUNK_LINK,
	JUNKS
};

extern const char *const role_names[ROLES];
extern const char *const junk_names[JUNKS];

/* A block as it comes: a line, or several that are one paragraph. */
struct block {
	struct str text;   /* clean: well-formed, no control bytes */
	size_t start;      /* its place in the document */
	uint16_t gap;      /* blank lines before it */
	const struct html_block *html; /* NULL in plain text */
};

struct piece {
	uint32_t block;      /* number of the block that it is a part of */
	uint32_t start, end; /* its bytes in the block's text */
	bool keep;
	enum role role : 8;  /* of a piece that is kept */
	enum junk junk : 8;  /* of one that is not */
	uint8_t p;           /* confidence of the decision, in per cent */
	const char *rule;    /* what decided, for --why */
};

struct boilerplate; /* tables and models; see boilerplate_make */

/* Lines that stand on several pages of a site: their hashes, sorted. */
struct site {
	const uint64_t *hashes; /* [count] */
	size_t count;
};

/* Builds the tables, once. NULL when the model is damaged: *why says how. */
struct boilerplate *boilerplate_make(struct arena *forever, const char **why);

/* The pieces of a page in order, *count of them. html is NULL for plain
 * text; site may be NULL. */
struct piece *boilerplate_find(struct arena *a, const struct boilerplate *b,
    const struct block *blocks, size_t count, const struct html_page *html,
    const struct site *site, size_t *pieces);

/* The text without a bullet and blanks at both ends. */
struct str boilerplate_strip(struct str text);

/* The hash by which a line is known on other pages of its site: letters in
 * lower case only; 0 for a line with too few of them. */
uint64_t boilerplate_hash(struct str line);

#endif
