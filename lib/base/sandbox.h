/* sandbox - gives up what the program will not need
 *
 * Whoever finds a way to speak through a hostile page shall find a program
 * that can read what is open, write to standard output, and nothing else.
 * Nothing that was given up comes back. Where the system has no means for it
 * nothing happens. */
#ifndef NF_SANDBOX_H
#define NF_SANDBOX_H

#include <stdbool.h>

enum sandbox {
	SANDBOX_FILES,   /* no sockets, no programs, no writing of files */
	SANDBOX_LIBRARY, /* and no reading but of the system's libraries:
			  * iconv(3) loads its tables when it is asked */
	SANDBOX_NONE     /* and no opening at all */
};

/* Whether all of it took effect. Built with -DNF_NO_SANDBOX, or under a
 * sanitizer, it does nothing and is false. */
bool sandbox_enter(enum sandbox what);

#endif
