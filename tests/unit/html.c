/* html - the tokeniser against html5lib's tests, where they are, and the
 * places of tokens
 *
 * A small JSON reader turns each test into two texts, what is expected and
 * what came, in one notation: S name attributes / E C D T. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "html.h"
#include "utf8.h"

enum json_type { JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_STRING, JSON_ARRAY,
	JSON_OBJECT };

struct json {
	enum json_type type;
	bool truth;
	struct str text;          /* of a string; of a member, its name too */
	struct str name;          /* of an object's member */
	struct json *first, *next;
};

static struct arena arena;
static const char *at;
static bool twice; /* strings are escaped twice */

static void
space(void)
{
	while (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r' ||
	    *at == ',' || *at == ':')
		at++;
}

static unsigned
hex4(const char *p)
{
	char digits[5] = { p[0], p[1], p[2], p[3], 0 };

	return (unsigned)strtoul(digits, NULL, 16);
}

/* Also a lone surrogate, as the three bytes that it would be. */
static size_t
encode(unsigned c, char *p)
{
	if (c >= 0xd800 && c < 0xe000) {
		p[0] = (char)(0xe0 | c >> 12);
		p[1] = (char)(0x80 | (c >> 6 & 63));
		p[2] = (char)(0x80 | (c & 63));
		return 3;
	}
	return utf8_encode(c, p);
}

/* Undoes the escapes of n bytes. */
static struct str
unescape(const char *p, size_t n)
{
	char *out = arena_bytes(&arena, n + 1);
	const char *end = p + n;
	size_t k = 0;

	while (p < end) {
		unsigned c, low;

		if (*p != '\\') {
			out[k++] = *p++;
			continue;
		}
		p++;
		if (*p == 'u') {
			c = hex4(p + 1);
			p += 5;
			if (c >= 0xd800 && c < 0xdc00 && end - p >= 6 &&
			    p[0] == '\\' && p[1] == 'u' &&
			    (low = hex4(p + 2)) >= 0xdc00 && low < 0xe000) {
				c = 0x10000 + ((c - 0xd800) << 10) +
				    (low - 0xdc00);
				p += 6;
			}
			k += encode(c, out + k);
			continue;
		}
		out[k++] = *p == 'n' ? '\n' : *p == 't' ? '\t' :
		    *p == 'r' ? '\r' : *p == 'f' ? '\f' : *p == 'b' ? '\b' : *p;
		p++;
	}
	return (struct str){ out, k };
}

static struct str
read_string(void)
{
	const char *start = ++at;

	for (; *at != '"'; at++)
		if (*at == '\\')
			at++;
	return unescape(start, (size_t)(at++ - start));
}

static struct json *
read_json(void)
{
	struct json *j = ARENA_NEW(&arena, struct json), **tail = &j->first;

	space();
	if (*at == '"') {
		j->type = JSON_STRING;
		j->text = read_string();
	} else if (*at == '[' || *at == '{') {
		bool object = *at++ == '{';

		j->type = object ? JSON_OBJECT : JSON_ARRAY;
		for (space(); *at != ']' && *at != '}'; space()) {
			struct str name = { NULL, 0 };

			if (object)
				name = read_string();
			*tail = read_json();
			(*tail)->name = name;
			tail = &(*tail)->next;
		}
		at++;
	} else {
		j->type = *at == 'n' ? JSON_NULL :
		    *at == 't' || *at == 'f' ? JSON_BOOL : JSON_NUMBER;
		j->truth = *at == 't';
		while (*at && !strchr(",]} \n\r\t", *at))
			at++;
	}
	return j;
}

static const struct json *
member(const struct json *j, const char *name)
{
	for (j = j->first; j; j = j->next)
		if (str_eq(j->name, str_of(name)))
			return j;
	return NULL;
}

static struct str
text_of(const struct json *j)
{
	return twice ? unescape(j->text.s, j->text.n) : j->text;
}

static void
add(struct buf *b, const char *what, struct str text)
{
	buf_add(b, str_of(what));
	buf_add(b, text);
	buf_byte(b, '\n');
}

static void
add_maybe(struct buf *b, const struct json *j)
{
	add(b, j->type == JSON_NULL ? " null" : " ", text_of(j));
}

static void
expect_token(struct buf *b, const struct json *t)
{
	const struct json *first = t->first, *second = first->next, *a;

	if (str_eq(first->text, STR("Character"))) {
		buf_add(b, text_of(second));
		return;
	}
	add(b, "\n#", first->text);
	add_maybe(b, second);
	if (str_eq(first->text, STR("StartTag"))) {
		for (a = second->next->first; a; a = a->next) {
			struct json name = { .text = a->name };

			add(b, " ", text_of(&name));
			add(b, "  =", text_of(a));
		}
		add(b, " ", second->next->next ? STR("/") : STR(""));
	} else if (str_eq(first->text, STR("DOCTYPE"))) {
		add_maybe(b, second->next);
		add_maybe(b, second->next->next);
		add(b, " ", second->next->next->next->truth ? STR("ok")
							     : STR("quirks"));
	}
}

static struct str
nul_to_bad(struct str raw)
{
	return html_text(&arena, raw, HTML_RAWTEXT);
}

static void
found_tag(struct buf *b, const struct html_token *t)
{
	size_t i, k;

	add(b, " ", html_name(&arena, t->data));
	if (t->type == HTML_END)
		return;
	for (i = 0; i < t->count; i++) {
		struct str name = html_name(&arena, t->attrs[i].name);

		for (k = 0; k < i; k++)
			if (str_eq(html_name(&arena, t->attrs[k].name), name))
				break;
		if (k < i)
			continue;
		add(b, " ", name);
		add(b, "  =", html_value(&arena, t->attrs[i].value));
	}
	add(b, " ", t->closed ? STR("/") : STR(""));
}

