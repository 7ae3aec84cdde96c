/* pattern - regular expressions of the user's own, by PCRE2 */
#include "pattern.h"

#include <errno.h>

#include "die.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

enum {
	MATCH_LIMIT = 100000,
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

struct pattern *
pattern_make(struct arena *a, struct str expression, const char **why)
{
	pcre2_general_context *memory = pcre2_general_context_create(resize,
	    release, (void *)(uintptr_t)a->os);
	pcre2_compile_context *compile = memory
	    ? pcre2_compile_context_create(memory) : NULL;
	struct pattern *p = ARENA_NEW(a, struct pattern);
	PCRE2_SIZE at;
	int error;

	p->os = a->os;
	p->expression = arena_copy(a, expression);
	*why = "no memory";
	if (!compile)
		return NULL;
	p->code = pcre2_compile((PCRE2_SPTR)expression.s, expression.n,
	    PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_NO_UTF_CHECK |
		PCRE2_NEVER_BACKSLASH_C,
	    &error, &at, compile);
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
	pcre2_set_match_limit(p->limits, MATCH_LIMIT);
	pcre2_set_depth_limit(p->limits, DEPTH_LIMIT);
	pcre2_set_heap_limit(p->limits, HEAP_LIMIT);
	return p;
}

bool
pattern_find(struct pattern *p, struct str text, size_t from, size_t *start,
    size_t *end)
{
	const PCRE2_SIZE *ends;
	int found = pcre2_match(p->code, (PCRE2_SPTR)text.s, text.n, from,
	    PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY, p->data, p->limits);

	if (found == PCRE2_ERROR_NOMEMORY)
		die(p->os, ENOMEM, "memory:");
	if (found < 0 && found != PCRE2_ERROR_NOMATCH)
		die(p->os, 0, "an expression takes too many steps: %S",
		    &p->expression);
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
