/* kind - how the kinds of annotations look and what they mean to a reader */
#include "kind.h"

#include "utf8.h"

const struct kind kinds[KINDS] = {
	{ "person", KIND_NAMES, "35" },
	{ "org", KIND_NAMES, "34" },
	{ "place", KIND_NAMES, "32" },
	{ "norp", KIND_NAMES, "36" },
	{ "misc", KIND_NAMES, "36" },
	{ "date", KIND_TIMES, "33" },
	{ "time", KIND_TIMES, "33" },
	{ "duration", KIND_TIMES, "33" },
	{ "set", KIND_TIMES, "33" },
	{ "range", KIND_TIMES, "33" },
	{ "count", KIND_FIGURES, "31" },
	{ "money", KIND_FIGURES, "31" },
	{ "percent", KIND_FIGURES, "31" },
	{ "quantity", KIND_FIGURES, "31" },
	{ "age", KIND_FIGURES, "31" },
	{ "ratio", KIND_FIGURES, "31" },
	{ "fraction", KIND_FIGURES, "31" },
	{ "score", KIND_FIGURES, "31" },
	{ "ordinal", KIND_FIGURES, "31" },
	{ "multiple", KIND_FIGURES, "31" },
	{ "number", KIND_FIGURES, "31" },
	{ "quote", KIND_OTHERS, "1" },
	{ "other", KIND_OTHERS, "1" },
};

const char *const kind_families[KIND_FAMILIES] = { "Names", "Times",
	"Figures", "Others" };

size_t
kind_find(struct str name)
{
	size_t i;

	for (i = 0; i < KINDS - 1; i++)
		if (str_eq(name, str_of(kinds[i].name)))
			break;
	return i;
}

/* What is written before a number for each qualifier of nf-nums. */
static struct str
qualifier(struct str mod)
{
	static const struct {
		struct str mod, shown;
	} table[] = {
		{ STR_INIT("~"), STR_INIT("about ") },
		{ STR_INIT(">"), STR_INIT("over ") },
		{ STR_INIT(">="), STR_INIT("at least ") },
		{ STR_INIT("<"), STR_INIT("under ") },
		{ STR_INIT("<="), STR_INIT("up to ") },
		{ STR_INIT("?"), STR_INIT("perhaps ") },
	};
	size_t i;

	for (i = 0; i < sizeof table / sizeof *table; i++)
		if (str_eq(mod, table[i].mod))
			return table[i].shown;
	return STR("");
}

/* UCUM codes of stretches of time, as words. */
static struct str
unit_word(struct str unit)
{
	static const struct {
		struct str unit, word;
	} table[] = {
		{ STR_INIT("a"), STR_INIT("years") },
		{ STR_INIT("mo"), STR_INIT("months") },
		{ STR_INIT("wk"), STR_INIT("weeks") },
		{ STR_INIT("d"), STR_INIT("days") },
		{ STR_INIT("h"), STR_INIT("hours") },
		{ STR_INIT("min"), STR_INIT("minutes") },
	};
	size_t i;

	for (i = 0; i < sizeof table / sizeof *table; i++)
		if (str_eq(unit, table[i].unit))
			return table[i].word;
	return unit;
}

/* A number with a comma before each three digits, when it has five or more
 * before its point. */
static struct str
grouped(struct arena *a, struct str number)
{
	struct str out = { NULL, 0 }, whole = number;
	size_t i, from = number.n && number.s[0] == '-';

	whole.n = str_index(number, '.');
	for (i = from; i < whole.n; i++)
		if (number.s[i] < '0' || number.s[i] > '9')
			return number;
	if (whole.n < from + 5)
		return number;
	for (i = 0; i < whole.n; i++) {
		if (i > from && (whole.n - i) % 3 == 0)
			out = arena_append(a, out, STR(","));
		out = arena_append(a, out, str_slice(number, i, i + 1));
	}
	return arena_append(a, out, str_slice(number, whole.n, number.n));
}

/* "1st", "22nd": what is written behind the number of an ordinal. */
static struct str
ordinal_ending(struct str number)
{
	static const struct str endings[] = { STR_INIT("th"), STR_INIT("st"),
		STR_INIT("nd"), STR_INIT("rd") };
	char last = number.n ? number.s[number.n - 1] : '0';
	bool teen = number.n > 1 && number.s[number.n - 2] == '1';

	return endings[last >= '1' && last <= '3' && !teen ? last - '0' : 0];
}

static struct str
figure(struct arena *a, const struct record *r)
{
	struct str rest = r->value, number = str_cut(&rest, ' ');
	struct str hi = record_attr(r->attrs, STR("hi"));
	struct str event = record_attr(r->attrs, STR("event"));
	struct str what = record_attr(r->attrs, STR("what"));
	bool close = str_starts(rest, STR("%"));
	bool ordinal = str_eq(r->kind, STR("ordinal"));
	struct str parts[] = {
		qualifier(record_attr(r->attrs, STR("mod"))),
		grouped(a, number),
		ordinal ? ordinal_ending(number) : STR(""),
		hi.n ? STR(" to ") : STR(""), grouped(a, hi),
		rest.n && !close ? STR(" ") : STR(""), unit_word(rest),
		what.n ? STR(" of ") : STR(""), what,
		event.n ? STR(", ") : STR(""), event,
	};

	if (str_eq(what, rest) || str_eq(r->kind, STR("count")) ||
	    str_eq(r->kind, STR("age")))
		parts[7] = parts[8] = STR("");
	return arena_join(a, parts, sizeof parts / sizeof *parts);
}

/* "P10M" as "10 months": a period of one unit; others as they are. */
static struct str
period(struct arena *a, struct str value)
{
	static const struct {
		struct str before, behind, word;
	} table[] = {
		{ STR_INIT("PT"), STR_INIT("H"), STR_INIT("hours") },
		{ STR_INIT("PT"), STR_INIT("M"), STR_INIT("minutes") },
		{ STR_INIT("PT"), STR_INIT("S"), STR_INIT("seconds") },
		{ STR_INIT("P"), STR_INIT("Y"), STR_INIT("years") },
		{ STR_INIT("P"), STR_INIT("M"), STR_INIT("months") },
		{ STR_INIT("P"), STR_INIT("W"), STR_INIT("weeks") },
		{ STR_INIT("P"), STR_INIT("D"), STR_INIT("days") },
	};
	struct str parts[3] = { value, STR(" "), { NULL, 0 } };
	size_t i, number;

	for (i = 0; i < sizeof table / sizeof *table; i++) {
		if (value.n < 3 || !str_starts(value, table[i].before) ||
		    !str_ends(value, table[i].behind))
			continue;
		parts[0] = str_slice(value, table[i].before.n, value.n - 1);
		parts[2] = table[i].word;
		if (!str_number(parts[0], &number))
			continue;
		if (number == 1)
			parts[2].n--;
		return arena_join(a, parts, 3);
	}
	return value;
}

struct str
kind_gloss(struct arena *a, const struct record *r)
{
	struct str mod = record_attr(r->attrs, STR("mod"));
	struct str parts[3] = { utf8_lower(a, mod), STR(" "), r->value };

	if (str_eq(r->value, STR("-")))
		return STR("");
	if (str_eq(r->kind, STR("duration")))
		parts[2] = period(a, r->value);
	switch (kinds[kind_find(r->kind)].family) {
	case KIND_FIGURES:
		return figure(a, r);
	case KIND_TIMES:
		return mod.n ? arena_join(a, parts, 3) : parts[2];
	default:
		return r->value;
	}
}
