/* html - a page as tokens, after the WHATWG standard
 *
 * The standard (https://html.spec.whatwg.org/, section 13.2.5) describes some
 * eighty states that read one character each. Here a state is a place in a
 * function, and what lies between two interesting bytes is skipped with
 * memchr: the states that only collect characters need no code.
 *
 * Parse errors are not reported, with one exception: what the standard says
 * they lead to is done. */
#include "html.h"

#include <string.h>

static bool
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r';
}

static bool
is_alpha(char c)
{
	return (unsigned)((c | 32) - 'a') < 26;
}

/* Whether a name in a tag ends at this byte. */
static bool
ends_name(char c)
{
	return is_space(c) || c == '/' || c == '>';
}

/* The byte at an offset; NUL behind the end, where a caller that must tell
 * the two apart looks at the length too. */
static char
peek(const struct html *h, size_t at)
{
	return at < h->page.n ? h->page.s[at] : '\0';
}

static bool
at_word(const struct html *h, size_t at, struct str word)
{
	return str_eq_nocase(str_slice(h->page, at, at + word.n), word);
}

/* The offset of a byte at or after an offset; the length if there is none. */
static size_t
seek(const struct html *h, size_t at, char byte)
{
	return at + str_index(str_slice(h->page, at, h->page.n), byte);
}

static size_t
seek_word(const struct html *h, size_t at, struct str word)
{
	return at + str_find(str_slice(h->page, at, h->page.n), word);
}

void
html_init(struct html *h, struct str page)
{
	*h = (struct html){ .page = page };
}

/* ---- tags ---------------------------------------------------------------- */

static size_t
skip_space(const struct html *h, size_t at)
{
	while (at < h->page.n && is_space(h->page.s[at]))
		at++;
	return at;
}

/* Reads "= value" behind a name; the value is empty where there is none. */
static size_t
read_value(const struct html *h, size_t at, struct str *value)
{
	size_t start, end = skip_space(h, at);

	*value = str_slice(h->page, at, at);
	if (peek(h, end) != '=')
		return at;
	start = skip_space(h, end + 1);
	if (peek(h, start) == '"' || peek(h, start) == '\'') {
		end = seek(h, start + 1, h->page.s[start]);
		*value = str_slice(h->page, start + 1, end);
		return end < h->page.n ? end + 1 : end + 2;
	}
	for (end = start; end < h->page.n; end++)
		if (is_space(h->page.s[end]) || h->page.s[end] == '>')
			break;
	*value = str_slice(h->page, start, end);
	return end;
}

/* Reads attributes up to the ">" and behind it; an offset behind the end of
 * the page when the page ends first: then there is no tag. */
static size_t
read_attrs(const struct html *h, size_t at, struct html_token *t)
{
	struct str name, value;
	size_t start;

	for (;;) {
		at = skip_space(h, at);
		if (at >= h->page.n)
			return h->page.n + 1;
		if (h->page.s[at] == '>')
			return at + 1;
		if (h->page.s[at] == '/') {
			t->closed = peek(h, ++at) == '>';
			continue;
		}
		start = at++; /* a "=" here is part of the name */
		while (at < h->page.n && !ends_name(h->page.s[at]) &&
		    h->page.s[at] != '=')
			at++;
		name = str_slice(h->page, start, at);
		at = read_value(h, at, &value);
		if (at > h->page.n)
			return at;
		if (t->count < HTML_ATTRS_MAX)
			t->attrs[t->count++] =
			    (struct html_attr){ name, value };
	}
}

/* What the text after a start tag may hold. */
static const struct {
	struct str name;
	enum html_content content;
} contents[] = {
	{ STR_INIT("iframe"), HTML_RAWTEXT },
	{ STR_INIT("noembed"), HTML_RAWTEXT },
	{ STR_INIT("noframes"), HTML_RAWTEXT },
	{ STR_INIT("plaintext"), HTML_PLAINTEXT },
	{ STR_INIT("script"), HTML_SCRIPT },
	{ STR_INIT("style"), HTML_RAWTEXT },
	{ STR_INIT("textarea"), HTML_RCDATA },
	{ STR_INIT("title"), HTML_RCDATA },
	{ STR_INIT("xmp"), HTML_RAWTEXT },
};

static void
set_content(struct html *h, struct str name)
{
	size_t i;

	if (h->foreign || name.n < 3 || !strchr("inpstxINPSTX", name.s[0]))
		return;
	for (i = 0; i < sizeof contents / sizeof *contents; i++)
		if (str_eq_nocase(name, contents[i].name)) {
			h->content = contents[i].content;
			h->last = name;
		}
}

/* Reads a tag whose name begins at an offset. A tag that the page cuts off is
 * nothing at all. */
