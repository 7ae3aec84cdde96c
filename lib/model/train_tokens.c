/* train_tokens - running text made of tokens, for the model of nf-sent */
#include "train_tokens.h"

struct train_token *
train_tokens_read(struct arena *a, struct str *rest, size_t *count)
{
	struct train_token *tokens = NULL;
	struct str line, before;
	size_t room = 0;

	*count = 0;
	while (rest->n) {
		before = *rest;
		line = str_cut(rest, '\n');
		if (str_starts(line, STR("# doc"))) {
			if (!*count)
				continue;
			*rest = before;
			break;
		}
		if (!line.n) {
			if (*count)
				tokens[*count - 1].last = true;
			continue;
		}
		if (*count == room)
			tokens = arena_grow(a, tokens, *count, &room,
			    sizeof *tokens);
		tokens[*count].text = str_cut(&line, '\t');
		tokens[(*count)++].label = line;
	}
	if (*count)
		tokens[*count - 1].last = true;
	return tokens;
}

static bool
one_of(struct str s, const char *const *list)
{
	for (; *list; list++)
		if (str_eq(s, str_of(*list)))
			return true;
	return false;
}

/* Whether no blank stands before a token. */
static bool
clings(struct str s)
{
	static const char *const signs[] = { ".", ",", ";", ":", "?", "!",
		")", "]", "}", "%", "''", "'s", "n't", "'re", "'ve", "'ll",
		"'d", "'m", "...", NULL };

	return one_of(s, signs);
}

static bool
holds(struct str s)
{
	static const char *const signs[] = { "(", "[", "{", "$", "``", NULL };

	return one_of(s, signs);
}

static void
word(struct train_text *t, struct str s)
{
	struct str text = buf_str(&t->text);

	if (text.n && text.s[text.n - 1] != ' ' &&
	    text.s[text.n - 1] != '\n' && !clings(s) && s.n)
		buf_byte(&t->text, ' ');
	buf_add(&t->text, s);
}

static bool
ends_name(const struct train_token *t, size_t i, size_t count,
    const char *type)
{
	if (t[i].label.n < 3 || !str_eq(str_slice(t[i].label, 2,
		t[i].label.n), str_of(type)))
		return false;
	return i + 1 == count || t[i].last ||
	    !str_starts(t[i + 1].label, STR("I-"));
}

static bool
is_upper(struct str s)
{
	return s.n > 1 && (unsigned char)(s.s[0] - 'A') < 26;
}

/* Two words that have an abbreviation: the first of them is not written. */
static struct str
pair(const struct train_token *t, size_t i, size_t count)
{
	static const char *const pairs[][3] = {
		{ "United", "States", "U.S." },
		{ "United", "Nations", "U.N." },
		{ "United", "Kingdom", "U.K." },
		{ "European", "Union", "E.U." },
	};
	size_t k;

	for (k = 0; i + 1 < count && k < sizeof pairs / sizeof *pairs; k++)
		if (str_eq(t[i].text, str_of(pairs[k][0])) &&
		    str_eq(t[i + 1].text, str_of(pairs[k][1])))
			return str_of(pairs[k][2]);
	return STR("");
}

/* Whether what follows the name of an organisation could follow the name of
 * a firm: of words with a capital a weekday or an office, nothing else. */
static bool
may_follow(const struct train_token *t, size_t i, size_t count)
{
	static const char *const words[] = { "Monday", "Tuesday", "Wednesday",
		"Thursday", "Friday", "Saturday", "Sunday", "President",
		"Chairman", "Secretary", "Minister", "Vice", "Chief",
		"Director", "Deputy", "Ambassador", "Assistant", "Executive",
		"Senior", "Spokesman", "Spokeswoman", "Judge", "Commissioner",
		"Professor", "Governor", "Secretary-General", "General",
		"Commander", "Counsel", "Economist", NULL };

	return i + 1 >= count || t[i].last || !is_upper(t[i + 1].text) ||
	    one_of(t[i + 1].text, words);
}

