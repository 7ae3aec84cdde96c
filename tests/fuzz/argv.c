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

/* The variables of the command lie together, so that each run can begin as if
 * it were the first: they are put back to what they were. */
#pragma clang section bss = "command_bss" data = "command_data"
#define main command_main
#define filter_main capture
#include COMMAND
#undef main
#undef filter_main
#pragma clang section bss = "" data = ""

extern char __start_command_bss[], __stop_command_bss[];
extern char __start_command_data[], __stop_command_data[];

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct part {
	char *start, *stop, *copy;
} parts[] = {
	{ __start_command_bss, __stop_command_bss, NULL },
	{ __start_command_data, __stop_command_data, NULL },
};

__attribute__((no_sanitize("address"))) static void
begin_anew(void)
{
	static char name[] = "fuzz", *all[] = { name, NULL };
	size_t i, k, n;

	if (!fuzzed)
		command_main(1, all);
	for (i = 0; i < 2; i++) {
		n = (size_t)(parts[i].stop - parts[i].start);
		if (!parts[i].copy) {
			parts[i].copy = malloc(n + 1);
			for (k = 0; k < n; k++)
				parts[i].copy[k] = parts[i].start[k];
		}
		for (k = 0; k < n; k++)
			parts[i].start[k] = parts[i].copy[k];
	}
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
	begin_anew();
	memcpy(copy, data, size);
	copy[size] = '\0';
	while (rest.n && count < FAKE_ARGUMENTS - 2) {
		struct str argument = str_cut(&rest, '\n');

		if (!argument.n)
			break;
		copy[argument.s + argument.n - copy] = '\0';
		args[count++] = argument.s;
	}
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
