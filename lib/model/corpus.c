/* corpus - labelled text in columns: token TAB label, as CoNLL has it */
#include "corpus.h"

#include <string.h>

#include "buf.h"
#include "tagger.h"
#include "utf8.h"

static const struct {
	struct str name;
	uint8_t type;
} type_names[] = {
	{ STR_INIT("PER"), TYPE_PERSON },
	{ STR_INIT("PERSON"), TYPE_PERSON },
	{ STR_INIT("ORG"), TYPE_ORG },
	{ STR_INIT("LOC"), TYPE_PLACE },
	{ STR_INIT("GPE"), TYPE_PLACE },
	{ STR_INIT("FAC"), TYPE_FACILITY },
	{ STR_INIT("PLACE"), TYPE_PLACE },
	{ STR_INIT("NORP"), TYPE_NORP },
	{ STR_INIT("MISC"), TYPE_MISC },
	{ STR_INIT("PROD"), TYPE_MISC },
	{ STR_INIT("EVENT"), TYPE_MISC },
	{ STR_INIT("WORK"), TYPE_MISC },
};

unsigned
corpus_type(struct str name)
{
	size_t i;

	for (i = 0; i < sizeof type_names / sizeof *type_names; i++)
		if (str_eq(type_names[i].name, name))
			return type_names[i].type;
	return TYPE_OUTSIDE;
}

/* "PER,ORG" as a bit for each type. */
static unsigned
types_of(struct str list)
{
	unsigned types = 0;

	while (list.n)
		types |= 1u << corpus_type(str_cut(&list, ','));
	return types & ~1u;
}

static struct str
label_of(struct str line, struct str *token)
{
	struct str rest = line;

	*token = str_cut(&rest, '\t');
	if (token->n == line.n) { /* columns between blanks: the last one */
		rest = line;
		*token = str_cut(&rest, ' ');
	}
	while (str_index(rest, ' ') < rest.n)
		str_cut(&rest, ' ');
	return str_trim(rest);
}

unsigned
corpus_types(struct str file)
{
	unsigned types = 0;
	struct str token;

	while (file.n) {
		struct str label = label_of(str_cut(&file, '\n'), &token);

		if (label.n > 2 && label.s[1] == '-')
			types |= 1u
				 << corpus_type(str_slice(label, 2, label.n));
	}
	return types & ~1u;
}

/* ---- a document -------------------------------------------------------- */

struct maker {
	struct arena *arena;
	struct corpus_document *d;
	size_t text_room, name_room;
	struct buf text; /* the sentence so far */
	enum corpus_copy copy;
	uint8_t open; /* type of the name that may go on, or 0 */
};

static bool
is_small(struct str token)
{
	static const struct str small[] = { STR_INIT("of"), STR_INIT("in"),
		STR_INIT("the"), STR_INIT("and"), STR_INIT("to"),
		STR_INIT("for"), STR_INIT("a"), STR_INIT("on"), STR_INIT("at"),
		STR_INIT("by"), STR_INIT("with"), STR_INIT("from"),
		STR_INIT("is"), STR_INIT("as") };
	size_t i;

	for (i = 0; i < sizeof small / sizeof *small; i++)
		if (str_eq(small[i], token))
			return true;
	return false;
}

/* The length of the word that begins a text; 0 when none does. */
static size_t
word_length(struct str text)
{
	size_t at = 0, length;

	while (at < text.n) {
		uint32_t c = utf8_decode(text, at, &length);

		if (!utf8_is_letter(c) && c != '\'' && c != 0x2019)
			break;
		at += length;
	}
	return at;
}

/* A capital for a code point, where that is as long: offsets stay. */
static void
add_capital(struct buf *out, struct str text, size_t at, size_t length)
{
	char bytes[4];
	size_t n =
	    utf8_encode(utf8_to_upper(utf8_decode(text, at, &length)), bytes);

	buf_add(out, n == length ? (struct str){ bytes, n }
				 : str_slice(text, at, at + length));
}