static bool
read_tag(struct html *h, struct html_token *t, enum html_type type, size_t at)
{
	size_t start = at;

	while (at < h->page.n && !ends_name(h->page.s[at]))
		at++;
	t->type = type;
	t->data = str_slice(h->page, start, at);
	t->closed = false;
	t->count = 0;
	h->at = read_attrs(h, at, t);
	if (h->at > h->page.n) {
		h->at = h->page.n;
		return false;
	}
	h->content = HTML_DATA;
	if (type == HTML_START)
		set_content(h, t->data);
	return true;
}

/* ---- comments and declarations ------------------------------------------- */

static void
set_comment(struct html *h, struct html_token *t, size_t start, size_t end,
    size_t next)
{
	t->type = HTML_COMMENT;
	t->data = str_slice(h->page, start, end);
	h->at = next < h->page.n ? next : h->page.n;
}

/* What is no comment and no tag but looks like one, up to a ">". */
static bool
bogus_comment(struct html *h, struct html_token *t, size_t start)
{
	size_t end = seek(h, start, '>');

	set_comment(h, t, start, end, end + 1);
	return true;
}

/* A comment whose text begins at an offset, behind "<!--". */
static bool
read_comment(struct html *h, struct html_token *t, size_t start)
{
	static const struct str cut[] = { STR_INIT("--!"), STR_INIT("--"),
		STR_INIT("-") };
	size_t dash = start, i;
	struct str rest;

	if (peek(h, start) == '>' || at_word(h, start, STR("->"))) {
		set_comment(h, t, start, start, seek(h, start, '>') + 1);
		return true;
	}
	while ((dash = seek_word(h, dash, STR("--"))) < h->page.n) {
		size_t end = dash + 2 + (peek(h, dash + 2) == '!');

		if (peek(h, end) == '>') {
			set_comment(h, t, start, dash, end + 1);
			return true;
		}
		dash++;
	}
	rest = str_slice(h->page, start, h->page.n);
	for (i = 0; i < sizeof cut / sizeof *cut; i++)
		if (str_ends(rest, cut[i])) {
			rest.n -= cut[i].n;
			break;
		}
	set_comment(h, t, start, start + rest.n, h->page.n);
	return true;
}

/* Reads the quoted identifier of a doctype that may begin at an offset. Sets
 * quirks where it is missing or cut off. */
static size_t
read_identifier(const struct html *h, size_t at, struct str *id, bool *quirks)
{
	size_t end;
	char quote = peek(h, at);

	if (quote != '"' && quote != '\'') {
		*quirks = true;
		return at;
	}
	for (end = at + 1; end < h->page.n; end++)
		if (h->page.s[end] == quote || h->page.s[end] == '>')
			break;
	*id = str_slice(h->page, at + 1, end);
	if (peek(h, end) == quote && end < h->page.n)
		return end + 1;
	*quirks = true;
	return end;
}

/* PUBLIC and SYSTEM of a doctype, behind its name. */
static size_t
read_identifiers(const struct html *h, size_t at, struct html_token *t)
{
	bool public = at_word(h, at, STR("public"));

	if (!public && !at_word(h, at, STR("system"))) {
		t->quirks = true;
		return at;
	}
	at = skip_space(h, at + 6);
	if (!public)
		return read_identifier(h, at, &t->system_id, &t->quirks);
	at = read_identifier(h, at, &t->public_id, &t->quirks);
	if (t->quirks)
		return at;
	at = skip_space(h, at);
	if (peek(h, at) == '>' && at < h->page.n)
		return at;
	return read_identifier(h, at, &t->system_id, &t->quirks);
}

static bool
read_doctype(struct html *h, struct html_token *t, size_t at)
{
	size_t start = at = skip_space(h, at);

	t->type = HTML_DOCTYPE;
	t->public_id = t->system_id = (struct str){ NULL, 0 };
	while (at < h->page.n && !is_space(h->page.s[at]) &&
	    h->page.s[at] != '>')
		at++;
	t->data = str_slice(h->page, start, at);
	t->quirks = at == start;
	at = skip_space(h, at);
	if (at < h->page.n && h->page.s[at] != '>') {
		at = read_identifiers(h, at, t);
		if (!t->quirks)
			at = skip_space(h, at);
	}
	t->quirks |= at >= h->page.n;
	at = seek(h, at, '>'); /* what stands before it is ignored */
	h->at = at < h->page.n ? at + 1 : at;
	return true;
}

static bool
read_declaration(struct html *h, struct html_token *t, size_t at)
{
	if (at_word(h, at, STR("--")))
		return read_comment(h, t, at + 2);
	if (at_word(h, at, STR("doctype")))
		return read_doctype(h, t, at + 7);
	if (h->foreign && str_starts(str_slice(h->page, at, h->page.n),
	    STR("[CDATA["))) {
		h->at = at + 7;
		h->content = HTML_CDATA;
		return false;
	}
	return bogus_comment(h, t, at);
}

