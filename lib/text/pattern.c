/* pattern - regular expressions of the user's own, by PCRE2
 *
 * PCRE2 counts steps anew at each place where it tries to begin a match, so
 * its limit alone lets an expression like (a+)+$ take 100,000 steps for each
 * byte of a text. So all of the text is searched with a low limit. A callout
 * in front of the expression tells at which place that was too low; there
 * alone the match is tried again with the high limit, and such places are
 * few. */
#include "pattern.h"

#include <errno.h>

#include "die.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

enum {
	DEPTH_LIMIT = 1000,
	HEAP_LIMIT = 1024, /* KiB */
	MESSAGE = 128
};

struct pattern {
	const struct os *os;
	struct str expression;
	pcre2_code *code;
	pcre2_match_data *data;
	pcre2_match_context *limits;
	size_t tried; /* the place where a match was tried last */
};

/* PCRE2's memory comes through the seam. */
static void *
resize(size_t n, void *os)
{
	const struct os *o = os;

	return o->resize(o->context, NULL, n);
}

static void
release(void *memory, void *os)
{
	const struct os *o = os;

	if (memory)
		o->release(o->context, memory);
}

/* The expression with a callout in front, behind words like (*UCP). */
static struct str
add_callout(struct arena *a, struct str expression)
{
	struct str parts[3] = { { expression.s, 0 }, STR("(?C1)"),
		expression };

	while (str_starts(parts[2], STR("(*"))) {
		size_t n = str_index(parts[2], ')');

		if (n == parts[2].n)
			break;
		parts[2] = str_slice(parts[2], n + 1, parts[2].n);
	}
	parts[0].n = expression.n - parts[2].n;
	return arena_join(a, parts, 3);
}

static int
note_place(pcre2_callout_block *block, void *pattern)
{
	struct pattern *p = pattern;

	p->tried = block->start_match;
	return 0;
}

static pcre2_code *
compile_with(pcre2_compile_context *context, struct str expression,
    int *error)
{
	PCRE2_SIZE at;

	return pcre2_compile((PCRE2_SPTR)expression.s, expression.n,
	    PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_NO_UTF_CHECK |
		PCRE2_NEVER_BACKSLASH_C,
	    error, &at, context);
}

struct pattern *
pattern_make(struct arena *a, struct str expression, const char **why)
{
	pcre2_general_context *memory = pcre2_general_context_create(resize,
	    release, (void *)(uintptr_t)a->os);
	pcre2_compile_context *compile = memory
	    ? pcre2_compile_context_create(memory) : NULL;
	struct pattern *p = ARENA_NEW(a, struct pattern);
	int error;

	p->os = a->os;
	p->expression = arena_copy(a, expression);
	*why = "no memory";
	if (!compile)
		return NULL;
	p->code = compile_with(compile, add_callout(a, expression), &error);
	if (!p->code) {
		PCRE2_UCHAR *text = (PCRE2_UCHAR *)arena_alloc(a, MESSAGE);

		pcre2_get_error_message(error, text, MESSAGE);
		*why = (const char *)text;
		return NULL;
	}
	p->data = pcre2_match_data_create_from_pattern(p->code, memory);
	p->limits = pcre2_match_context_create(memory);
	if (!p->data || !p->limits)
		return NULL;
	pcre2_set_callout(p->limits, note_place, p);
	pcre2_set_depth_limit(p->limits, DEPTH_LIMIT);
	pcre2_set_heap_limit(p->limits, HEAP_LIMIT);
	return p;
}

static int
match(struct pattern *p, struct str text, size_t from, uint32_t options,
    uint32_t steps)
{
	int found;

	p->tried = from;
	pcre2_set_match_limit(p->limits, steps);
	found = pcre2_match(p->code, (PCRE2_SPTR)text.s, text.n, from,
	    PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY | options, p->data, p->limits);
	if (found == PCRE2_ERROR_NOMEMORY)
		die(p->os, ENOMEM, "memory:");
	return found;
}

static size_t
next_place(struct str text, size_t at)
{
	do
		at++;
	while (at < text.n && ((unsigned char)text.s[at] & 0xc0) == 0x80);
	return at;
}

bool
pattern_find(struct pattern *p, struct str text, size_t from, size_t *start,
    size_t *end, unsigned *slow)
{
	const PCRE2_SIZE *ends;
	int found;

	for (;;) {
		found = match(p, text, from, 0, PATTERN_QUICK);
		if (found >= 0 || found == PCRE2_ERROR_NOMATCH)
			break;
		if (*slow && (*slow)--)
			found = match(p, text, p->tried, PCRE2_ANCHORED,
			    PATTERN_STEPS);
		if (found < 0 && found != PCRE2_ERROR_NOMATCH)
			die(p->os, 0, "an expression takes too many steps: %S",
			    &p->expression);
		if (found >= 0 || p->tried == text.n)
			break;
		from = next_place(text, p->tried);
	}
	if (found < 0)
		return false;
	ends = pcre2_get_ovector_pointer(p->data);
	*start = ends[0];
	*end = ends[1];
	return *end > *start;
}

struct str
pattern_group(const struct pattern *p, struct str text, const char *name)
{
	int n = pcre2_substring_number_from_name(p->code, (PCRE2_SPTR)name);
	const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(p->data);

	if (n < 0 || ends[2 * n] == PCRE2_UNSET)
		return STR("");
	return str_slice(text, ends[2 * n], ends[2 * n + 1]);
}
