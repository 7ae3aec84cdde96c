/* entity_seat - houses that stand for those who govern in them
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

static const struct str places[] = { STR_INIT("at"), STR_INIT("in"),
	STR_INIT("inside"), STR_INIT("outside"), STR_INIT("near"),
	STR_INIT("around") };

static bool
is_seat(struct str name)
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
	size_t i;

	if (str_eq_nocase(word, STR("the")))
		word = last_word(&before);
	for (i = 0; i < sizeof places / sizeof *places; i++)
		if (str_eq_nocase(word, places[i]))
			return true;
	return false;
}

void
entity_seats(struct entity_mentions *m, const struct entity_scan *s)
{
	size_t i;

	for (i = 0; i < m->count; i++) {
		struct entity_mention *x = &m->items[i];
		struct str text = s->texts[x->unit].text;

		if (x->listed || !is_seat(str_slice(text, x->start, x->end)))
			continue;
		x->type = is_place(str_slice(text,
			      x->start > 32 ? x->start - 32 : 0, x->start))
			      ? TYPE_FACILITY
			      : TYPE_ORG;
		x->surety = x->surety < 80 ? 80 : x->surety;
		x->recovered = true;
	}
}
