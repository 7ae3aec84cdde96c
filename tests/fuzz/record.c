/* record - a fuzz target: rows and their attributes, read and written */
#include <stdlib.h>

#include "record.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(bool what)
{
	if (!what)
		abort();
}

static bool
sorted(struct str attrs)
{
	struct str last = { NULL, 0 }, key;

	while (attrs.n) {
		struct str value = str_cut(&attrs, '|');

		key = str_cut(&value, '=');
		if (str_compare(last, key) > 0)
			return false;
		last = key;
	}
	return true;
}

/* What is set is there, what was sorted stays sorted. */
static void
attributes(struct arena *a, struct str attrs, struct str key)
{
	struct str more = record_attr_set(a, attrs, key, STR("v"));

	if (str_index(key, '|') < key.n || str_index(key, '=') < key.n)
		return;
	must(str_eq(record_attr(more, key), STR("v")));
	must(!sorted(attrs) || sorted(more) || str_eq(attrs, STR("-")));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena a;
	struct str line = { (const char *)data, size }, again;
	const char *why = NULL;
	struct record r, s;
	struct buf b;

	if (!a.os)
		arena_init(&a, &os_posix);
	line = str_cut(&line, '\n');
	buf_init(&b, &os_posix);
	if (record_parse(&r, line, &why) == RECORD_GOOD) {
		must(record_begins(line));
		record_write(&b, &r);
		again = buf_str(&b);
		must(again.n && again.s[again.n - 1] == '\n');
		again = str_slice(again, 0, again.n - 1);
		must(record_parse(&s, again, &why) == RECORD_GOOD);
		must(s.start == r.start && s.end == r.end &&
		    s.number == r.number);
		must(str_eq(utf8_clean(&a, r.text), s.text));
		must(str_eq(utf8_clean(&a, again), again) ||
		    str_index(again, '\t') < again.n);
		attributes(&a, r.attrs, r.kind);
	} else {
		attributes(&a, line, str_slice(line, 0, size % 5));
	}
	buf_free(&b);
	arena_reset(&a);
	return 0;
}
