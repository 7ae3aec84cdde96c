/* html_element - what is known about the elements of HTML */
#ifndef NF_HTML_ELEMENT_H
#define NF_HTML_ELEMENT_H

#include "str.h"

enum html_element {
	ELEMENT_NONE, /* unknown: inline, not remembered */
#define ELEMENT(id, name, traits) ELEMENT_##id,
#include "html_element_list.h"
#undef ELEMENT
	ELEMENT_CUSTOM, /* a name with a hyphen */
	ELEMENTS
};

enum html_trait {
	TRAIT_VOID = 1,    /* has no content and no end tag             */
	TRAIT_BLOCK = 2,   /* text before, in and after it stands apart */
	TRAIT_STACK = 4,   /* is remembered while it is open            */
	TRAIT_SKIP = 8,    /* its text is not for reading               */
	TRAIT_FOREIGN = 16,/* begins foreign content                    */
	TRAIT_TABLE = 32,  /* end tags of others do not reach out of it */
	TRAIT_LIST = 64    /* holds items                               */
};

/* The element of a name in any case. */
enum html_element html_element(struct str name);

/* Its traits, a set of enum html_trait. */
unsigned html_traits(enum html_element e);

#endif
