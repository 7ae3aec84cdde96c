/* corpus - labelled text in columns: token TAB label, as CoNLL has it;
 * or a JSON object a line: {"id", "set", "types": [], "text", "spans":
 * [[start, end, "TYPE"]]}, offsets in code points; this is better, as it keeps
 * the blanks.
 *
 * A blank line ends a sentence. A label is O, B-TYPE or I-TYPE. A line
 *
 *   # doc ID TAB set=NAME TAB types=PER,ORG
 *
 * begins a document, names its corpus, and lists the types that are labelled
 * in it: what is O may then be a name of another type. Without such lines all
 * is one corpus, in which all types are labelled that occur; "-DOCSTART-"
 * begins a document too. */
#ifndef NF_CORPUS_H
#define NF_CORPUS_H

#include "arena.h"
#include "str.h"

enum corpus_copy { COPY_PLAIN, COPY_UPPER, COPY_TITLE };

struct corpus_name {
	size_t text;	   /* number of the sentence */
	size_t start, end; /* its bytes */
	uint8_t type;	   /* enum tagger_type */
};

struct corpus_document {
	struct str id, set;
	unsigned types;	   /* a bit for each type that is labelled */
	struct str *texts; /* [count] sentences, put together again */
	size_t count;
	struct corpus_name *names; /* [name_count] in order */
	size_t name_count;
};

/* The types whose labels occur in a file without "# doc" lines. */
unsigned corpus_types(struct str file);

/* Reads the next document off the front of a file; false at its end. */
bool corpus_next(struct corpus_document *d, struct arena *a, struct str *file,
    unsigned types, enum corpus_copy copy);

/* The same for a line of JSON. */
bool corpus_json(struct corpus_document *d, struct arena *a, struct str line,
    enum corpus_copy copy);

/* The type of a name by the label of a corpus; TYPE_OUTSIDE: none of ours. */
unsigned corpus_type(struct str name);

/* A text in the case of a copy; in_word: not at the start of a word. */
struct str corpus_case(struct arena *a, struct str text, enum corpus_copy copy);

#endif