struct str
corpus_case(struct arena *a, struct str text, enum corpus_copy copy)
{
	struct buf out;
	size_t at, length, word_end = 0;
	struct str made;

	if (copy == COPY_PLAIN)
		return text;
	buf_init(&out, a->os);
	for (at = 0; at < text.n; at += length) {
		bool starts = at >= word_end;

		if (starts)
			word_end =
			    at + word_length(str_slice(text, at, text.n));
		utf8_decode(text, at, &length);
		if (copy == COPY_UPPER ||
		    (starts && !is_small(str_slice(text, at, word_end))))
			add_capital(&out, text, at, length);
		else
			buf_add(&out, str_slice(text, at, at + length));
	}
	made = arena_copy(a, buf_str(&out));
	buf_free(&out);
	return made;
}

static void
end_sentence(struct maker *m)
{
	struct corpus_document *d = m->d;

	m->open = TYPE_OUTSIDE;
	if (!m->text.n)
		return;
	if (d->count == m->text_room)
		d->texts = arena_grow(m->arena, d->texts, d->count,
		    &m->text_room, sizeof *d->texts);
	d->texts[d->count++] = corpus_case(
	    m->arena, arena_copy(m->arena, buf_str(&m->text)), m->copy);
	m->text.n = 0;
}

/* Whether a blank stood before a token: a guess. */
static bool
spaced(struct str text, struct str token)
{
	char last = text.n ? text.s[text.n - 1] : '(', first = token.s[0];

	if (last == '(' || last == '[' || last == '-' || first == ')' ||
	    first == ']' || first == '-')
		return false;
	if (token.n == 1)
		return !strchr(".,;:?!%'", first);
	return first != '\'' && !str_starts(token, STR("\xe2\x80\x99"));
}

static void
add_line(struct maker *m, struct str line)
{
	struct corpus_document *d = m->d;
	struct str token, label = label_of(line, &token);
	unsigned type = label.n > 2 && label.s[1] == '-'
			    ? corpus_type(str_slice(label, 2, label.n))
			    : TYPE_OUTSIDE;
	size_t start;

	if (spaced(buf_str(&m->text), token))
		buf_byte(&m->text, ' ');
	start = m->text.n;
	buf_add(&m->text, token);
	if (type == TYPE_OUTSIDE) {
		m->open = (uint8_t)type;
		return;
	}
	if (label.s[0] == 'I' && type == m->open) {
		d->names[d->name_count - 1].end = m->text.n;
		return;
	}
	if (d->name_count == m->name_room)
		d->names = arena_grow(m->arena, d->names, d->name_count,
		    &m->name_room, sizeof *d->names);
	d->names[d->name_count++] =
	    (struct corpus_name){ d->count, start, m->text.n, (uint8_t)type };
	m->open = (uint8_t)type;
}

/* The value of "key=value" in a "# doc" line. */
static struct str
value_of(struct str line, struct str key)
{
	while (line.n) {
		struct str field = str_cut(&line, '\t');

		if (str_starts(field, key))
			return str_slice(field, key.n, field.n);
	}
	return (struct str){ 0 };
}

static bool
starts_document(struct str line)
{
	return str_starts(line, STR("# doc ")) ||
	       str_starts(line, STR("-DOCSTART-"));
}

bool
corpus_next(struct corpus_document *d, struct arena *a, struct str *file,
    unsigned types, enum corpus_copy copy)
{
	struct maker m = { .arena = a, .d = d, .copy = copy };
	struct str line, rest;

	if (!file->n)
		return false;
	if (file->s[0] == '{')
		return corpus_json(d, a, str_cut(file, '\n'), copy);
	*d = (struct corpus_document){ .types = types };
	buf_init(&m.text, a->os);
	rest = *file;
	line = str_cut(&rest, '\n');
	if (starts_document(line)) {
		*file = rest;
		if (line.s[0] == '#') {
			d->types = types_of(value_of(line, STR("types=")));
			d->set = value_of(line, STR("set="));
			d->id = str_slice(line, 6, str_index(line, '\t'));
		}
	}
	for (rest = *file; rest.n; *file = rest) {
		line = str_cut(&rest, '\n');
		if (starts_document(line))
			break;
		if (line.n)
			add_line(&m, line);
		else
			end_sentence(&m);
	}
	end_sentence(&m);
	buf_free(&m.text);
	return true;
}
