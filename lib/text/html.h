/* html - a page as tokens, after the WHATWG standard
 *
 * A streaming tokeniser: no tree, no memory of its own, linear in the length
 * of the page whatever the bytes. Each token is a slice of the page, so its
 * place is known; what the standard does to the bytes (character references,
 * lower case, NUL, line ends) is done by html_text and html_name only where
 * somebody wants to know.
 *
 * The one thing that a tokeniser needs to be told by the tree is whether it is
 * inside of foreign elements (svg, math): the caller sets .foreign. */
#ifndef NF_HTML_H
#define NF_HTML_H

#include "arena.h"
#include "str.h"

enum html_type {
	HTML_EOF,
	HTML_TEXT,
	HTML_START,
	HTML_END,
	HTML_COMMENT,
	HTML_DOCTYPE
};

/* What text may hold, and what ends it. */
enum html_content {
	HTML_DATA,      /* references; "<" begins a tag               */
	HTML_RCDATA,    /* references; only its end tag ends it       */
	HTML_RAWTEXT,   /* only its end tag ends it                   */
	HTML_SCRIPT,    /* the same, with the standard's comment game */
	HTML_CDATA,     /* only "]]>" ends it                         */
	HTML_PLAINTEXT  /* nothing ends it                            */
};

enum { HTML_ATTRS_MAX = 64 }; /* further ones of a tag are dropped */

struct html_attr {
	struct str name;  /* as in the page */
	struct str value; /* as in the page, without the quotes */
};

struct html_token {
	enum html_type type;
	enum html_content content; /* of a text */
	size_t start, end;         /* its bytes in the page */
	struct str data;    /* the text; the comment; the name, of a tag or
			     * doctype; all as in the page */
	bool closed;        /* a tag ends in "/>" */
	size_t count;       /* of attributes */
	struct html_attr attrs[HTML_ATTRS_MAX]; /* [count] */
	struct str public_id, system_id; /* of a doctype; null pointer: none */
	bool quirks;        /* the doctype is wrong */
};

struct html {
	struct str page;  /* well-formed UTF-8 */
	size_t at;        /* how far it has been read */
	bool foreign;     /* inside of svg or math; set by the caller */
	enum html_content content; /* what comes next; set by start tags */
	struct str last;  /* name of the start tag that content comes from */
};

void html_init(struct html *h, struct str page);

/* Reads the next token; false at the end of the page. */
bool html_next(struct html *h, struct html_token *t);

/* The value of an attribute (name in lower case), as in the page; a null
 * pointer if there is none. */
struct str html_attr(const struct html_token *t, struct str name);

/* The text that a slice of the page of the given content means. */
struct str html_text(struct arena *a, struct str raw,
    enum html_content content);

/* The meaning of an attribute's value. */
struct str html_value(struct arena *a, struct str raw);

/* A tag's or an attribute's name in lower case. */
struct str html_name(struct arena *a, struct str raw);

/* The character reference at the front of a text that begins with "&": its
 * length in bytes, and its meaning in UTF-8 (*n bytes); 0 if it is none. */
enum { HTML_REFERENCE_MAX = 8 };
size_t html_reference(struct str text, bool in_attribute,
    char meaning[HTML_REFERENCE_MAX], size_t *n);

#endif
