/* nf-cut - columns and attributes of the stream by name */
#include "filter.h"

enum { FIELDS_MAX = 64 };

enum source {
	FIELD_KIND,
	FIELD_DOC,
	FIELD_N,
	FIELD_START,
	FIELD_END,
	FIELD_TEXT,
	FIELD_VALUE,
	FIELD_ATTRS,
	FIELD_NUMBER,
	FIELD_UNIT,
	FIELD_WHAT,
	FIELD_SENTENCE,
	FIELD_ATTRIBUTE
};

/* All fields but the attributes, in the order of enum source. */
static const char *const names[] = { "kind", "doc", "n", "start", "end",
	"text", "value", "attrs", "number", "unit", "what", "sentence" };

/* A list that was given on the command line. */
struct list {
	struct str names[FIELDS_MAX];    /* [count] */
	enum source sources[FIELDS_MAX]; /* [count] of fields */
	size_t count;
};

static struct list fields, kinds;
static bool header;                 /* name the fields in a first line */
static bool sentences;              /* one of the fields is "sentence" */
static struct buf sentence, line;   /* of the unit above; being made */

static bool
read_list(struct list *l, const char *argument)
{
	struct str rest = str_of(argument), name;

	if (!rest.n)
		return false;
	while (rest.n) {
		name = str_cut(&rest, ',');
		if (!name.n || l->count == FIELDS_MAX)
			return false;
		l->names[l->count++] = name;
	}
	return true;
}

static enum source
source_of(struct str name)
{
	int i;

	for (i = 0; i < FIELD_ATTRIBUTE; i++)
		if (str_eq(name, str_of(names[i])))
			break;
	return (enum source)i;
}

static bool
set_fields(const char *argument)
{
	size_t i = fields.count;

	if (!read_list(&fields, argument))
		return false;
	for (; i < fields.count; i++) {
		fields.sources[i] = source_of(fields.names[i]);
		sentences |= fields.sources[i] == FIELD_SENTENCE;
	}
	return true;
}

static bool
set_kinds(const char *argument)
{
	return read_list(&kinds, argument);
}

static bool
is_one_of(struct str kind, const char *const *list)
{
	for (; *list; list++)
		if (str_eq(kind, str_of(*list)))
			return true;
	return false;
}

/* Takes apart the value of a figure: "NUMBER UNIT" of what is measured,
 * "NUMBER THING" of what is counted. Empty for what it has not. */
static struct str
part_of_value(const struct record *r, enum source part)
{
	static const char *const measured[] = { "age", "money", "percent",
		"quantity", NULL };
	static const char *const counted[] = { "count", "fraction",
		"multiple", "number", "ordinal", "ratio", "score", NULL };
	bool measure = is_one_of(r->kind, measured);
	struct str rest = r->value, number;

	if (!measure && !is_one_of(r->kind, counted))
		return STR("");
	number = str_cut(&rest, ' ');
	if (part == FIELD_NUMBER)
		return number;
	return (part == FIELD_UNIT) == measure ? rest : STR("");
}

static struct str
number_text(struct arena *a, size_t number)
{
	struct buf b;
	struct str copy;

	buf_init(&b, a->os);
	buf_size(&b, number);
	copy = arena_copy(a, buf_str(&b));
	buf_free(&b);
	return copy;
}

static struct str
field(struct filter *f, const struct record *r, size_t i)
{
	struct str what;

	switch (fields.sources[i]) {
	case FIELD_KIND:
		return r->kind;
	case FIELD_DOC:
		return r->doc;
	case FIELD_N:
		return number_text(&f->arena, r->number);
	case FIELD_START:
		return number_text(&f->arena, r->start);
	case FIELD_END:
		return number_text(&f->arena, r->end);
	case FIELD_TEXT:
		return r->text;
	case FIELD_VALUE:
		return r->value;
	case FIELD_ATTRS:
		return r->attrs;
	case FIELD_NUMBER:
	case FIELD_UNIT:
		return part_of_value(r, fields.sources[i]);
	case FIELD_WHAT:
		what = part_of_value(r, FIELD_WHAT);
		return what.n ? what : record_attr(r->attrs, STR("what"));
	case FIELD_SENTENCE:
		return buf_str(&sentence);
	case FIELD_ATTRIBUTE:
		break;
	}
	return record_attr(r->attrs, fields.names[i]);
}

static bool
wanted(struct str kind)
{
	size_t i;

	for (i = 0; i < kinds.count; i++)
		if (str_eq(kind, kinds.names[i]))
			return true;
	return !kinds.count;
}

/* The text of a unit is kept for the rows under it. */
static void
keep_sentence(const struct record *r)
{
	if (!record_is_structure(r->kind))
		return;
	sentence.n = 0;
	if (record_is_unit(r->kind))
		buf_add(&sentence, r->text);
}

static void
cut(struct filter *f, const struct record *r)
{
	size_t i;

	if (sentences)
		keep_sentence(r);
	if (!wanted(r->kind))
		return;
	line.n = 0;
	for (i = 0; i < fields.count; i++) {
		if (i)
			buf_byte(&line, '\t');
		record_field(&line, field(f, r, i));
	}
	buf_byte(&line, '\n');
	filter_out(f, buf_str(&line));
	f->found = true;
}

static void
begin(struct filter *f)
{
	size_t i;

	buf_init(&sentence, f->os);
	buf_init(&line, f->os);
	if (!fields.count)
		set_fields("kind,text,value");
	for (i = 0; header && i < fields.count; i++) {
		filter_out(f, fields.names[i]);
		filter_out(f, i + 1 < fields.count ? STR("\t") : STR("\n"));
	}
}

static void
finish(struct filter *f)
{
	(void)f;
	buf_free(&sentence);
	buf_free(&line);
}

static const struct option_spec options[] = {
	{ 'f', "fields", "LIST", "what to print: kind,text,value if not given",
	    set_fields, NULL },
	{ 'k', "kinds", "LIST", "only rows of these kinds", set_kinds, NULL },
	{ 'H', "header", NULL, "name the fields in a first line", NULL,
	    &header },
	{ .name = NULL }
};

int
main(int argc, char *argv[])
{
	static struct filter f = {
		.name = "nf-cut",
		.purpose = "Print columns and attributes of rows by name.",
		.example = "nf-cut -k count,money -f number,unit,what,sentence",
		.options = options,
		.start = begin,
		.row = cut,
		.finish = finish,
	};

	return filter_main(&f, argc, argv);
}
