/* timex_tense - whether a clause tells of the past or of what is to come
 *
 * The nearest verb on the left of the expression, in its clause, governs it
 * ("said Tuesday that the committee would meet on Friday"); else the nearest
 * on the right ("On Friday the council will vote"). Words that are in no list
 * but end in -ed count as past. A participle behind an auxiliary of the
 * future is future: "will be opened"; so is what was put off until then. */
#include "timex_guard.h"
#include "timex_near.h"

enum { LEFT = 14, RIGHT = 10, AUXILIARY = 3, LEAD = 4 };

static bool
past_form(const struct place *p, uint32_t at)
{
	struct str s = lexeme_text(p, at);

	if (lexeme_is(p, at, WHEN_PAST))
		return true;
	return p->l[at].type == TOKEN_WORD && !p->l[at].word && s.n > 4 &&
	    !(p->l[at].flags & TOKEN_UPPER) && str_ends(s, STR("ed")) &&
	    !str_ends(s, STR("eed"));
}

static bool
clause_end(const struct place *p, uint32_t at)
{
	if (p->l[at].type != TOKEN_SIGN)
		return false;
	return near_one_of(p, at, "; ? !") || (near_text(p, at, ".") &&
	    near_capital(p, at + 1) && at > 0 &&
	    p->l[at - 1].end - p->l[at - 1].start > 4);
}

/* "will be opened" is future, "opened" past. */
static int
past_or_passive(const struct place *p, uint32_t at, uint32_t least)
{
	uint32_t i;

	for (i = at; i > least && at - i < AUXILIARY; i--)
		if ((lexeme_is(p, i - 1, WHEN_FUTURE) &&
			near_one_of(p, i - 1, "will would shall should could "
			"may might must can")) || near_text(p, i - 1, "to"))
			return 1;
		else if (!near_word(p, i - 1))
			break;
	return -1;
}

static int
verb_at(const struct place *p, uint32_t at, uint32_t least)
{
	if (!p->l[at].word)
		return past_form(p, at) ? past_or_passive(p, at, least) : 0;
	if (near_text(p, at, "due") && at > least && near_one_of(p, at - 1,
	    "was were") && near_one_of(p, at + 1, "by in at on"))
		return -1; /* "was due by the end of September" */
	if (lexeme_is(p, at, WHEN_FUTURE) && !(near_text(p, at, "may") &&
	    near_capital(p, at)))
		return 1;
	/* "is to appear on Friday", "we have to finish in five days" */
	if (near_text(p, at, "to") && ((at > least && near_one_of(p, at - 1,
	    "is are have has need needs")) || (near_one_of(p, at + 1,
		"be begin start open rule vote meet take visit return end "
		"decide hold") && !lexeme_is(p, at + 2, WHEN_DASH))))
		return 1; /* but not "to end-March" */
	return past_form(p, at) ? past_or_passive(p, at, least) : 0;
}

/* Behind a date with an article these are over: "the Jan. 25 uprising". */
static const char happened[] = "attack attacks assault bombing bombings blast "
    "blasts explosion massacre shooting shootings killing killings murder "
    "murders crash uprising revolution coup revolt riots clashes raid raids "
    "quake earthquake tsunami disaster accident fire hurricane landslide "
    "kidnapping abduction assassination incident";

/* "the case was adjourned until Monday", "he has until Friday" */
static bool
put_off(const struct place *p, uint32_t at)
{
	return at > 1 && (near_text(p, at - 1, "until") ||
		near_text(p, at - 1, "to") || near_text(p, at - 1, "till")) &&
	    near_one_of(p, at - 2, "adjourned postponed delayed deferred "
		"suspended extended remanded rescheduled moved has have");
}

int
guard_tense(const struct place *p, const struct timex *t)
{
	uint32_t i, least = t->first > LEFT ? t->first - LEFT : 0;
	uint32_t most = t->end + RIGHT < p->count ? t->end + RIGHT : p->count;
	int tense;

	if (near_after(p, t->first, "in on") && t->first > 1 &&
	    near_one_of(p, t->first - 2, "is are"))
		return 1; /* "the vote is in July" */
	if (put_off(p, t->first))
		return 1;
	if (t->first > 0 && near_text(p, t->first - 1, "the") &&
	    near_one_of(p, t->end, happened))
		return -1;
	for (i = t->first; i > least; i--) {
		if (clause_end(p, i - 1))
			break;
		tense = verb_at(p, i - 1, least);
		if (tense)
			return tense;
	}
	/* the verb comes behind it where little stands before it */
	if (t->first - i > LEAD)
		most = 0;
	for (i = t->end; i < most; i++) {
		if (clause_end(p, i) || near_one_of(p, i, "and but while"))
			break;
		tense = verb_at(p, i, t->end);
		if (tense)
			return tense;
	}
	return near_after(p, t->first, "by until till through thru") ? 1 : 0;
}
