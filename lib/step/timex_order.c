/* timex_order - whether a document writes 24/7/2024 or 7/24/2024
 *
 * One date that can be read in one way only decides how the others are. Two
 * that contradict each other decide nothing. Strokes are rare, so the search
 * for them costs little. */
#include "timex_parts.h"

static bool
is_digit(struct str text, size_t at)
{
	return at < text.n && text.s[at] >= '0' && text.s[at] <= '9';
}

/* The number of one or two digits that begins, or ends, at a place; 0 for
 * none or more. */
static int
number_at(struct str text, size_t at)
{
	int n = 0;
	size_t i;

	for (i = at; is_digit(text, i) && i < at + 3; i++)
		n = n * 10 + (text.s[i] - '0');
	return i - at > 2 ? 0 : n;
}

static int
number_before(struct str text, size_t at)
{
	size_t start = at;

	while (start > 0 && is_digit(text, start - 1) && at - start < 3)
		start--;
	return at - start > 2 ? 0 : number_at(text, start);
}

/* What the date around the first of two strokes says. */
static enum timex_order
order_of(struct str text, size_t stroke)
{
	int a = number_before(text, stroke), b = number_at(text, stroke + 1);
	size_t next = stroke + (b > 9 || text.s[stroke + 1] == '0' ? 3 : 2);

	if (!a || !b || next >= text.n || text.s[next] != '/' ||
	    !is_digit(text, next + 1))
		return TIMEX_AUTO;
	if (a > 12 && a <= 31 && b <= 12)
		return TIMEX_DMY;
	return b > 12 && b <= 31 && a <= 12 ? TIMEX_MDY : TIMEX_AUTO;
}

enum timex_order
timex_document_order(const struct str *texts, size_t count)
{
	enum timex_order found = TIMEX_AUTO, order;
	size_t i, at;

	for (i = 0; i < count; i++) {
		for (at = str_index(texts[i], '/'); at + 1 < texts[i].n;
		    at += 1 + str_index(str_slice(texts[i], at + 1,
			texts[i].n), '/')) {
			order = order_of(texts[i], at);
			if (found && order && order != found)
				return TIMEX_AUTO;
			if (order)
				found = order;
		}
	}
	return found;
}
