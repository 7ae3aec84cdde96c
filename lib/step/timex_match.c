/* timex_match - the longest match of the rules at a place
 *
 * An item that may be missing is taken when it can be; there is no way back,
 * so a pattern costs its length. Groups form layers, each of which uses lower
 * ones only; in a group the longest match counts, then the first rule. The
 * rules that are tried are those that the first four lexemes fit into (see
 * timex_index), so that a text costs little where it has no dates; a group and
 * a numeral are read once where a match begins, and a rule that cannot go on
 * behind them is left out before its meaning is built. */
#include <string.h>

#include "timex_parts.h"

/* What the groups matched where a match begins, so that each is tried once
 * there. */
struct memo {
	uint32_t at;
	struct rule_set rules;  /* of all groups, that may begin there */
	struct rule_set left;   /* those not led by a group that failed */
	uint8_t state[GROUPS];  /* 0 not tried, 1 failed, 2 matched */
	uint32_t end[GROUPS];
	struct timex t[GROUPS];
	uint32_t count_at, count_end; /* of the last numeral */
	struct duration count;
};

static bool match_group(const struct place *p, int group, uint32_t at,
    struct timex *t, uint32_t *end);
static bool know_group(const struct place *p, int group);

/* The end of the numeral at a place; each is read once. */
static uint32_t
read_count(const struct place *p, uint32_t at)
{
	struct memo *memo = p->memo;

	if (memo->count_at != at) {
		memo->count_at = at;
		memo->count_end = number_count(p, at, &memo->count);
	}
	return memo->count_end;
}

static uint32_t
match_count(const struct place *p, uint32_t at, struct meaning *m)
{
	uint32_t end = read_count(p, at);

	if (end == at || m->count == DURATIONS_MAX)
		return at;
	m->durations[m->count++] = p->memo->count;
	return end;
}

/* A group, of the date or of the end of the range. */
static uint32_t
match_side(const struct place *p, const struct item *item, uint32_t at,
    struct timex *t)
{
	struct timex side;
	uint32_t end;

	if (!item->second)
		return match_group(p, item->group, at, t, &end) ? end : at;
	side = (struct timex){ .m = t->to, .bound = true };
	if (!match_group(p, item->group, at, &side, &end))
		return at;
	t->to = side.m;
	return end;
}

/* The items that are no plain set. */
static uint32_t
match_special(const struct place *p, const struct item *item, uint32_t at,
    struct timex *t)
{
	struct meaning *m = item->second ? &t->to : &t->m;
	uint32_t end = at, has = 0;

	switch (item->kind) {
	case ITEM_COUNT:
		return match_count(p, at, m);
	case ITEM_ORD:
		end = number_ordinal(p, at, &m->ord);
		has = HAS_ORD;
		break;
	case ITEM_DAY:
		end = number_day(p, at, &m->day);
		has = HAS_DAY;
		break;
	case ITEM_YEAR:
		return number_year(p, at, m);
	case ITEM_HOUR:
		end = number_hour(p, at, &m->hour);
		has = HAS_HOUR;
		break;
	case ITEM_MINUTE:
		end = number_minute(p, at, &m->minute);
		has = HAS_MINUTE;
		break;
	case ITEM_AMPM:
		end = number_ampm(p, at, &m->ampm);
		has = HAS_AMPM;
		break;
	case ITEM_TZ:
		return number_zone(p, at, m);
	case ITEM_HOLIDAY:
		end = holiday_read(p, at, &m->holiday);
		has = HAS_HOLIDAY;
		break;
	case ITEM_A:
		m->a = p->l[at].value;
		m->op = OP_NUMERIC;
		return at + 1;
	case ITEM_B:
		m->b = p->l[at].value;
		return at + 1;
	default:
		return match_side(p, item, at, t);
	}
	if (end != at)
		m->has |= has;
	return end;
}

static bool
is_unit(const struct place *p, uint32_t at)
{
	return lexeme_is(p, at, WHEN_UNIT) || lexeme_is(p, at, WHEN_UNITS);
}

