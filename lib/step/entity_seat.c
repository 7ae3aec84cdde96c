/* entity_seat - words that settle what a name is
 *
 * Whatever bears FC or Ltd. is a body, not a person.
 *
 * What a text begins with, before "(AP) -", is the place it is sent from.
 *
 * The Kremlin that says something is an organisation; what happens at the
 * Kremlin happens at a place. The word before decides. */
#include "entity_mention.h"

static const struct str seats[] = { STR_INIT("Kremlin"),
	STR_INIT("White House"), STR_INIT("Pentagon"), STR_INIT("Capitol"),
	STR_INIT("Downing Street"), STR_INIT("Whitehall"), STR_INIT("Elysee"),
	STR_INIT("\xc3\x89lys\xc3\xa9"
		 "e"),
	STR_INIT("Elysee Palace"),
	STR_INIT("\xc3\x89lys\xc3\xa9"
		 "e Palace"),
	STR_INIT("Blue House"), STR_INIT("Zhongnanhai") };

static const struct str before_places[] = { STR_INIT("at"), STR_INIT("in"),
	STR_INIT("inside"), STR_INIT("outside"), STR_INIT("near"),
	STR_INIT("around") };

bool
entity_is_seat(struct str name)
{
	size_t i;

	for (i = 0; i < sizeof seats / sizeof *seats; i++)
		if (str_eq(seats[i], name))
			return true;
	return false;
}

/* The last word of a text; it is taken off. */
static struct str
last_word(struct str *text)
{
	size_t from;
	struct str word;

	*text = str_trim(*text);
	for (from = text->n; from && text->s[from - 1] != ' '; from--)
		;
	word = str_slice(*text, from, text->n);
	text->n = from;
	return word;
}

static bool
is_place(struct str before)
{
	struct str word = last_word(&before);

	if (str_eq_nocase(word, STR("the")))
		word = last_word(&before);
	return str_is_one_of(word, before_places,
	    sizeof before_places / sizeof *before_places);
}

void
entity_seats(struct entity_mentions *m, const struct entity_scan *s)
{
	size_t i;

	for (i = 0; i < m->count; i++) {
		struct entity_mention *x = &m->items[i];
		struct str text = s->texts[x->unit].text;

		if (x->listed ||
		    !entity_is_seat(str_slice(text, x->start, x->end)))
			continue;
		x->type = is_place(str_slice(text,
			      x->start > 32 ? x->start - 32 : 0, x->start))
			      ? TYPE_FACILITY
			      : TYPE_ORG;
		x->surety = x->surety < 80 ? 80 : x->surety;
		x->recovered = true;
	}
}

static const struct str marks[] = { STR_INIT("AFC"), STR_INIT("AG"),
	STR_INIT("CF"), STR_INIT("Co."), STR_INIT("Corp"), STR_INIT("Corp."),
	STR_INIT("FC"), STR_INIT("FK"), STR_INIT("GmbH"), STR_INIT("Inc"),
	STR_INIT("Inc."), STR_INIT("LLC"), STR_INIT("Ltd"), STR_INIT("Ltd."),
	STR_INIT("PLC"), STR_INIT("SC"), STR_INIT("plc") };

static bool
has_mark(struct str name)
{
	size_t i;

	while (name.n) {
		struct str word = str_cut(&name, ' ');

		for (i = 0; i < sizeof marks / sizeof *marks; i++)
			if (str_eq(marks[i], word))
				return true;
	}
	return false;
}

void
entity_firms(struct entity_mentions *m, const struct entity_scan *s)
{
	size_t i;

	for (i = 0; i < m->count; i++) {
		struct entity_mention *x = &m->items[i];
		struct str text = s->texts[x->unit].text;

		if (x->listed || x->words < 2 ||
		    (x->type != TYPE_PERSON && x->type != TYPE_MISC) ||
		    !has_mark(str_slice(text, x->start, x->end)))
			continue;
		x->type = TYPE_ORG;
		x->recovered = true;
	}
}

/* Whether a dateline goes on behind a place: "(AP) - ", "- ". */
static bool
goes_on_dateline(struct str rest)
{
	static const struct str signs[] = { STR_INIT(" ("), STR_INIT(" - "),
		STR_INIT(" -- "), STR_INIT(" \xe2\x80\x93 "),
		STR_INIT(" \xe2\x80\x94 ") };
	size_t i;

	for (i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_starts(rest, signs[i]))
			return true;
	return false;
}

void
entity_datelines(struct entity_mentions *m, const struct entity_scan *s,
    const struct gazetteer *places)
{
	size_t i;

	for (i = 0; i < m->count; i++) {
		struct entity_mention *x = &m->items[i];
		struct str text = s->texts[x->unit].text;

		if (x->start || x->listed || x->type == TYPE_PLACE ||
		    x->type == TYPE_NORP ||
		    !goes_on_dateline(str_slice(text, x->end, text.n)) ||
		    !(entity_place_find(places, str_slice(text, 0, x->end)) &
			(PLACE_COUNTRY | PLACE_CITY | PLACE_REGION)))
			continue;
		x->type = TYPE_PLACE;
		x->recovered = true;
	}
}
