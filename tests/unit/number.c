/* number - numerals of every sort have the value that a reader gives them */
#include "number.h"

#include "unit.h"

static struct arena arena;
static struct number_reader reader;

/* The values of all numerals in a text, with blanks between. */
static struct str
values(const char *s)
{
	struct str text = str_of(s), all = STR("");
	size_t count, i;
	struct token *t;
	struct numeral n;

	arena_reset(&arena);
	t = token_split(&arena, text, &count);
	for (i = 0; i < count; i++) {
		if (!number_begins(&reader, text, &t[i]) ||
		    !number_read(&reader, text, t, count, i, &n))
			continue;
		if (all.n)
			all = arena_append(&arena, all, STR(" "));
		all = arena_append(&arena, all, decimal_text(&arena, n.value));
		if (n.high.n) {
			all = arena_append(&arena, all, STR(".."));
			all = arena_append(
			    &arena, all, decimal_text(&arena, n.high));
		}
		if (n.kind == NUMERAL_ORDINAL)
			all = arena_append(&arena, all, STR("th"));
		i = n.end - 1;
	}
	return all;
}

struct example {
	const char *text, *values;
};

static const struct example strict[] = {
	{ "1,234.56 or 1.234,56 or 12,34,567.89",
	    "1234.56 1234.56 1234567.89" },
	{ "1 300 and 1\xc2\xa0"
	  "300\xc2\xa0"
	  "000",
	    "1300 1300000" },
	{ "4.800 .08 5,00 0,125", "4.8 0.08 5 0.125" },
	{ "1e10 12.32e+14, -12e-1", "10000000000 1232000000000000 -1.2" },
	{ "1.1^23", "8.95430243255237372246531" },
	{ "6.23x10^-4 2.48\xc3\x97"
	  "10\xe2\x88\x92"
	  "5 8x2^10",
	    "0.000623 0.0000248 8192" },
	{ "3\xc2\xbd \xe2\x85\x94 2 1/4 3/4", "3.5 0.666667 2.25 0.75" },
	{ "5.3bn 120bn 3M 100k 1.2b 2 mn", "5300000000 120000000000 3000000 "
					   "100000 1200000000 2000000" },
	{ "16.85 lakh crore", "16850000000000" },
	{ "two and a half billion", "2500000000" },
	{ "half a million, half million, a quarter of a million",
	    "500000 500000 250000" },
	{ "one hundred and one, a hundred and fifty", "101 150" },
	{ "hundred-and-one", "101" },
	{ "Twenty-three of fifteen hundred", "23 1500" },
	{ "half a dozen, two dozen, a few dozen, several hundred",
	    "6 24 36 300" },
	{ "dozens, tens of thousands, dozens upon dozens",
	    "12..120 10000..100000 12..120" },
	{ "a third of one-third of three quarters", "0.333333 0.333333 0.75" },
	{ "the 12th, twenty-fifth and two hundred and first",
	    "12th 25th 201th" },
	{ "no one has a few", "1" },
	{ "two million and 20", "2000000 20" },
	{ "minus five point five", "-5.5" },
	{ "fell to -2.5 from 10-12", "-2.5 10 12" },
	{ "123456789012345678901234567890123456789012",
	    "123456789012345678901234567890123456789012" },
	{ "hundreds of thousands", "100000..1000000" },
	{ "two thousand and five hundred", "2500" },
	{ "a second, a third car", "2th 0.333333" },
};

static const struct example loose[] = {
	{ "one hundred and three and two thirds", "103.666667" },
	{ "three hundred and two dozens", "324" },
	{ "twenty-one trillion three hundred", "21000000000300" },
	{ "two hundred and two thousand", "202000" },
	{ "fifty - two", "52" },
	{ "two hundred point seventy-one", "200.71" },
	{ "nought point nought three, nought point eleven", "0.03 0.11" },
	{ "one million two thousand two hundred three fifths", "200440.6" },
	{ "two and fifty-four hundredths", "2.54" },
	{ "a hundred thousand trillionths", "0.0000001" },
	{ "three twenty-firsts; three twenty firsts", "0.142857 0.142857" },
	{ "one hundred thirty two fifths", "26.4" },
	{ "one hundred thirty-fifths", "2.857143" },
	{ "ninety - five hundred fifths", "1900" },
	{ "4 thousand 3 hundred and 21", "4321" },
	{ "one billion and a half million", "1000500000" },
	{ "3 million and a quarter", "3250000" },
	{ "nine million and five ninths", "9555555.555556" },
	{ "three cr twelve lac fifty-six thousand seven hundred twenty-one",
	    "31256721" },
	{ "ONE TwentY tWO", "122" },
	{ "three million, two hundred & forty", "3000240" },
	{ "a hundred trillionth", "100000000000000th" },
};

/* Words of all lengths about which a step of the hash could err. */
static const struct {
	const char *token, *lower;
} words[] = {
	{ "A", "a" },
	{ "Seventh", "seventh" },
	{ "EIGHTEEN", "eighteen" },
	{ "Seventeen", "seventeen" },
	{ "FIFTEENletters", "fifteenletters" },
	{ "SIXTEENletterses", "sixteenletterses" },
	{ "Eight\xc3\x89ight", "eight\xc3\xa9ight" },
	{ "Seventeen\xc3\x89letters", "seventeen\xc3\xa9letters" },
	{ "Internationalisierungen", "internationalisierungen" },
	{ "O'clock", "o'clock" },
	{ "O\xe2\x80\x99"
	  "Clock",
	    "o'clock" },
	{ "123456789", "123456789" },
	{ "%", "%" },
	{ "\xe2\x82\xac", "\xe2\x82\xac" },
};

static uint32_t
hash_of(const char *token)
{
	size_t count;
	const struct token *t = token_split(&arena, str_of(token), &count);

	return count == 1 ? t->hash : 0;
}

int
main(void)
{
	size_t i;

	arena_init(&arena, &os_posix);
	static struct arena forever;
	arena_init(&forever, &os_posix);
	number_start(&reader, &forever);
	TEST("numerals of news are read");
	for (i = 0; i < sizeof strict / sizeof *strict; i++)
		CHECK_STR(values(strict[i].text), strict[i].values);
	TEST("a token has the hash of its word in lower case");
	for (i = 0; i < sizeof words / sizeof *words; i++)
		CHECK(hash_of(words[i].token) ==
		    token_hash(str_of(words[i].lower)));
	TEST("numerals of every sort are read when told to");
	reader.loose = true;
	for (i = 0; i < sizeof loose / sizeof *loose; i++)
		CHECK_STR(values(loose[i].text), loose[i].values);
	arena_free(&arena);
	arena_free(&forever);
	return unit_done();
}
