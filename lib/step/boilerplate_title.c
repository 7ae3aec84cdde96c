/* boilerplate_title - the title in what states it
 *
 * Pages state their title with more than the title: "A Story | The Site", "A
 * Story - The Site"; and in headings things are glued to it: "Dec 18 2025 A
 * Story", "A Story (example.com) 87". */
#include "boilerplate_meta.h"

enum {
	TAIL_WORDS = 3, /* of a section behind a bar */
	GLUED_WORDS = 3 /* of a title, at least, that something is glued to */
};

/* The length of the separator that ends at the blank at an offset. */
static size_t
separator(struct str s, size_t at)
{
	static const struct str signs[] = { STR_INIT(" | "), STR_INIT(" - "),
		STR_INIT(" \xe2\x80\x93 "), STR_INIT(" \xe2\x80\x94 "),
		STR_INIT(" \xe2\x80\xa2 "), STR_INIT(" \xc2\xb7 "),
		STR_INIT(" \xc2\xbb "), STR_INIT(" :: ") };
	size_t i;

	for (i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_ends(str_slice(s, 0, at + 1), signs[i]))
			return signs[i].n;
	return 0;
}

struct str
title_head(struct str title, struct str *tail)
{
	size_t i, n;

	*tail = (struct str){ NULL, 0 };
	for (i = title.n; i-- > 2; ) {
		if (title.s[i] != ' ' || !(n = separator(title, i)))
			continue;
		*tail = str_trim(str_slice(title, i + 1, title.n));
		return str_trim(str_slice(title, 0, i + 1 - n));
	}
	return title;
}

struct str
title_without_site(struct str title, struct str site)
{
	size_t i;

	for (i = title.n; i-- > 3; ) {
		struct str tail = str_trim(str_slice(title, i + 1, title.n));
		bool bar = title.s[i] == '|' && title.s[i - 1] == ' ';
		size_t n = title.s[i] == ' ' ? separator(title, i) : 0;

		if (bar)
			return str_trim(str_slice(title, 0, i));
		if (n && site.n && str_eq_nocase(tail, site))
			return str_trim(str_slice(title, 0, i + 1 - n));
	}
	return title;
}

static size_t
words(struct str s)
{
	size_t i, n = 0;

	for (i = 0; i < s.n; i++)
		n += s.s[i] != ' ' && (!i || s.s[i - 1] == ' ');
	return n;
}

/* Where the stated title stands in a heading, in any case; else its length. */
static size_t
find_nocase(struct str text, struct str title)
{
	size_t i;

	for (i = 0; i + title.n <= text.n; i++)
		if (str_eq_nocase(str_slice(text, i, i + title.n), title))
			return i;
	return text.n;
}

/* Whether a date stands before the title, or a remark in brackets behind. */
static bool
is_glued(struct arena *a, struct str before, struct str after)
{
	struct str date;
	size_t rest;

	if (before.n)
		return !after.n && facts_date(a, before, &date, &rest) &&
		    rest < 12;
	return after.n && (after.s[0] == '(' || after.s[0] == '[');
}

struct str
title_plain(struct arena *a, struct str s)
{
	char *p = arena_bytes(a, s.n + 1);
	size_t i, n = 0;

	for (i = 0; i < s.n; i++) {
		bool hard = i + 1 < s.n && s.s[i] == '\xc2' &&
		    s.s[i + 1] == '\xa0';
		bool blank = hard || (unsigned char)s.s[i] <= ' ';

		if (!blank || (n && p[n - 1] != ' '))
			p[n++] = blank ? ' ' : s.s[i];
		i += hard;
	}
	return str_trim((struct str){ p, n });
}

/* A heading without what is glued to a stated title in it. */
static struct str
unglued(struct arena *a, struct str text, struct str stated)
{
	size_t at = find_nocase(text, stated);

	if (at == text.n || words(stated) < GLUED_WORDS ||
	    !is_glued(a, str_trim(str_slice(text, 0, at)),
		str_trim(str_slice(text, at + stated.n, text.n))))
		return text;
	return str_slice(text, at, at + stated.n);
}

struct str
title_of_heading(struct arena *a, struct str text, struct str stated)
{
	struct str head, tail;

	for (;;) {
		head = title_head(text, &tail);
		if (!tail.n || words(tail) > TAIL_WORDS ||
		    words(tail) >= words(head) ||
		    str_index(str_slice(text, head.n, text.n), '|') ==
			text.n - head.n)
			break;
		text = head;
	}
	text = unglued(a, text, stated);
	return unglued(a, text, title_head(stated, &tail));
}
