/* markup - HTML that is safe to look at */
#include "markup.h"

#include "kind.h"

/* page.css, see page.S */
extern const char page_css[], page_css_end[];

static struct str
escape(char c)
{
	switch (c) {
	case '&':
		return STR("&amp;");
	case '<':
		return STR("&lt;");
	case '>':
		return STR("&gt;");
	case '"':
		return STR("&quot;");
	case '\'':
		return STR("&#39;");
	default:
		return (struct str){ NULL, 0 };
	}
}

void
markup_text(struct buf *b, struct str text)
{
	size_t i, done = 0;
	struct str e;

	for (i = 0; i < text.n; i++) {
		e = escape(text.s[i]);
		if (!e.n)
			continue;
		buf_add(b, str_slice(text, done, i));
		buf_add(b, e);
		done = i + 1;
	}
	buf_add(b, str_slice(text, done, text.n));
}

/* The policy forbids scripts, fonts and pictures: were there ever a hole in
 * markup_text, nothing could come through it. */
void
markup_page(struct buf *b, struct str title)
{
	MARKUP(b, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
		"<meta charset=\"utf-8\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" content=\""
		"default-src 'none'; style-src 'unsafe-inline'\">\n"
		"<meta name=\"viewport\" content=\"width=device-width\">\n"
		"<title>");
	markup_text(b, title);
	MARKUP(b, "</title>\n<style>\n");
	/* cppcheck-suppress comparePointers */
	buf_add(b, (struct str){ page_css, (size_t)(page_css_end - page_css) });
	MARKUP(b, "</style>\n</head>\n<body>\n");
}

void
markup_page_end(struct buf *b)
{
	MARKUP(b, "</body>\n</html>\n");
}

void
markup_class(struct buf *b, struct str kind)
{
	buf_add(b, str_of(kinds[kind_find(kind)].name));
}

static void
tip_line(struct buf *b, struct str key, struct str value)
{
	MARKUP(b, "&#10;");
	markup_text(b, key);
	MARKUP(b, " ");
	markup_text(b, value);
}

void
markup_tip(struct buf *b, const struct record *note)
{
	struct str rest = note->attrs, value, key;

	MARKUP(b, " data-tip=\"");
	markup_text(b, note->kind);
	if (!str_eq(note->value, STR("-"))) {
		MARKUP(b, ": ");
		markup_text(b, note->value);
	}
	while (rest.n && !str_eq(note->attrs, STR("-"))) {
		value = str_cut(&rest, '|');
		key = str_cut(&value, '=');
		tip_line(b, key, value);
	}
	MARKUP(b, "\"");
}
