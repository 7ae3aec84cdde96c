/* record - one row of the stream, as nf(5) has it */
#include "record.h"

#include <string.h>

#include "utf8.h"

enum { FIELDS = 8 };

/* The offset of the first TAB in a field that is likely to be short: a loop
 * is faster than memchr(3) there. */
static size_t
short_field(struct str line)
{
	size_t i = 0;

	while (i < line.n && line.s[i] != '\t')
		i++;
	return i;
}

/* Splits at seven TABs; false when there are fewer or more. The text, field
 * 5 counted from 0, is the only long one. */
static bool
split(struct str line, struct str fields[FIELDS])
{
	size_t i, at;

	for (i = 0; i < FIELDS - 1; i++) {
		at = i == 0 || i == 5 ? str_index(line, '\t')
				      : short_field(line);
		if (at == line.n)
			return false;
		fields[i] = (struct str){ line.s, at };
		line.s += at + 1;
		line.n -= at + 1;
	}
	fields[FIELDS - 1] = line;
	return short_field(line) == line.n;
}

static bool
all_digits(struct str text)
{
	size_t i;

	for (i = 0; i < text.n; i++)
		if (text.s[i] < '0' || text.s[i] > '9')
			return false;
	return text.n > 0;
}

/* What is wrong with a row, or NULL. */
static const char *
fault(const struct record *r, const struct str fields[FIELDS])
{
	size_t i;

	for (i = 0; i < FIELDS; i++)
		if (!fields[i].n)
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
	struct str f[FIELDS];
	size_t i;

	if (!split(line, f))
		return RECORD_TEXT;
	for (i = 2; i < 5; i++)
		if (!all_digits(f[i]))
			return RECORD_TEXT;
	r->kind = f[0];
	r->doc = f[1];
	r->text = f[5];
	r->value = f[6];
	r->attrs = f[7];
	if (!str_number(f[2], &r->number) || !str_number(f[3], &r->start) ||
	    !str_number(f[4], &r->end))
		*why = "number too large";
	else
		*why = fault(r, f);
	return *why ? RECORD_BAD : RECORD_GOOD;
}

bool
record_begins(struct str line)
{
	size_t i, at;

	for (i = 0; i < 5; i++) {
		at = str_index(line, '\t');
		if (at == line.n)
			return false;
		if (i >= 2 && !all_digits(str_slice(line, 0, at)))
			return false;
		line = str_slice(line, at + 1, line.n);
	}
	return true;
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

/* Adds a number and a TAB. */
static void
add_number(struct buf *b, size_t number)
{
	buf_size(b, number);
	buf_byte(b, '\t');
}

/* Adds a field that is fit, and the byte behind it; there is room. */
static void
add_fit(struct buf *b, struct str text, char end)
{
	memcpy(b->s + b->n, text.s, text.n);
	b->n += text.n;
	b->s[b->n++] = end;
}

void
record_write_clean(struct buf *b, const struct record *r)
{
	buf_reserve(b, r->kind.n + r->doc.n + 2);
	add_fit(b, r->kind, '\t');
	add_fit(b, r->doc, '\t');
	add_number(b, r->number);
	add_number(b, r->start);
	add_number(b, r->end);
	buf_reserve(b, r->text.n + 1);
	add_fit(b, r->text, '\t');
	record_field(b, r->value);
	buf_byte(b, '\t');
	record_field(b, r->attrs);
	buf_byte(b, '\n');
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
