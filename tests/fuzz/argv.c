/* argv - a fuzz target: the command line of a program, and the files it names
 *
 * The input is arguments, one a line, then an empty line, then the bytes of
 * "f", a file that arguments may name, and of standard input. */
#include <stdio.h>

#include "fake.h"

static struct filter *fuzzed;

static int
capture(struct filter *f, int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	fuzzed = f;
	return 0;
}

#define main command_main
#define filter_main capture
#include COMMAND
#undef main
#undef filter_main

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The variables behind the options, as they were at start. */
static void
forget_flags(void)
{
	const struct option_spec *o;

	for (o = fuzzed->options; o && o->name; o++)
		if (o->flag)
			*o->flag = false;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *copy = malloc(size + 1);
	const char *args[FAKE_ARGUMENTS] = { NULL };
	struct str rest = { copy, size };
	struct fake k = { 0 };
	size_t count = 0;

	if (!copy)
		return 0;
	if (!fuzzed) {
		static char name[] = "fuzz", *all[] = { name, NULL };

		command_main(1, all);
	}
	memcpy(copy, data, size);
	copy[size] = '\0';
	while (rest.n && count < FAKE_ARGUMENTS - 2) {
		struct str argument = str_cut(&rest, '\n');

		if (!argument.n)
			break;
		copy[argument.s + argument.n - copy] = '\0';
		args[count++] = argument.s;
	}
	forget_flags();
	k.files[0] = (struct fake_file){ .name = "f", .bytes = rest };
	k.files[1] = (struct fake_file){ .name = "-", .bytes = rest };
	fake_run(&k, fuzzed, args);
	if (k.status < 0 || k.status > 2 || (k.status == 2 && !k.err.n)) {
		fprintf(stderr, "status %d\n%.*s\n", k.status, (int)k.err.n,
		    k.err.s);
		abort();
	}
	fake_done(&k);
	free(copy);
	return 0;
}