/* Matches one rule; its end in *end. */
static bool
match_rule(const struct place *p, const struct compiled *c, uint32_t at,
    struct timex *t, uint32_t *end)
{
	uint32_t stop = 0;
	int i;

	for (i = 0; i < c->count; i++) {
		const struct item *item = &c->items[i];
		const struct lexeme *l = &p->l[at];
		uint32_t next = at;

		if (c->stop == i)
			stop = at;

		if (at < p->count && set_meets(&l->sort->set, &item->set) &&
		    (!item->glued || !spaced(p, at))) {
			struct meaning *m = item->second ? &t->to : &t->m;
			struct set both = item->set;
			int k;

			if (item->absent)
				return false;
			if (item->kind == ITEM_SET && item->plain &&
			    !item->nth && !is_unit(p, at)) {
				next = at + 1;
			} else if (item->kind == ITEM_SET) {
				for (k = 0; k < WHEN_SETS; k++)
					both.bits[k] &= l->sort->set.bits[k];
				if (item->nth)
					timex_bind_nth(&t->m, p, at);
				else
					timex_bind(m, p, at, &both);
				next = at + 1;
			} else {
				next = match_special(p, item, at, t);
			}
		}
		if (next == at && !item->optional && !item->absent)
			return false;
		t->bound = t->bound || next != at;
		at = next;
	}
	*end = c->stop ? stop : at;
	t->seen = at;
	/* a rule that only passes on is not told of */
	if (c->count > 1 || c->items[0].kind != ITEM_GROUP)
		t->rule = c->rule;
	return true;
}

/* The rules of all groups that may begin here, by what the next lexemes can
 * be, and behind a numeral by what follows it. */
static struct rule_set
find_rules(const struct place *p, uint32_t at)
{
	const struct timex_tables *t = p->tables;
	const struct rule_set *most = &t->allowed[p->ranges];
	const struct lexeme *l = &p->l[at];
	const struct fits *first = l[0].sort->fits, *second = l[1].sort->fits,
			  *third = l[2].sort->fits, *fourth = l[3].sort->fits;
	struct rule_set rules;
	uint64_t counted = 0;
	uint32_t end;
	int i;

	for (i = 0; i < OPENINGS_MAX / 64; i++)
		rules.bits[i] = first->at[0].bits[i] & second->at[1].bits[i] &
		    third->at[2].bits[i] & fourth->at[3].bits[i] &
		    most->bits[i];
	if (!first->counts)
		return rules;
	for (i = 0; i < OPENINGS_MAX / 64; i++)
		counted |= rules.bits[i] & t->counted.bits[i];
	if (!counted)
		return rules;
	end = read_count(p, at);
	first = p->l[end].sort->fits;
	second = p->l[end + 1].sort->fits;
	for (i = 0; i < OPENINGS_MAX / 64; i++)
		rules.bits[i] &= ~t->counted.bits[i] | (end == at ? 0
		    : first->behind[0].bits[i] & second->behind[1].bits[i]);
	return rules;
}

/* The next rule of the set in [from, end); end for none. */
static inline int
next_rule(const struct rule_set *rules, int from, int end)
{
	int w = from / 64, rule;
	uint64_t bits;

	if (from >= end)
		return end;
	bits = rules->bits[w] & ~(uint64_t)0 << (from % 64);
	while (!bits) {
		if (++w * 64 >= end)
			return end;
		bits = rules->bits[w];
	}
	rule = w * 64 + __builtin_ctzll(bits);
	return rule < end ? rule : end;
}

/* Leaves out what a group leads of which no rule is left; the lower groups
 * come first. Without branches, which nobody could predict here. */
static struct rule_set
drop_led(const struct timex_tables *t, struct rule_set left)
{
	int g, i;

	for (g = GROUPS - 1; g > GROUP_TOP; g--) {
		uint64_t any = 0, kept;

		for (i = 0; i < OPENINGS_MAX / 64; i++)
			any |= left.bits[i] & t->own[g].bits[i];
		kept = (uint64_t)0 - (any != 0);
		for (i = 0; i < OPENINGS_MAX / 64; i++)
			left.bits[i] &= ~t->led[g].bits[i] | kept;
	}
	return left;
}