/* ---- text ---------------------------------------------------------------- */

/* Whether "<" at an offset ends the text of HTML_DATA. */
static bool
opens(const struct html *h, size_t at)
{
	char c = peek(h, at + 1);

	if (c == '/')
		return at + 2 < h->page.n;
	return is_alpha(c) || c == '!' || c == '?';
}

/* Whether the end tag of the element whose text this is stands there. */
static bool
closes(const struct html *h, size_t at)
{
	size_t end = at + 2 + h->last.n;

	return h->last.n && peek(h, at + 1) == '/' &&
	    at_word(h, at + 2, h->last) && end < h->page.n &&
	    ends_name(h->page.s[end]);
}

/* The length of "script" and what ends a name, at an offset; or 0. */
static size_t
script_name(const struct html *h, size_t at)
{
	return at_word(h, at, STR("script")) && at + 6 < h->page.n &&
	    ends_name(h->page.s[at + 6]) ? 7 : 0;
}

/* The end of a script. Inside of "<!--" and "-->" it may hold a whole
 * <script> element: "escaped" and "double escaped" in the standard. */
static size_t
script_end(const struct html *h, size_t at)
{
	enum { PLAIN, ESCAPED, TWICE } state = PLAIN;
	size_t dashes = 0, n;

	while (at < h->page.n) {
		char c;

		if (state == PLAIN)
			at = seek(h, at, '<');
		c = peek(h, at);
		if (at >= h->page.n)
			break;
		if (c == '>' && dashes >= 2)
			state = PLAIN;
		if (c == '<' && state != TWICE && closes(h, at))
			return at;
		if (c == '<' && state == PLAIN && at_word(h, at, STR("<!--"))) {
			state = ESCAPED;
			dashes = 2;
			at += 4;
			continue;
		}
		if (c == '<' && state != PLAIN) {
			bool slash = peek(h, at + 1) == '/';

			n = script_name(h, at + 1 + slash);
			if (n && slash == (state == TWICE)) {
				state = state == TWICE ? ESCAPED : TWICE;
				at += n + slash;
			}
		}
		dashes = c == '-' ? dashes + 1 : 0;
		at++;
	}
	return h->page.n;
}

/* The end of the text that begins here. */
static size_t
text_end(const struct html *h)
{
	size_t at = h->at;

	switch (h->content) {
	case HTML_PLAINTEXT:
		return h->page.n;
	case HTML_CDATA:
		return seek_word(h, at, STR("]]>"));
	case HTML_SCRIPT:
		return script_end(h, at);
	case HTML_RCDATA:
	case HTML_RAWTEXT:
		while ((at = seek(h, at, '<')) < h->page.n && !closes(h, at))
			at++;
		return at;
	case HTML_DATA:
		break;
	}
	while ((at = seek(h, at, '<')) < h->page.n && !opens(h, at))
		at++;
	return at;
}

/* Reads what begins with a "<" that text_end stopped at. */
static bool
read_markup(struct html *h, struct html_token *t)
{
	char c = peek(h, h->at + 1);

	if (is_alpha(c))
		return read_tag(h, t, HTML_START, h->at + 1);
	if (c == '!')
		return read_declaration(h, t, h->at + 2);
	if (c == '?')
		return bogus_comment(h, t, h->at + 1);
	if (is_alpha(peek(h, h->at + 2)))
		return read_tag(h, t, HTML_END, h->at + 2);
	if (peek(h, h->at + 2) == '>') { /* "</>" is nothing */
		h->at += 3;
		return false;
	}
	return bogus_comment(h, t, h->at + 2);
}

bool
html_next(struct html *h, struct html_token *t)
{
	while (h->at < h->page.n) {
		size_t end = text_end(h);

		t->start = h->at;
		if (end > h->at) {
			t->type = HTML_TEXT;
			t->content = h->content;
			t->data = str_slice(h->page, h->at, end);
			h->at = t->end = end;
			return true;
		}
		if (h->content == HTML_CDATA) {
			h->content = HTML_DATA;
			h->at += 3; /* "]]>" */
		} else if (read_markup(h, t)) {
			t->end = h->at;
			return true;
		}
	}
	t->type = HTML_EOF;
	t->start = t->end = h->page.n;
	return false;
}

struct str
html_attr(const struct html_token *t, struct str name)
{
	size_t i;

	for (i = 0; i < t->count; i++)
		if (str_eq_nocase(t->attrs[i].name, name))
			return t->attrs[i].value;
	return (struct str){ NULL, 0 };
}
