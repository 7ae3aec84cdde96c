/* os - the seam to the system: files, memory, messages, the end
 *
 * Everything that can fail goes through one table of functions. os_posix is
 * the real one; a unit test, a fuzz target or a fault test passes its own and
 * runs a whole filter in process. */
#ifndef NF_OS_H
#define NF_OS_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "sandbox.h"

struct os {
	const char *name; /* of the program, begins each message */
	void *context;    /* handed to each function below */

	/* A descriptor, or the negative of an errno. */
	int (*open)(void *context, const char *path);

	/* The bytes read or written (0 of a read is the end), or the negative
	 * of an errno. Fewer bytes than asked for is not an error. */
	ssize_t (*read)(void *context, int fd, void *bytes, size_t n);
	ssize_t (*write)(void *context, int fd, const void *bytes, size_t n);

	/* Whether a read would return at once; waits for that if told to. */
	bool (*ready)(void *context, int fd, bool wait);

	/* Holds back the signals that ask the program to end, so that no row
	 * is cut, or lets them through again. Keeps in *before what was. */
	void (*hold)(void *context, sigset_t *before, bool on);

	/* Waits until a write would not be refused. */
	void (*writable)(void *context, int fd);

	/* Whether somebody types there. */
	bool (*terminal)(void *context, int fd);

	/* 0, or the negative of an errno. */
	int (*close)(void *context, int fd);

	/* Gives up what the program will not need any more. */
	void (*confine)(void *context, enum sandbox what);

	/* As realloc(3); n is never 0. NULL: there is no memory. */
	void *(*resize)(void *context, void *memory, size_t n);
	void (*release)(void *context, void *memory);

	/* Columns of a terminal; 0 when it is none. May be NULL, as the next
	 * three: then nothing is known. */
	size_t (*columns)(void *context, int fd);

	/* The value of an environment variable, or NULL. */
	const char *(*environment)(void *context, const char *name);

	/* Whether it is a file that stays where it is. */
	bool (*regular)(void *context, int fd);

	/* Milliseconds on a clock that never goes back. For messages on
	 * standard error alone: no output depends on it. */
	uint64_t (*clock)(void *context);

	/* Ends the program, does not return. */
	void (*exit)(void *context, int status);
};

extern const struct os os_posix;

#endif
