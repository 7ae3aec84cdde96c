/* nf-dates - tag and normalise dates and times */
#include "calendar.h"
#include "filter.h"
#include "timex.h"
#include "timex_anchor.h"

static struct timex_options timex;
static struct str date; /* of -d */

static bool
set_date(const char *argument)
{
	int64_t day;

	date = str_of(argument);
	return calendar_parse(&day, date);
}

static void
start(struct filter *f)
{
	timex.tables = timex_start(&f->forever);
}

static void
dates(struct filter *f, const struct document *d)
{
	const struct span *s;

	timex.date = date.n ? date : d->date;
	for (s = timex_find(&f->arena, d->texts, d->count, &timex); s;
	    s = s->next)
		filter_add(f, s);
}

static bool
set_prefer(const char *argument)
{
	static const char *const names[] = { "tense", "past", "future",
		"nearest", NULL };
	int i;

	for (i = 0; names[i]; i++)
		if (str_eq(str_of(argument), str_of(names[i]))) {
			timex.prefer = (enum timex_preference)i;
			return true;
		}
	return false;
}

static const struct option_spec options[] = {
	{ 'd', "date", "DATE", "resolve relative dates against DATE",
	    set_date, NULL },
	{ 'r', "ranges", NULL, "one row for a range", NULL, &timex.ranges },
	{ 0, "prefer", "WHICH", "tense, past, future or nearest", set_prefer,
	    NULL },
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
