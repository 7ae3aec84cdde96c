/* html_element - what is known about the elements of HTML */
#include "html_element.h"

#include <string.h>

static const struct {
	struct str name;
	unsigned traits;
} elements[ELEMENTS] = {
	{ STR_INIT(""), 0 },
#define ELEMENT(id, name, traits) { STR_INIT(name), traits },
#include "html_element_list.h"
#undef ELEMENT
	{ STR_INIT("-"), TRAIT_BLOCK | TRAIT_STACK },
};

/* The first element whose name begins with each letter. */
#define FIRST(letter, id) [(letter) - 'a'] = ELEMENT_##id
static const uint8_t firsts[27] = { FIRST('a', A), FIRST('b', B),
	FIRST('c', CANVAS), FIRST('d', DATALIST), FIRST('e', EM),
	FIRST('f', FIELDSET), FIRST('h', H1), FIRST('i', I),
	FIRST('k', KEYGEN), FIRST('l', LABEL), FIRST('m', MAIN),
	FIRST('n', NAV), FIRST('o', OBJECT), FIRST('p', P), FIRST('s', S),
	FIRST('t', TABLE), FIRST('u', U), FIRST('v', VIDEO),
	FIRST('w', WBR), FIRST('x', XMP) };

enum html_element
html_element(struct str name)
{
	unsigned letter;
	int e;

	if (!name.n)
		return ELEMENT_NONE;
	letter = (unsigned)(name.s[0] | 32) - 'a';
	if (letter < 26 && firsts[letter])
		for (e = firsts[letter]; e < ELEMENT_CUSTOM &&
		     (unsigned)elements[e].name.s[0] - 'a' == letter; e++)
			if (name.n == elements[e].name.n &&
			    str_eq_nocase(name, elements[e].name))
				return (enum html_element)e;
	return memchr(name.s, '-', name.n) ? ELEMENT_CUSTOM : ELEMENT_NONE;
}

unsigned
html_traits(enum html_element e)
{
	return elements[e].traits;
}
