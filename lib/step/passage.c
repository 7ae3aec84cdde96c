/* passage - the stretches of a text that can hold a figure */
#include "passage.h"

enum { LONGEST = 8192 }; /* bytes of a passage, about */

enum class { OTHER, LETTER, DIGIT, STOP, LEAD, BLANK };

static const uint8_t classes[256] = {
	[' '] = BLANK,
	['\t'] = BLANK,
	['\n'] = BLANK,
	['.'] = STOP,
	['!'] = STOP,
	['?'] = STOP,
	['0'] = DIGIT,
	['1'] = DIGIT,
	['2'] = DIGIT,
	['3'] = DIGIT,
	['4'] = DIGIT,
	['5'] = DIGIT,
	['6'] = DIGIT,
	['7'] = DIGIT,
	['8'] = DIGIT,
	['9'] = DIGIT,
	['a'] = LETTER,
	['b'] = LETTER,
	['c'] = LETTER,
	['d'] = LETTER,
	['e'] = LETTER,
	['f'] = LETTER,
	['g'] = LETTER,
	['h'] = LETTER,
	['i'] = LETTER,
	['j'] = LETTER,
	['k'] = LETTER,
	['l'] = LETTER,
	['m'] = LETTER,
	['n'] = LETTER,
	['o'] = LETTER,
	['p'] = LETTER,
	['q'] = LETTER,
	['r'] = LETTER,
	['s'] = LETTER,
	['t'] = LETTER,
	['u'] = LETTER,
	['v'] = LETTER,
	['w'] = LETTER,
	['x'] = LETTER,
	['y'] = LETTER,
	['z'] = LETTER,
	['A'] = LETTER,
	['B'] = LETTER,
	['C'] = LETTER,
	['D'] = LETTER,
	['E'] = LETTER,
	['F'] = LETTER,
	['G'] = LETTER,
	['H'] = LETTER,
	['I'] = LETTER,
	['J'] = LETTER,
	['K'] = LETTER,
	['L'] = LETTER,
	['M'] = LETTER,
	['N'] = LETTER,
	['O'] = LETTER,
	['P'] = LETTER,
	['Q'] = LETTER,
	['R'] = LETTER,
	['S'] = LETTER,
	['T'] = LETTER,
	['U'] = LETTER,
	['V'] = LETTER,
	['W'] = LETTER,
	['X'] = LETTER,
	['Y'] = LETTER,
	['Z'] = LETTER,
	[0xc2] = LEAD,
	[0xe2] = LEAD,
};

void
passage_starts(uint8_t starts[PASSAGE_STARTS])
{
	const struct word *words;
	size_t count, i;

	words = number_list(&count);
	for (i = 0; i < count; i++) {
		const char *s = words[i].text;
		uint32_t bit;

		if (!number_starts(&words[i]) || !s[1] || !s[2])
			continue;
		bit = (uint32_t)(s[0] & 31) << 10 | (uint32_t)(s[1] & 31) << 5 |
		    (uint32_t)(s[2] & 31);
		starts[bit >> 3] |= (uint8_t)(1 << (bit & 7));
	}
}

/* Whether the word [from, to) is one that a numeral begins with. */
static bool
is_number(const struct passage_scan *s, struct str text, size_t from, size_t to)
{
	struct token t = {
		.start = (uint32_t)from, .end = (uint32_t)to, .type = TOKEN_WORD
	};
	char lower[16];
	size_t i;

	if (to - from < 3 || to - from > sizeof lower ||
	    !passage_may_start(s->starts, text.s + from))
		return false;
	for (i = from; i < to; i++)
		lower[i - from] = (char)(text.s[i] | 32);
	t.hash = token_hash((struct str){ lower, to - from });
	return number_begins(s->r, text, &t);
}

/* Whether a sentence ends with the sign at an offset, as far as numbers need
 * to know: a blank and a capital or a sign follow, and no short word or digit
 * stands before. */
static bool
ends(struct str text, size_t at, size_t start)
{
	size_t next = at + 1, i, letters = 0;
	unsigned char c;

	if (next < text.n && (text.s[next] == '"' || text.s[next] == ')'))
		next++;
	if (next + 1 >= text.n || text.s[next] != ' ')
		return false;
	c = (unsigned char)text.s[next + 1];
	if (c >= 'a' && c <= 'z')
		return false;
	if (text.s[at] != '.')
		return true;
	for (i = at;
	     i > start && classes[(unsigned char)text.s[i - 1]] == LETTER; i--)
		letters++;
	if (letters)
		return letters > 2 && text.s[i] >= 'a' && classes[c] != DIGIT;
	return at > start + 2 &&
	       classes[(unsigned char)text.s[at - 1]] == DIGIT &&
	       classes[c] == LETTER &&
	       classes[(unsigned char)text.s[at - 2]] == DIGIT;
}

bool
passage_next(
    const struct passage_scan *s, struct str text, size_t *at, size_t *start)
{
	const unsigned char *b = (const unsigned char *)text.s;
	bool numeral = s->every;
	size_t i = *at, word;

	*start = i;
	while (i < text.n) {
		switch (classes[b[i]]) {
		case LETTER:
			word = i;
			while (++i < text.n && classes[b[i]] == LETTER)
				;
			if (!numeral)
				numeral = is_number(s, text, word, i);
			continue;
		case DIGIT:
			numeral = true;
			break;
		case LEAD:
			numeral |= i + 1 < text.n &&
				   ((b[i] == 0xc2 && b[i + 1] >= 0xbc &&
					b[i + 1] <= 0xbe) ||
				       (b[i] == 0xe2 && b[i + 1] == 0x85));
			break;
		case BLANK:
			if (i - *start < LONGEST)
				break;
			if (numeral) {
				*at = i;
				return true;
			}
			*start = i + 1;
			break;
		case STOP:
			if (!ends(text, i, *start))
				break;
			if (numeral) {
				*at = i + 1;
				return true;
			}
			*start = i + 1;
			break;
		default:
			break;
		}
		i++;
	}
	*at = text.n;
	return numeral && *start < text.n;
}