/* What is put behind a name: an abbreviation, or nothing. */
static struct str
suffix(const struct train_token *t, size_t i, size_t count, unsigned *turn)
{
	static const char *const corps[] = { "Inc.", "Corp.", "Co.", "Ltd.",
		"Corp.", "Inc.", "N.V.", "S.A." };
	static const char *const states[] = { "Calif.", "Mass.", "N.Y.",
		"N.J.", "Tex.", "Fla.", "Ill.", "Conn.", "D.C.", "Va." };

	if (ends_name(t, i, count, "ORG") && is_upper(t[i].text) &&
	    may_follow(t, i, count))
		return str_of(corps[(*turn)++ % 8]);
	if (ends_name(t, i, count, "LOC") && ++*turn % 3 == 0)
		return str_of(states[*turn / 3 % 10]);
	if (ends_name(t, i, count, "LOC") && *turn % 3 == 1 && i + 2 < count &&
	    t[i + 1].last && str_eq(t[i + 1].text, STR(".")))
		return str_of(corps[*turn / 3 % 8]);
	if (ends_name(t, i, count, "PER") && (*turn)++ % 4 == 0)
		return *turn % 8 ? STR("Jr.") : STR("Sr.");
	return STR("");
}

/* Short forms of months, at the end of a sentence or before a comma. */
static struct str
month(struct str s)
{
	static const char *const months[][2] = { { "January", "Jan." },
		{ "February", "Feb." }, { "August", "Aug." },
		{ "September", "Sept." }, { "October", "Oct." },
		{ "November", "Nov." }, { "December", "Dec." } };
	size_t k;

	for (k = 0; k < sizeof months / sizeof *months; k++)
		if (str_eq(s, str_of(months[k][0])))
			return str_of(months[k][1]);
	return STR("");
}

/* Nouns that become titles between a firm and a name. */
static bool
is_office(struct str s)
{
	static const char *const offices[] = { "chairman", "president",
		"chief", "spokesman", "spokeswoman", "director", "analyst",
		"executive", "founder", "vice", "manager", "economist", NULL };

	return one_of(s, offices);
}

static void
office(struct train_text *t, struct str s)
{
	word(t, STR(" "));
	buf_byte(&t->text, (char)(s.s[0] - 'a' + 'A'));
	buf_add(&t->text, str_slice(s, 1, s.n));
}

static void
mark(struct buf *b, size_t at)
{
	buf_add(b, (struct str){ (const char *)&at, sizeof at });
}

/* Writes token i, perhaps abbreviated; gives the number of tokens used. */
static size_t
write_token(struct train_text *t, const struct train_token *tokens, size_t i,
    size_t count, unsigned *turn)
{
	struct str s = pair(tokens, i, count), last = s;
	size_t used = 1;

	if (s.n) {
		word(t, s);
		used = 2;
	} else if ((last = s = month(tokens[i].text)).n) {
		word(t, s);
	} else {
		word(t, tokens[i].text);
		last = suffix(tokens, i, count, turn);
		if (last.n && last.s[0] != 'I' && last.s[0] != 'J' &&
		    ends_name(tokens, i, count, "LOC"))
			buf_add(&t->text, STR(","));
		if (last.n)
			word(t, last);
	}
	i += used;
	if (!last.n || i >= count || tokens[i - 1].last)
		return used;
	if (str_eq(tokens[i].text, STR(".")))
		return used + 1; /* one full stop is enough */
	if (is_office(tokens[i].text) && i + 1 < count &&
	    is_upper(tokens[i + 1].text)) {
		office(t, tokens[i].text);
		used++;
	}
	return used;
}

void
train_tokens_write(struct train_text *t, const struct train_token *tokens,
    size_t count, bool abbreviate, unsigned *turn)
{
	size_t i, used;
	bool open = false;

	t->text.n = t->ends.n = t->begins.n = 0;
	for (i = 0; i < count; i += used) {
		if (!open)
			mark(&t->begins, t->text.n + (t->text.n > 0));
		open = true;
		used = 1;
		if (abbreviate)
			used = write_token(t, tokens, i, count, turn);
		else
			word(t, tokens[i].text);
		if (holds(tokens[i + used - 1].text))
			continue;
		if (tokens[i + used - 1].last) {
			mark(&t->ends, t->text.n);
			open = false;
		}
		if (i + used < count && !clings(tokens[i + used].text))
			buf_byte(&t->text, ' ');
	}
}
