/* entity_place - countries, cities and peoples: what lists know of them */
#include <string.h>

#include "entity_mention.h"
#include "lexicon.h"
#include "utf8.h"

enum { COUNTRIES_CODE, CALM_LEAST = 4 };

#include "countries.h"

/* The hash of a name as nf-train made it: of the whole in lower case. */
static uint64_t
hash_of(struct str name)
{
	char lower[ENTITY_LOWER + 4];
	size_t n = 0, at, length;

	for (at = 0; at < name.n && n < ENTITY_LOWER; at += length) {
		uint32_t c = utf8_to_lower(utf8_decode(name, at, &length));

		n += utf8_encode(c == 0x2019 ? '\'' : c, lower + n);
	}
	return gazetteer_phrase(1, gazetteer_word((struct str){ lower, n }));
}

uint32_t
entity_place_find(const struct gazetteer *places, struct str name)
{
	return gazetteer_find(places, hash_of(name));
}

void
entity_place_add(uint64_t *slots, uint64_t mask, struct str name, uint32_t bits,
    struct str code)
{
	if (code.n == 2 && code.s[0] >= 'A' && code.s[1] >= 'A')
		bits |= (uint32_t)((code.s[0] - 'A' + 1) * 32 +
				   (code.s[1] - 'A' + 1))
			<< PLACE_COUNTRY_CODE;
	gazetteer_add(slots, mask, hash_of(name), bits);
}

struct str
entity_place_code(struct arena *a, uint32_t bits)
{
	uint32_t code = bits >> PLACE_COUNTRY_CODE & 1023;
	char letters[2];

	if (!code)
		return (struct str){ 0 };
	letters[0] = (char)('A' - 1 + code / 32);
	letters[1] = (char)('A' - 1 + code % 32);
	return arena_copy(a, (struct str){ letters, 2 });
}

struct str
entity_country(struct str code)
{
	size_t low = 0, high = sizeof countries_words / sizeof *countries_words;

	while (low < high && code.n == 2) {
		size_t middle = (low + high) / 2;
		const struct word *w = &countries_words[middle];
		int order = (code.s[0] | 32) - w->text[0];

		if (!order)
			order = (code.s[1] | 32) - w->text[1];
		if (!order)
			return str_of(w->more);
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return (struct str){ 0 };
}

static bool
has_lower(struct str text)
{
	size_t at, length;

	for (at = 0; at < text.n; at += length)
		if (utf8_is_lower(utf8_decode(text, at, &length)))
			return true;
	return false;
}

/* Whether a name goes on with a word that is written small: Rio de Janeiro. */
static bool
goes_on_small(struct str rest)
{
	static const struct str small[] = { STR_INIT("al"), STR_INIT("and"),
		STR_INIT("da"), STR_INIT("de"), STR_INIT("del"), STR_INIT("do"),
		STR_INIT("dos"), STR_INIT("la"), STR_INIT("of"),
		STR_INIT("sur"), STR_INIT("the"), STR_INIT("upon") };
	struct str word = str_cut(&rest, ' ');

	return rest.n &&
	    str_is_one_of(word, small, sizeof small / sizeof *small);
}

struct str
entity_place_calm(struct arena *a, struct str text)
{
	char *calm;
	size_t at, n = 0, length;
	bool inside = false;

	if (text.n < CALM_LEAST || has_lower(text) ||
	    str_index(text, '\'') < text.n)
		return text;
	calm = arena_bytes(a, text.n * 2);
	for (at = 0; at < text.n; at += length) {
		uint32_t c = utf8_decode(text, at, &length);

		inside = inside || (at && goes_on_small(str_slice(text, at,
		    text.n)));
		n += utf8_encode(inside ? utf8_to_lower(c) : c, calm + n);
		inside = utf8_is_letter(c);
	}
	return (struct str){ calm, n };
}
