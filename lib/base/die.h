/* die - messages on standard error, and the end of the program
 *
 * A message is "program: text" and a newline, written by one write(2). */
#ifndef NF_DIE_H
#define NF_DIE_H

#include "os.h"
#include "str.h"

/* Formats, for messages alone: %s is a C string, %S a struct str *, %z a
 * size_t, %c a char, %% a per cent sign. A format that ends in a colon is
 * followed by the reason of the given errno. Control characters become
 * blanks, ill-formed bytes '?', so that a hostile file name cannot speak to
 * the terminal. */
void warn(const struct os *os, int error, const char *format, ...);

/* The same, then the program ends with status 2. Does not return, as long as
 * os->exit does not. */
void die(const struct os *os, int error, const char *format, ...)
    __attribute__((noreturn));

#endif
