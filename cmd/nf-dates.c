/* nf-dates - tag and normalise dates and times */
#include "calendar.h"
#include "die.h"
#include "filter.h"
#include "timex.h"
#include "timex_anchor.h"
#include "utf8.h"

static struct timex_options timex;
static struct str date;        /* of -d */
static const char *rules_path; /* of --rules */
static bool anchor, dmy, mdy, te3, edtf;

static bool
set_date(const char *argument)
{
	int64_t day;

	date = str_of(argument);
	return calendar_parse(&day, date);
}

static bool
set_rules(const char *argument)
{
	rules_path = argument;
	return *argument;
}

/* The number of a word in a list of words between blanks; -1 for none. */
static int
number_of(const char *word, const char *list)
{
	struct str rest = str_of(list);
	int i;

	for (i = 0; rest.n; i++)
		if (str_eq(str_cut(&rest, ' '), str_of(word)))
			return i;
	return -1;
}

static bool
set_prefer(const char *argument)
{
	int n = number_of(argument, "tense past future nearest");

	timex.prefer = n < 0 ? TIMEX_TENSE : (enum timex_preference)n;
	return n >= 0;
}

static bool
set_week_start(const char *argument)
{
	int n = number_of(argument, "monday tuesday wednesday thursday friday "
	    "saturday sunday mon tue wed thu fri sat sun");

	timex.week_start = n % 7 + 1;
	return n >= 0;
}

static void
read_rules(struct filter *f, struct timex_tables *tables)
{
	const char *why;
	struct str text;
	size_t line;
	int error = reader_file(&f->forever, rules_path, &text);

	if (error)
		die(f->os, error, "%s:", rules_path);
	if (utf8_valid(text) != text.n)
		die(f->os, 0, "%s: not UTF-8", rules_path);
	if (!timex_add_rules(&f->forever, tables, text,
		&line, &why))
		die(f->os, 0, "%s:%z: %s", rules_path, line, why);
}

static void
start(struct filter *f)
{
	struct timex_tables *tables = timex_start(&f->forever);

	if (rules_path)
		read_rules(f, tables);
	f->only = f->only || anchor;
	timex.tables = tables;
	timex.order = dmy ? TIMEX_DMY : mdy ? TIMEX_MDY : TIMEX_AUTO;
	timex.spelling = te3 ? TIMEX_TE3 : edtf ? TIMEX_EDTF : TIMEX_PLAIN;
}

/* The date of the doc row, unless it is none: "02-03-2009". */
static struct str
row_date(const struct document *d)
{
	int64_t day;

	return calendar_parse(&day, d->date) ? d->date : (struct str){ 0 };
}

/* -A: the date of a document and what told it, on one line. */
static void
print_anchor(struct filter *f, const struct document *d)
{
	struct timex_anchor found = { .value = date, .rule = "option" };
	struct str parts[7];

	if (!date.n && row_date(d).n)
		found = (struct timex_anchor){ .value = d->date,
			.rule = "doc" };
	else if (!date.n)
		found = timex_document_date(&f->arena, timex.tables, d->texts,
		    d->count);
	parts[0] = d->name;
	parts[1] = parts[3] = parts[5] = STR("\t");
	parts[2] = found.value.n ? found.value : STR("-");
	parts[4] = found.value.n ? str_of(found.rule) : STR("-");
	parts[5] = STR("\n");
	filter_out(f, arena_join(&f->arena, parts, 6));
}

static void
dates(struct filter *f, const struct document *d)
{
	const struct span *s;

	if (anchor) {
		print_anchor(f, d);
		return;
	}
	timex.date = date.n ? date : row_date(d);
	for (s = timex_find(&f->arena, d->texts, d->count, &timex); s;
	    s = s->next)
		filter_add(f, s);
}

static const struct option_spec options[] = {
	{ 'd', "date", "DATE", "resolve relative dates against DATE",
	    set_date, NULL },
	{ 'r', "ranges", NULL, "one row for a range", NULL, &timex.ranges },
	{ 'A', "anchor", NULL, "print the document's date and what told it",
	    NULL, &anchor },
	{ 0, "prefer", "WHICH", "tense, past, future or nearest", set_prefer,
	    NULL },
	{ 0, "dmy", NULL, "5/7/2024 is in July", NULL, &dmy },
	{ 0, "mdy", NULL, "5/7/2024 is in May", NULL, &mdy },
	{ 0, "week-start", "DAY", "the first day of the week", set_week_start,
	    NULL },
	{ 0, "te3", NULL, "spell values as TempEval-3", NULL, &te3 },
	{ 0, "edtf", NULL, "spell values as ISO 8601-2", NULL, &edtf },
	{ 0, "rules", "FILE", "add rules of your own", set_rules, NULL },
	{ 0 }
};

int
main(int argc, char *argv[])
{
	static const char *const kinds[] = { "date", "duration", "range",
		"set", "time", NULL };
	static struct filter f = { .name = "nf-dates",
		.purpose = "tag and normalise dates and times",
		.example = "nf-dates -d 2024-07-25 article.txt",
		.kinds = kinds, .options = options, .start = start,
		.document = dates };

	return filter_main(&f, argc, argv);
}
