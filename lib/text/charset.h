/* charset - bytes of a page in some encoding to UTF-8
 *
 * Encodings and their labels are those of the WHATWG Encoding Standard. The
 * single-byte ones and UTF-16 are tables and code here; the East Asian ones
 * are read by iconv(3). */
#ifndef NF_CHARSET_H
#define NF_CHARSET_H

#include "arena.h"
#include "str.h"

enum charset_class {
	CHARSETS_ALIAS = 1,
	CHARSETS_SINGLE,
	CHARSETS_UTF8,
	CHARSETS_UTF16LE,
	CHARSETS_UTF16BE,
	CHARSETS_ICONV
};

struct charset {
	const char *label; /* in lower case */
	int class;         /* enum charset_class */
	int unused;
	const char *more;  /* per class: see lib/data/README */
};

/* The encoding of a label in any case, blanks around it ignored; NULL if there
 * is none. */
const struct charset *charset_find(struct str label);

/* The encoding that a page declares in its first 1,024 bytes, or NULL. */
const struct charset *charset_declared(struct str page);

/* The page in UTF-8. A mark of byte order wins; else valid UTF-8 does; else
 * the given encoding, else the declared one, else windows-1252. What has no
 * meaning becomes U+FFFD. A page that is UTF-8 is returned as it is. */
struct str charset_decode(struct arena *a, struct str page,
    const struct charset *given);

/* Text in UTF-8 from the encoding, whatever the text looks like. */
struct str charset_convert(struct arena *a, struct str text,
    const struct charset *from);

#endif
