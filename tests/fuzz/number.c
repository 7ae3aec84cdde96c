/* number - a fuzz target: tokens lie in order, numerals within them */
#include <stdlib.h>

#include "number.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(bool what)
{
	if (!what)
		abort();
}

static void
numerals(const struct number_reader *r, struct str text,
    const struct token *t, size_t count)
{
	struct numeral n;
	unsigned value;
	size_t i;

	for (i = 0; i < count; i++) {
		if (number_read(r, text, t, count, i, &n))
			must(n.first <= i && n.end > i && n.end <= count);
		must(number_small(r, text, t, count, i, &value) <= count);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct number_reader strict, loose;
	static struct arena a, forever;
	struct str text = { (const char *)data, size };
	const struct token *t;
	size_t count, i, last = 0;

	if (!a.os) {
		arena_init(&a, &os_posix);
		arena_init(&forever, &os_posix);
		number_start(&strict, &forever);
		number_start(&loose, &forever);
		loose.loose = true;
	}
	text = utf8_clean(&a, text);
	t = token_split(&a, text, &count);
	for (i = 0; i < count; i++) {
		must(t[i].start >= last && t[i].end > t[i].start);
		must(t[i].end <= text.n);
		last = t[i].end;
	}
	numerals(&strict, text, t, count);
	numerals(&loose, text, t, count);
	arena_reset(&a);
	return 0;
}