static void
found_doctype(struct buf *b, const struct html_token *t)
{
	add(b, t->data.n ? " " : " null", html_name(&arena, t->data));
	add(b, t->public_id.s ? " " : " null", nul_to_bad(t->public_id));
	add(b, t->system_id.s ? " " : " null", nul_to_bad(t->system_id));
	add(b, " ", t->quirks ? STR("quirks") : STR("ok"));
}

static void
found_token(struct buf *b, const struct html_token *t)
{
	static const char *const names[] = { "", "", "StartTag", "EndTag",
		"Comment", "DOCTYPE" };

	if (t->type == HTML_TEXT) {
		buf_add(b, html_text(&arena, t->data, t->content));
		return;
	}
	add(b, "\n#", str_of(names[t->type]));
	if (t->type == HTML_COMMENT)
		add(b, " ", nul_to_bad(t->data));
	else if (t->type == HTML_DOCTYPE)
		found_doctype(b, t);
	else
		found_tag(b, t);
}

static enum html_content
state(struct str name)
{
	static const char *const names[] = { "Data state", "RCDATA state",
		"RAWTEXT state", "Script data state", "CDATA section state",
		"PLAINTEXT state" };
	int i;

	for (i = 0; !str_eq(name, str_of(names[i])); i++)
		;
	return (enum html_content)i;
}

static void
run_test(const struct json *test, struct str initial, struct buf *expected)
{
	const struct json *last = member(test, "lastStartTag");
	struct html h;
	struct html_token t;
	struct buf found;
	size_t end = 0;

	html_init(&h, text_of(member(test, "input")));
	h.content = state(initial);
	if (last)
		h.last = last->text;
	buf_init(&found, &os_posix);
	while (html_next(&h, &t)) {
		CHECK(t.start >= end && t.end > t.start);
		end = t.end;
		found_token(&found, &t);
		h.content = t.type == HTML_TEXT ? h.content : HTML_DATA;
	}
	if (!str_eq(buf_str(&found), buf_str(expected))) {
		struct str what = member(test, "description")->text;

		fprintf(stderr, "%.*s\nexpected: %.*s\nfound: %.*s\n",
		    (int)what.n, what.s, (int)expected->n, expected->s,
		    (int)found.n, found.s);
		CHECK(false);
	}
	buf_free(&found);
}

static void
run_tests(const struct json *tests)
{
	const struct json *t, *s, *token;
	struct buf expected;

	for (t = tests->first; t; t = t->next) {
		const struct json *states = member(t, "initialStates");

		twice = member(t, "doubleEscaped") != NULL;
		buf_init(&expected, &os_posix);
		for (token = member(t, "output")->first; token;
		     token = token->next)
			expect_token(&expected, token);
		if (!states)
			run_test(t, STR("Data state"), &expected);
		for (s = states ? states->first : NULL; s; s = s->next)
			run_test(t, s->text, &expected);
		buf_free(&expected);
	}
}

static void
run_file(const char *name)
{
	char path[200], *bytes;
	struct json *all;
	FILE *file;
	size_t n;

	snprintf(path, sizeof path, "../shared/data/html5lib/tokenizer/%s.test",
	    name);
	if (!(file = fopen(path, "rb")))
		return;
	bytes = arena_bytes(&arena, 4 << 20);
	n = fread(bytes, 1, (4 << 20) - 1, file);
	bytes[n] = '\0';
	fclose(file);
	at = bytes;
	all = read_json();
	run_tests(all->first);
	arena_free(&arena);
}

/* What is in the project itself: a page, and its tokens. */
static const struct {
	const char *page, *tokens;
} cases[] = {
	{ "a<b>c</b>", "a\n#StartTag\n b\n \nc\n#EndTag\n b\n" },
	{ "a < b </>c", "a < b c" },
	{ "&amp;&ampx&notit;&#x41;&#128;&", "&&x\xc2\xacit;A\xe2\x82\xac&" },
	{ "<a b=c&amp=d&amp;e b=2 C/>",
	    "\n#StartTag\n a\n b\n  =c&amp=d&e\n c\n  =\n /\n" },
	{ "<script><!--<script></script></a>--></script>x",
	    "\n#StartTag\n script\n \n<!--<script></script></a>-->"
	    "\n#EndTag\n script\nx" },
	{ "<title>&lt;b></TITLE >", "\n#StartTag\n title\n \n<b>"
	    "\n#EndTag\n title\n" },
	{ "<!--a--!>b<!-->", "\n#Comment\n a\nb\n#Comment\n \n" },
	{ "<?x>y</ z>", "\n#Comment\n ?x\ny\n#Comment\n  z\n" },
	{ "<p class='a", "" },
};

static void
own_cases(void)
{
	size_t i;

	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct html h;
		struct html_token t;
		struct buf found;

		html_init(&h, str_of(cases[i].page));
		buf_init(&found, &os_posix);
		while (html_next(&h, &t))
			found_token(&found, &t);
		CHECK(str_eq(buf_str(&found), str_of(cases[i].tokens)));
		buf_free(&found);
	}
}

int
main(void)
{
	static const char *const files[] = { "contentModelFlags", "domjs",
		"entities", "escapeFlag", "namedEntities", "numericEntities",
		"pendingSpecChanges", "test1", "test2", "test3", "test4",
		"unicodeChars", "unicodeCharsProblematic" };
	size_t i;

	arena_init(&arena, &os_posix);
	TEST("tokens of our own pages");
	own_cases();
	TEST("the tokenizer tests of html5lib, where they are");
	for (i = 0; i < sizeof files / sizeof *files; i++)
		run_file(files[i]);
	arena_free(&arena);
	return unit_done();
}
