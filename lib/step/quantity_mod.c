/* quantity_mod - the qualifier of a figure: about, more than, up to
 *
 * The longest phrase of the list qualifier that ends before the figure, over
 * words that say nothing ("just", "an additional"), or that begins behind it
 * ("or more"). A range, a score and a vague plural keep their own. */
#include "figure.h"

/* Over "the age of" and the like. */
static size_t
skip_back(const struct passage *p, size_t at)
{
	if (at >= 3 && figure_is(p, at - 1, "of") &&
	    figure_is(p, at - 2, "age"))
		at -= figure_is(p, at - 3, "the") ? 3 : 2;
	else if (at >= 1 && figure_is(p, at - 1, "age"))
		at -= 1;
	return at;
}

static const char *
qualifier_before(const struct passage *p, size_t at)
{
	const struct word *w;
	size_t edge, times;

	at = skip_back(p, at);
	for (times = 0; times < 3; times++, at = edge) {
		w = figure_behind(p, &p->w->qualifier, at, 6, &edge);
		if (!w || w->class == QUALIFIER_AFTER)
			return NULL;
		if (w->class != QUALIFIER_NONE)
			return w->more;
	}
	return NULL;
}

static const char *
qualifier_after(struct passage *p, struct figure *f)
{
	const struct word *w;
	size_t edge;

	w = figure_ahead(p, &p->w->qualifier, f->end, 3, &edge);
	if (!w || w->class != QUALIFIER_AFTER)
		return NULL;
	return w->more;
}

void
figure_qualify(struct passage *p)
{
	size_t i;

	for (i = 0; i < p->n; i++) {
		struct figure *f = &p->f[i];
		const char *mod;

		if (f->flags & FIGURE_DROPPED || f->mod)
			continue;
		mod = qualifier_before(p, f->first);
		if (!mod || *mod == '~')
			f->mod = qualifier_after(p, f);
		if (!f->mod)
			f->mod = mod;
	}
}
