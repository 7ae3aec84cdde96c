/* option - the command line, from one table */
#include "option.h"

#include <string.h>

#include "die.h"

struct command_line {
	const struct os *os;
	const struct option_spec *const *tables; /* NULL ends */
	int argc, at; /* number of arguments, the one being read */
	char **argv;  /* [argc] */
};

/* The options of all tables, one by one: *k counts through them. */
static const struct option_spec *
next_option(const struct option_spec *const *tables, size_t *k)
{
	size_t i, skip = (*k)++;

	for (; *tables; tables++)
		for (i = 0; (*tables)[i].name; i++)
			if (!skip--)
				return &(*tables)[i];
	return NULL;
}

/* How many bytes must be changed, added or taken away to make one word the
 * other (Levenshtein's distance); long words are cut. */
static size_t
distance(struct str a, struct str b)
{
	enum { LONGEST = 32 };
	size_t row[LONGEST + 1], i, j, diagonal, above, best;

	a = str_slice(a, 0, LONGEST);
	b = str_slice(b, 0, LONGEST);
	for (j = 0; j <= b.n; j++)
		row[j] = j;
	for (i = 1; i <= a.n; i++) {
		diagonal = row[0];
		row[0] = i;
		for (j = 1; j <= b.n; j++) {
			above = row[j];
			best = diagonal + (a.s[i - 1] != b.s[j - 1]);
			if (above + 1 < best)
				best = above + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			row[j] = best;
			diagonal = above;
		}
	}
	return row[b.n];
}

static void
unknown_long(const struct command_line *c, struct str name)
{
	const struct option_spec *o, *nearest = NULL;
	size_t k = 0, d, best = name.n / 2 + 1;

	while ((o = next_option(c->tables, &k)) != NULL) {
		d = distance(name, str_of(o->name));
		if (d < best) {
			best = d;
			nearest = o;
		}
	}
	if (nearest)
		die(c->os, 0, "unknown option --%S: did you mean --%s?", &name,
		    nearest->name);
	die(c->os, 0, "unknown option --%S: see --help", &name);
}

static void
apply(const struct command_line *c, const struct option_spec *o,
    const char *argument)
{
	if (!o->set)
		*o->flag = true;
	else if (!o->set(argument))
		die(c->os, 0, "--%s: not a valid %s: '%s'", o->name,
		    o->argument ? o->argument : "use", argument);
}

/* The argument behind an option that stands alone. */
static const char *
next_argument(struct command_line *c, const struct option_spec *o)
{
	if (c->at + 1 >= c->argc)
		die(c->os, 0, "--%s: needs an argument: %s", o->name,
		    o->argument);
	return c->argv[++c->at];
}

static void
take_long(struct command_line *c, const char *text)
{
	const char *equals = strchr(text, '=');
	struct str name = { text,
		equals ? (size_t)(equals - text) : strlen(text) };
	const struct option_spec *o;
	size_t k = 0;

	while ((o = next_option(c->tables, &k)) != NULL)
		if (str_eq(name, str_of(o->name)))
			break;
	if (!o) {
		unknown_long(c, name);
		return;
	}
	if (equals && !o->argument)
		die(c->os, 0, "--%s: takes no argument", o->name);
	if (!o->argument)
		apply(c, o, "");
	else
		apply(c, o, equals ? equals + 1 : next_argument(c, o));
}

static void
take_letters(struct command_line *c, const char *text)
{
	const struct option_spec *o;
	size_t k;

	for (; *text; text++) {
		k = 0;
		while ((o = next_option(c->tables, &k)) != NULL)
			if (o->letter == *text)
				break;
		if (!o) {
			die(c->os, 0, "unknown option -%c: see --help", *text);
			return;
		}
		if (o->argument) {
			apply(c, o, text[1] ? text + 1 : next_argument(c, o));
			return;
		}
		apply(c, o, "");
	}
}

int
option_parse(const struct os *os, const struct option_spec *const *tables,
    int argc, char *argv[])
{
	struct command_line c = { os, tables, argc, 1, argv };
	int operands = 0;

	for (; c.at < argc; c.at++) {
		char *text = argv[c.at];

		if (strcmp(text, "--") == 0)
			break;
		if (text[0] != '-' || !text[1])
			argv[1 + operands++] = text;
		else if (text[1] == '-')
			take_long(&c, text + 2);
		else
			take_letters(&c, text + 1);
	}
	for (c.at++; c.at < argc; c.at++)
		argv[1 + operands++] = argv[c.at];
	return operands;
}

void
option_help(struct buf *b, const struct option_spec *const *tables)
{
	enum { COLUMN = 28 };
	const struct option_spec *o;
	size_t k = 0, from;

	while ((o = next_option(tables, &k)) != NULL) {
		from = b->n;
		buf_add(b, STR("  "));
		if (o->letter) {
			buf_byte(b, '-');
			buf_byte(b, o->letter);
			buf_add(b, STR(", --"));
		} else {
			buf_add(b, STR("    --"));
		}
		buf_add(b, str_of(o->name));
		if (o->argument) {
			buf_byte(b, '=');
			buf_add(b, str_of(o->argument));
		}
		do
			buf_byte(b, ' ');
		while (b->n - from < COLUMN);
		buf_add(b, str_of(o->help));
		buf_byte(b, '\n');
	}
}
