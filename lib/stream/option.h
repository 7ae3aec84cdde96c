/* option - the command line, from one table
 *
 * The table gives the parser, the text of --help and, from that, the
 * completions. Long options are not abbreviated; options may stand after
 * operands; "--" ends them. */
#ifndef NF_OPTION_H
#define NF_OPTION_H

#include "buf.h"
#include "os.h"

struct option_spec {
	char letter;          /* 0: it has none */
	const char *name;     /* the long name; NULL ends a table */
	const char *argument; /* what it is called in --help; NULL: none */
	const char *help;     /* what it does, in half a line */
	bool (*set)(const char *argument); /* false: not a valid argument */
	bool *flag;           /* what is set to true, when set is NULL */
};

/* Reads argv[1..argc) by the tables (tables[] ends in NULL): operands are
 * moved to the front of argv + 1, their number is returned. A wrong option
 * ends the program with a message and status 2. */
int option_parse(const struct os *os, const struct option_spec *const *tables,
    int argc, char *argv[]);

/* Adds the lines of --help about the options. */
void option_help(struct buf *b, const struct option_spec *const *tables);

#endif
