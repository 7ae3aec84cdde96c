/* timex_lex - tokens become lexemes: what each could mean
 *
 * A word's meanings are a set of classes, looked up once; what follows works
 * on sets alone. Most words of a text are not in the list, and share the
 * empty set. Runs of digits have their sets by length and value. */
#include "timex_parts.h"

#include "when.h"

enum { WORDS = sizeof when_words / sizeof when_words[0] };

static struct str
first_word(const char *phrase)
{
	struct str rest = str_of(phrase);

	return str_cut(&rest, ' ');
}

/* The words of when.tsv and the first words of holiday.tsv in one sorted
 * list. */
static struct word *
merge_words(struct arena *a, size_t *count)
{
	struct word *all = ARENA_ARRAY(a, struct word,
	    WORDS + timex_holiday_count);
	size_t i = 0, k = 0, n = 0;

	while (i < WORDS || k < timex_holiday_count) {
		struct str day = k < timex_holiday_count
		    ? first_word(timex_holidays[k].text) : STR("");
		int order = i == WORDS ? 1 : k == timex_holiday_count ? -1
		    : str_compare(str_of(when_words[i].text), day);

		if (order <= 0) {
			all[n++] = when_words[i++];
			continue;
		}
		if (n == 0 || all[n - 1].class != WHEN_HOLIDAY ||
		    !str_eq(str_of(all[n - 1].text), day)) {
			char *text = arena_alloc(a, day.n + 1);
			size_t c;

			for (c = 0; c < day.n; c++)
				text[c] = day.s[c];
			all[n++] = (struct word){ text, WHEN_HOLIDAY, (int)k,
				"" };
		}
		k++;
	}
	*count = n;
	return all;
}

static void
make_digits(struct timex_tables *t)
{
	int n, v;

	for (n = 0; n < 6; n++)
		for (v = 0; v < 100; v++)
			set_add(&t->digits[n][v].set, WHEN_DIGITS);
	for (n = 1; n <= 2; n++) {
		for (v = 0; v < (n == 1 ? 10 : 100); v++) {
			struct set *s = &t->digits[n][v].set;

			if (v >= 1 && v <= 31)
				set_add(s, WHEN_DD);
			if (v >= 1 && v <= 12)
				set_add(s, WHEN_MM);
			if (v <= 24)
				set_add(s, WHEN_HH);
			if (n == 2 && v <= 59)
				set_add(s, WHEN_MI);
			if (n == 2)
				set_add(s, WHEN_YY);
		}
	}
	/* four digits: [4] are times of day, [5] are not */
	for (n = 4; n <= 5; n++)
		for (v = 10; v < 30; v++)
			set_add(&t->digits[n][v].set, WHEN_YYYY);
	for (v = 0; v < 24; v++)
		set_add(&t->digits[4][v].set, WHEN_HHMM);
	for (v = 1; v < 10; v++)
		set_add(&t->digits[3][v].set, WHEN_HMM);
	set_add(&t->digits[1][9].set, WHEN_HOLIDAY); /* 9/11 */
	for (n = 0; n < 6; n++)
		for (v = 0; v < 100; v++)
			set_add(&t->digits[n][v].set, 0);
}

void
timex_lex_start(struct arena *a, struct timex_tables *t)
{
	size_t count, i;
	struct word *all = merge_words(a, &count);
	size_t first = 0;

	lexicon_make(&t->words, a, all, count);
	t->sorts = ARENA_ARRAY(a, struct sort, count + 1);
	for (i = 0; i <= count; i++)
		set_add(&t->sorts[i].set, 0);
	t->plain = ARENA_ARRAY(a, struct sort, count + 1);
	t->entries = ARENA_ARRAY(a, uint8_t, count);
	for (i = 0; i < count; i++) {
		if (!str_eq(str_of(all[i].text), str_of(all[first].text)))
			first = i;
		set_add(&t->sorts[first + 1].set, all[i].class);
		t->entries[first]++;
	}
	for (i = ' '; i < 0x7f; i++) {
		char c = (char)i;
		struct str sign = { &c, 1 };
		const struct word *w = lexicon_find(&t->words, sign,
		    token_hash(sign));

		t->signs[i] = (uint16_t)(w ? w - t->words.words + 1 : 0);
	}
	make_digits(t);
}

