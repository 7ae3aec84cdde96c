/* operand - reads a file: rows, bare text or pages, line by line
 *
 * What a line is, and to which hook of the filter it goes. */
#ifndef NF_OPERAND_H
#define NF_OPERAND_H

#include "filter.h"

/* Reads an operand, "-" for standard input, to its end. One that cannot be
 * read is reported. Once the last is open the filter gives up opening. */
void operand_run(struct filter *f, const char *operand, bool last);

/* Gives up rights that the filter does not need any more. */
void operand_confine(struct filter *f, enum sandbox what);

#endif
