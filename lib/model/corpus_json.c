/* corpus_json - labelled text as a JSON object a line */
#include "buf.h"
#include "corpus.h"
#include "tagger.h"
#include "utf8.h"

/* Reads as much of JSON as such a line has; what is wrong reads as empty. */
struct json {
	struct arena *arena;
	struct str text;
	size_t at;
};

static char
peek(struct json *j)
{
	while (j->at < j->text.n &&
	       (j->text.s[j->at] == ' ' || j->text.s[j->at] == '\t' ||
		   j->text.s[j->at] == '\r'))
		j->at++;
	return j->at < j->text.n ? j->text.s[j->at] : '\0';
}

static bool
take(struct json *j, char sign)
{
	if (peek(j) != sign)
		return false;
	j->at++;
	return true;
}

static uint32_t
hex(struct json *j)
{
	uint32_t value = 0;
	size_t i;

	for (i = 0; i < 4 && j->at < j->text.n; i++) {
		char c = j->text.s[j->at++];

		value = value * 16 +
			(uint32_t)(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
	}
	return value;
}

static void
escape(struct json *j, struct buf *out)
{
	char c = j->at < j->text.n ? j->text.s[j->at++] : ' ', bytes[4];
	uint32_t code;

	switch (c) {
	case 'n':
		buf_byte(out, '\n');
		return;
	case 'b':
	case 'f':
	case 'r':
	case 't':
		buf_byte(out, ' ');
		return;
	case 'u':
		code = hex(j);
		if (code >= 0xd800 && code < 0xdc00 && j->at + 2 < j->text.n) {
			j->at += 2;
			code = 0x10000 + ((code - 0xd800) << 10) +
			       (hex(j) - 0xdc00);
		}
		buf_add(out, (struct str){ bytes, utf8_encode(code, bytes) });
		return;
	default:
		buf_byte(out, c);
	}
}

static struct str
string(struct json *j)
{
	struct buf out;
	struct str made;

	buf_init(&out, j->arena->os);
	if (take(j, '"'))
		while (j->at < j->text.n && j->text.s[j->at] != '"') {
			char c = j->text.s[j->at++];

			if (c == '\\')
				escape(j, &out);
			else
				buf_byte(&out, c);
		}
	take(j, '"');
	made = arena_copy(j->arena, buf_str(&out));
	buf_free(&out);
	return made;
}

static size_t
number(struct json *j)
{
	size_t value = 0;

	for (peek(j); j->at < j->text.n && j->text.s[j->at] >= '0' &&
		      j->text.s[j->at] <= '9';
	     j->at++)
		value = value * 10 + (size_t)(j->text.s[j->at] - '0');
	return value;
}

/* Skips a value of any sort. */
static void
skip(struct json *j)
{
	int depth = 0;
	char c;

	do {
		c = peek(j);
		if (c == '"') {
			string(j);
			continue;
		}
		depth += (c == '[' || c == '{') - (c == ']' || c == '}');
		j->at++;
	} while (
	    j->at < j->text.n && (depth || (peek(j) != ',' && peek(j) != '}')));
}

struct mark {
	size_t start, end; /* code points of the text */
	uint8_t type;
};

struct object {
	struct str text;
	struct mark *marks; /* [count] */
	size_t count, room;
};

static void
read_spans(struct json *j, struct object *o)
{
	if (!take(j, '['))
		return;
	while (take(j, '[')) {
		struct mark m = { .start = number(j) };

		take(j, ',');
		m.end = number(j);
		take(j, ',');
		m.type = (uint8_t)corpus_type(string(j));
		take(j, ']');
		take(j, ',');
		if (m.type == TYPE_OUTSIDE)
			continue;
		if (o->count == o->room)
			o->marks = arena_grow(j->arena, o->marks, o->count,
			    &o->room, sizeof *o->marks);
		o->marks[o->count++] = m;
	}
	take(j, ']');
}

static unsigned
read_types(struct json *j)
{
	unsigned types = 0;

	take(j, '[');
	while (peek(j) == '"') {
		types |= 1u << corpus_type(string(j));
		take(j, ',');
	}
	take(j, ']');
	return types & ~1u;
}

static void
read_object(struct json *j, struct object *o, struct corpus_document *d)
{
	take(j, '{');
	while (peek(j) == '"') {
		struct str key = string(j);

		take(j, ':');
		if (str_eq(key, STR("id")))
			d->id = string(j);
		else if (str_eq(key, STR("set")))
			d->set = string(j);
		else if (str_eq(key, STR("text")))
			o->text = string(j);
		else if (str_eq(key, STR("types")))
			d->types = read_types(j);
		else if (str_eq(key, STR("spans")))
			read_spans(j, o);
		else
			skip(j);
		take(j, ',');
	}
}

/* The marks of a line, from code points of the whole to its bytes. */
static void
place_marks(struct corpus_document *d, const struct object *o, struct str line,
    size_t first, size_t last, size_t *mark)
{
	size_t at = 0, length, i = first;

	for (; *mark < o->count && o->marks[*mark].start < last; ++*mark) {
		const struct mark *m = &o->marks[*mark];
		struct corpus_name n = { .text = d->count, .type = m->type };

		for (; i < m->start && at < line.n; i++, at += length)
			utf8_decode(line, at, &length);
		n.start = at;
		for (; i < m->end && at < line.n; i++, at += length)
			utf8_decode(line, at, &length);
		n.end = at;
		if (n.end > n.start)
			d->names[d->name_count++] = n;
	}
}

static size_t
code_points(struct str text)
{
	size_t n = 0, i;

	for (i = 0; i < text.n; i++)
		n += (text.s[i] & 0xc0) != 0x80;
	return n;
}

bool
corpus_json(struct corpus_document *d, struct arena *a, struct str line,
    enum corpus_copy copy)
{
	struct json j = { .arena = a, .text = line };
	struct object o = { 0 };
	size_t first = 0, mark = 0;
	struct str rest;

	*d = (struct corpus_document){ 0 };
	read_object(&j, &o, d);
	d->names = ARENA_ARRAY(a, struct corpus_name, o.count + 1);
	d->texts = ARENA_ARRAY(a, struct str, o.text.n + 1);
	for (rest = o.text; rest.n;) {
		struct str text = str_cut(&rest, '\n');
		size_t last = first + code_points(text);

		if (text.n) {
			place_marks(d, &o, text, first, last, &mark);
			d->texts[d->count++] = corpus_case(a, text, copy);
		}
		first = last + 1;
	}
	return true;
}
