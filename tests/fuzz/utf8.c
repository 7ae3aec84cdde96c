/* utf8 - a fuzz target: validity, cleaning, decoding both ways, forms */
#include <stdlib.h>
#include <utf8proc.h>

#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(bool what)
{
	if (!what)
		abort();
}

static void
both_ways(struct str text)
{
	size_t at, length, back;
	uint32_t c;

	for (at = 0; at < text.n; at += length) {
		c = utf8_decode(text, at, &length);
		must(length >= 1 && length <= text.n - at);
		must(utf8_before(text, at + length, &back) == c);
		must(back == length);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena a;
	struct str text = { (const char *)data, size }, clean, form;
	utf8proc_int32_t c;
	size_t valid, at = 0;

	if (!a.os)
		arena_init(&a, &os_posix);
	valid = utf8_valid(text);
	while (at < size) { /* utf8proc is the oracle */
		utf8proc_ssize_t n = utf8proc_iterate(data + at,
		    (utf8proc_ssize_t)(size - at), &c);

		if (n <= 0)
			break;
		at += (size_t)n;
	}
	must(at == valid);
	clean = utf8_clean(&a, text);
	must(clean.n == size && utf8_valid(clean) == size);
	must(str_eq(utf8_clean(&a, clean), clean));
	both_ways(clean);
	form = utf8_lower(&a, text);
	must(utf8_valid(form) == form.n);
	form = utf8_fold(&a, text);
	must(utf8_valid(form) == form.n);
	form = utf8_nfc(&a, clean);
	must(utf8_valid(form) == form.n);
	must(str_eq(utf8_nfc(&a, form), form));
	arena_reset(&a);
	return 0;
}