static void
lex_digits(const struct timex_tables *t, struct str text, struct lexeme *l)
{
	uint32_t n = l->end - l->start, i;
	int32_t value = 0;

	for (i = 0; i < n && n <= 9; i++)
		value = value * 10 + (text.s[l->start + i] - '0');
	l->value = n <= 9 ? value : -1;
	if (n == 1 || n == 2)
		l->sort = &t->digits[n][value];
	else if (n == 3 && value % 100 < 60)
		l->sort = &t->digits[3][value / 100];
	else if (n == 4)
		l->sort = &t->digits[value % 100 < 60 ? 4 : 5][value / 100];
	else
		l->sort = &t->digits[0][0];
}

/* Words with which the name of a day could begin, and does not. */
static void
drop_holidays(const struct timex_tables *t, struct str text,
    struct lexeme *lexemes, size_t count)
{
	struct place p = { .tables = t, .text = text, .l = lexemes,
		.count = (uint32_t)count };
	uint32_t i;
	int index;

	for (i = 0; i < p.count; i++)
		if (lexemes[i].word && lexemes[i].type == TOKEN_WORD &&
		    set_has(&lexemes[i].sort->set, WHEN_HOLIDAY) &&
		    holiday_read(&p, i, &index) == i)
			lexemes[i].sort = &t->plain[lexemes[i].word];
}

struct lexeme *
timex_lex(struct arena *a, const struct timex_tables *t, struct str text,
    const struct token *tokens, size_t count)
{
	struct lexeme *lexemes = ARENA_ARRAY(a,
	    struct lexeme, count + LOOK);
	bool holidays = false;
	size_t i;

	lexemes[0].sort = &t->sorts[0];
	for (i = 0; i < count; i++) {
		const struct word *w = NULL;
		struct lexeme *l = &lexemes[i];

		l->start = tokens[i].start;
		l->end = tokens[i].end;
		l->type = tokens[i].type;
		l->flags = tokens[i].flags;
		if (l->type == TOKEN_NUMBER) {
			lex_digits(t, text, l);
			if (l->value != 9)
				continue;
		}
		if (l->type == TOKEN_SIGN && l->end - l->start == 1) {
			l->word = t->signs[text.s[l->start] & 0x7f];
		} else {
			w = lexicon_token(&t->words, text, &tokens[i]);
			l->word = (uint16_t)(w ? w - t->words.words + 1 : 0);
		}
		if (l->type != TOKEN_NUMBER)
			l->sort = &t->sorts[l->word];
		holidays = holidays || set_has(&l->sort->set, WHEN_HOLIDAY);
	}
	if (holidays)
		drop_holidays(t, text, lexemes, count);
	for (i = count; i < count + LOOK; i++)
		lexemes[i].sort = &t->sorts[0];
	lexemes[count].start = lexemes[count].end = (uint32_t)text.n;
	lexemes[count].flags = TOKEN_SPACED;
	return lexemes;
}

struct str
lexeme_text(const struct place *p, uint32_t at)
{
	return str_slice(p->text, p->l[at].start, p->l[at].end);
}

const struct word *
lexeme_entry(const struct place *p, uint32_t at, int class)
{
	const struct word *w;
	uint8_t left;

	if (!lexeme_is(p, at, class) || !p->l[at].word)
		return NULL;
	w = &p->tables->words.words[p->l[at].word - 1];
	for (left = p->tables->entries[p->l[at].word - 1]; left; left--, w++)
		if (w->class == class)
			return w;
	return NULL;
}
