/* record - one row of the stream, as nf(5) has it */
#include "record.h"

#include <string.h>

#include "utf8.h"

/* Takes a field and its TAB off the front of a line; false if it has no TAB. A
 * field that is likely to be short is sought by a loop, which is faster than
 * memchr(3) there. */
static bool
take_short(struct str *line, struct str *field)
{
	size_t n = 0;

	while (n < line->n && line->s[n] != '\t')
		n++;
	if (n == line->n)
		return false;
	*field = (struct str){ line->s, n };
	*line = (struct str){ line->s + n + 1, line->n - n - 1 };
	return true;
}

static bool
take_long(struct str *line, struct str *field)
{
	size_t n = str_index(*line, '\t');

	if (n == line->n)
		return false;
	*field = (struct str){ line->s, n };
	*line = (struct str){ line->s + n + 1, line->n - n - 1 };
	return true;
}

/* The same for a field of digits alone; *large is set when they are more than
 * a size_t holds. */
static bool
take_number(struct str *line, size_t *number, bool *large)
{
	enum { SAFE = sizeof(size_t) * 12 / 5 }; /* digits that always fit */
	size_t value = 0, n;

	for (n = 0; n < line->n; n++) {
		size_t digit = (size_t)(unsigned char)line->s[n] - '0';

		if (digit > 9)
			break;
		if (n >= SAFE && value > (SIZE_MAX - digit) / 10)
			*large = true;
		value = value * 10 + digit;
	}
	if (!n || n == line->n || line->s[n] != '\t')
		return false;
	*number = value;
	*line = (struct str){ line->s + n + 1, line->n - n - 1 };
	return true;
}

/* What is wrong with a row, or NULL. */
static const char *
fault(const struct record *r)
{
	if (!r->kind.n || !r->doc.n || !r->text.n || !r->value.n ||
	    !r->attrs.n)
		return "empty field";
	if (r->end < r->start)
		return "end before start";
	if (r->text.n != r->end - r->start && !str_eq(r->kind, STR("doc")))
		return "text is not end - start bytes long";
	return NULL;
}

enum record_class
record_parse(struct record *r, struct str line, const char **why)
{
	bool large = false;

	if (!take_long(&line, &r->kind) || !take_long(&line, &r->doc) ||
	    !take_number(&line, &r->number, &large) ||
	    !take_number(&line, &r->start, &large) ||
	    !take_number(&line, &r->end, &large) ||
	    !take_long(&line, &r->text) || !take_short(&line, &r->value) ||
	    str_index(line, '\t') != line.n)
		return RECORD_TEXT;
	r->attrs = line;
	*why = large ? "number too large" : fault(r);
	return *why ? RECORD_BAD : RECORD_GOOD;
}

bool
record_begins(struct str line)
{
	struct str field;
	bool large;
	size_t n;

	return take_long(&line, &field) && take_long(&line, &field) &&
	    take_number(&line, &n, &large) && take_number(&line, &n, &large) &&
	    take_number(&line, &n, &large);
}

void
record_field(struct buf *b, struct str text)
{
	size_t from = b->n;

	if (!text.n || (text.n == 1 && text.s[0] == '-')) {
		buf_byte(b, '-');
		return;
	}
	buf_add(b, text);
	utf8_scrub(b->s + from, text.n);
}

/* Writes bytes that are fit, or a number and a TAB, where there is room; gives
 * the place behind them. */
static char *
put(char *to, struct str text)
{
	memcpy(to, text.s, text.n);
	return to + text.n;
}

static char *
put_number(char *to, size_t number)
{
	to = buf_digits(to, number);
	*to = '\t';
	return to + 1;
}

/* Columns 3 to 6. */
static inline char *
put_place(char *to, size_t number, size_t start, size_t end, struct str text)
{
	to = put_number(to, number);
	to = put_number(to, start);
	to = put_number(to, end);
	return put(to, text);
}

enum { PLACE = 3 * (BUF_DIGITS + 1) }; /* bytes of columns 3 to 5 */

void
record_write_framed(struct buf *b, struct str head, size_t number,
    size_t start, size_t end, struct str text, struct str tail)
{
	char *to;

	buf_reserve(b, head.n + PLACE + text.n + tail.n + 1);
	to = put(b->s + b->n, head);
	to = put_place(to, number, start, end, text);
	to = put(to, tail);
	*to++ = '\n';
	b->n = (size_t)(to - b->s);
}

void
record_write_clean(struct buf *b, const struct record *r)
{
	char *to;

	buf_reserve(b, r->kind.n + r->doc.n + 2 + PLACE + r->text.n + 1);
	to = put(b->s + b->n, r->kind);
	*to++ = '\t';
	to = put(to, r->doc);
	*to++ = '\t';
	to = put_place(to, r->number, r->start, r->end, r->text);
	*to++ = '\t';
	b->n = (size_t)(to - b->s);
	record_field(b, r->value);
	buf_byte(b, '\t');
	record_field(b, r->attrs);
	buf_byte(b, '\n');
}

/* Adds a number and a TAB. */
static void
add_number(struct buf *b, size_t number)
{
	buf_size(b, number);
	buf_byte(b, '\t');
}

void
record_write(struct buf *b, const struct record *r)
{
	record_field(b, r->kind);
	buf_byte(b, '\t');
	record_field(b, r->doc);
	buf_byte(b, '\t');
	add_number(b, r->number);
	add_number(b, r->start);
	add_number(b, r->end);
	record_field(b, r->text);
	buf_byte(b, '\t');
	record_field(b, r->value);
	buf_byte(b, '\t');
	record_field(b, r->attrs);
	buf_byte(b, '\n');
}

bool
record_is_unit(struct str kind)
{
	return str_eq(kind, STR("sent")) || str_eq(kind, STR("para"));
}

bool
record_is_structure(struct str kind)
{
	return record_is_unit(kind) || str_eq(kind, STR("doc")) ||
	    str_eq(kind, STR("junk"));
}

int
record_order(size_t start, size_t end, struct str kind,
    const struct record *other)
{
	if (start != other->start)
		return start < other->start ? -1 : 1;
	if (end != other->end)
		return end > other->end ? -1 : 1;
	return str_compare(kind, other->kind);
}

struct str
record_attr(struct str attrs, struct str key)
{
	while (attrs.n) {
		struct str value = str_cut(&attrs, '|');

		if (value.n > key.n && value.s[key.n] == '=' &&
		    str_starts(value, key))
			return str_slice(value, key.n + 1, value.n);
	}
	return (struct str){ NULL, 0 };
}

static struct str
add_attr(struct arena *a, struct str attrs, struct str key, struct str value)
{
	struct str parts[] = { attrs, attrs.n ? STR("|") : STR(""), key,
		STR("="), value };

	return arena_join(a, parts, sizeof parts / sizeof *parts);
}

struct str
record_attr_set(struct arena *a, struct str attrs, struct str key,
    struct str value)
{
	struct str out = { NULL, 0 }, name, old;
	bool done = false;
	int order;

	if (str_eq(attrs, STR("-")))
		attrs.n = 0;
	while (attrs.n) {
		old = str_cut(&attrs, '|');
		name = str_cut(&old, '=');
		order = str_compare(name, key);
		if (order >= 0 && !done) {
			out = add_attr(a, out, key, value);
			done = true;
		}
		if (order != 0)
			out = add_attr(a, out, name, old);
	}
	return done ? out : add_attr(a, out, key, value);
}
