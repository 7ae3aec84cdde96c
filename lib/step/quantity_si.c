/* quantity_si - units as factors of the SI's own
 *
 * Codes that the SI does not need stand in the list si with an exact factor;
 * Celsius and Fahrenheit are shifted. Rates are not converted. */
#include "figure.h"

#include <string.h>

enum si_class { SI_UNIT };

#include "si.h"

static struct decimal
parse(struct str s)
{
	struct decimal d;
	size_t point = str_index(s, '.'), n = 0;
	char digits[32];
	size_t i;

	for (i = 0; i < s.n && n < sizeof digits; i++)
		if (s.s[i] >= '0' && s.s[i] <= '9')
			digits[n++] = s.s[i];
	d = decimal_digits(
	    (struct str){ digits, n }, point < s.n ? s.n - point - 1 : 0);
	return d;
}

bool
figure_factor(struct str unit, struct decimal *factor, struct str *si)
{
	size_t i;

	for (i = 0; i < sizeof si_words / sizeof *si_words; i++) {
		if (!str_eq(unit, str_of(si_words[i].text)))
			continue;
		*si = str_of(si_words[i].more);
		*factor =
		    decimal_shift(parse(str_cut(si, ' ')), si_words[i].value);
		return true;
	}
	return false;
}

struct str
figure_si(struct arena *a, struct decimal d, struct str unit)
{
	struct decimal factor;
	struct str si;

	if (str_eq(unit, STR("[degF]"))) {
		d = decimal_add(d, decimal_negate(decimal_of(32)));
		d = decimal_divide(
		    decimal_multiply(d, decimal_of(5)), decimal_of(9));
		unit = STR("Cel");
	}
	if (str_eq(unit, STR("Cel"))) {
		d = decimal_add(d, decimal_shift(decimal_of(27315), -2));
		return arena_join(
		    a, (struct str[]){ decimal_text(a, d), STR(" K") }, 2);
	}
	if (!figure_factor(unit, &factor, &si))
		return STR("");
	return arena_join(a,
	    (struct str[]){
		decimal_text(a, decimal_multiply(d, factor)), STR(" "), si },
	    3);
}
