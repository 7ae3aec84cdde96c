/* sentence_sign - the signs between sentences */
#ifndef NF_SENTENCE_SIGN_H
#define NF_SENTENCE_SIGN_H

#include "str.h"

/* What ends, or seems to. */
enum terminator {
	TERMINATOR_STOP,      /* .                                       */
	TERMINATOR_QUESTION,  /* ?                                       */
	TERMINATOR_EXCLAIM,   /* !  ?!                                   */
	TERMINATOR_DOTS,      /* ...  . . .                              */
	TERMINATOR_FOUR,      /* ....  . . . .                           */
	TERMINATOR_SCRIPT,    /* of another script: no blank is needed   */
	TERMINATOR_FACE,      /* an emoji or emoticon                    */
	TERMINATOR_DASH,      /* a dash and a closing quotation mark     */
	TERMINATOR_CREDIT,    /* nothing: "Image: Ann Orr" follows       */
	TERMINATOR_BULLET,    /* nothing: a bullet follows               */
	TERMINATOR_MARK,      /* ) : it may be the number of an item     */
	TERMINATOR_NOTHING    /* no sign at all: --informal              */
};

enum gap_signs {
	GAP_QUOTE = 1,   /* “ ” " ' « »   */
	GAP_BRACKET = 2, /* ( ) [ ] { }   */
	GAP_DASH = 4,    /* - -- –        */
	GAP_BULLET = 8   /* • * and such  */
};

/* Each gives the length of such a sign at an offset, which may be that of the
 * end of the text, and 0 for none. */
size_t sign_ends(struct str text, size_t at, enum terminator *terminator);
size_t sign_closes(struct str text, size_t at, uint8_t *kind);
size_t sign_opens(struct str text, size_t at, uint8_t *kind);

/* Blanks: of ASCII, the no-break ones, the ideographic one. */
size_t sign_blanks(struct str text, size_t at);

/* An emoji or emoticon. */
size_t sign_face(struct str text, size_t at);

/* A note in brackets and the blank before it: " [12]", " [...]". */
size_t sign_note(struct str text, size_t at);

/* Whether the n bytes stand at the offset. */
bool sign_is(struct str text, size_t at, const char *bytes, size_t n);

#endif
