/* nf-nums - tag figures, with unit, qualifier and what is counted */
#include "filter.h"
#include "quantity.h"

static struct quantity_options quantity;

static bool
set_dollar(const char *code)
{
	quantity.dollar = code;
	return quantity_is_currency(code);
}

static void
start(struct filter *f)
{
	quantity.words = quantity_words_new(&f->forever);
}

static void
nums(struct filter *f, const struct document *d)
{
	const struct span *s;

	for (s = quantity_find(&f->arena, d->texts, d->count, &quantity); s;
	     s = s->next)
		filter_add(f, s);
}

static const struct option_spec options[] = {
	{ 'a', "all", NULL, "every numeral, also years and durations", NULL,
	    &quantity.all },
	{ 'y', "years", NULL, "years too, as numbers", NULL, &quantity.years },
	{ 0, "si", NULL, "add si=, the value in units of the SI", NULL,
	    &quantity.si },
	{ 0, "dollar", "CODE", "what a bare $ means; USD", set_dollar, NULL },
	{ 0 }
};

int
main(int argc, char *argv[])
{
	static const char *const kinds[] = { "age", "count", "fraction",
		"money", "multiple", "number", "ordinal", "percent", "quantity",
		"ratio", "score", NULL };
	static struct filter f = {
		.name = "nf-nums",
		.purpose = "tag figures, with unit, qualifier and what is "
			   "counted",
		.example = "nf-clean page.html | nf-sent | nf-nums",
		.kinds = kinds,
		.options = options,
		.start = start,
		.document = nums,
	};

	return filter_main(&f, argc, argv);
}