/* False when a rule fails at the group that leads it, or behind that, as far
 * as is known without a look at the others. */
static bool
lead_matches(const struct place *p, const struct opening *o, uint32_t at,
    bool bound)
{
	const struct item *item = o->c->items + o->first + 1,
			  *end = o->c->items + o->c->count;

	if (!o->lead || bound || at != p->memo->at)
		return true;
	if (!know_group(p, o->lead))
		return false;
	at = p->memo->end[o->lead];
	for (; item < end; item++) {
		if (item->absent)
			continue;
		if (set_meets(&p->l[at].sort->set, &item->set))
			return true;
		if (!item->optional)
			return false;
	}
	return true;
}

static bool
try_group(const struct place *p, int group, uint32_t at, struct timex *t,
    uint32_t *end)
{
	const struct rule_set *rules = t->bound ? &p->memo->rules
						: &p->memo->left;
	int last = p->tables->ends[group], i;
	struct timex best, trial;
	struct rule_set own;
	uint32_t longest = at, e;

	if (at != p->memo->at) {
		own = find_rules(p, at);
		rules = &own;
	}
	for (i = next_rule(rules, p->tables->begins[group], last); i < last;
	    i = next_rule(rules, i + 1, last)) {
		const struct opening *o = &p->tables->openings[i];
		const struct compiled *c = o->c;

		if (!lead_matches(p, o, at, t->bound))
			continue;
		trial = *t;
		if (!match_rule(p, c, at, &trial, &e) || e <= longest)
			continue;
		trial.first = at;
		trial.end = e;
		if (!timex_apply(&trial, c->rule) || (c->rule->guard &&
		    !c->rule->guard(p, &trial)))
			continue;
		longest = e;
		best = trial;
	}
	if (longest == at)
		return false;
	*t = best;
	*end = longest;
	return true;
}

/* Whether a group matches where the match begins, which is tried once. */
static bool
know_group(const struct place *p, int group)
{
	const struct rule_set *led = &p->tables->led[group];
	struct memo *m = p->memo;
	int i;

	if (!m->state[group]) {
		m->t[group] = (struct timex){ 0 };
		m->state[group] = try_group(p, group, m->at, &m->t[group],
		    &m->end[group]) ? 2 : 1;
		for (i = 0; m->state[group] == 1 && i < OPENINGS_MAX / 64; i++)
			m->left.bits[i] &= ~led->bits[i];
	}
	return m->state[group] == 2;
}

static bool
match_group(const struct place *p, int group, uint32_t at, struct timex *t,
    uint32_t *end)
{
	struct memo *m = p->memo;

	if (t->bound || m->at != at)
		return try_group(p, group, at, t, end);
	if (!know_group(p, group))
		return false;
	*t = m->t[group];
	*end = m->end[group];
	return true;
}

bool
timex_match(const struct place *place, uint32_t at, struct timex *best)
{
	struct memo memo;
	struct place here = *place;
	const struct place *p = &here;
	uint32_t longest = at, end;
	int last = place->tables->ends[GROUP_TOP], i;
	struct timex t;

	best->seen = at;
	here.memo = &memo;
	memo.at = at;
	memo.count_at = UINT32_MAX;
	memo.rules = drop_led(p->tables, find_rules(p, at));
	i = next_rule(&memo.rules, p->tables->begins[GROUP_TOP], last);
	if (i == last)
		return false;
	memset(memo.state, 0, sizeof memo.state);
	memo.left = memo.rules;
	for (; i < last; i = next_rule(&memo.left, i + 1, last)) {
		const struct opening *o = &p->tables->openings[i];
		const struct compiled *c = o->c;

		if (!lead_matches(p, o, at, false))
			continue;
		t = (struct timex){ 0 };
		if (!match_rule(p, c, at, &t, &end) || end < longest ||
		    (end == longest && t.seen <= best->seen))
			continue;
		t.first = at;
		t.end = end;
		if (!timex_apply(&t, c->rule) || (c->rule->guard &&
		    !c->rule->guard(p, &t)))
			continue;
		longest = end;
		*best = t;
	}
	return longest != at;
}
