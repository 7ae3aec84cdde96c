/* sniff - what a file is, by its first bytes
 *
 * After the MIME Sniffing Standard: blanks, then a tag of a list. Beyond it, a
 * page counts that has such a tag within its first bytes, behind comments, a
 * processing instruction or other tags; also in UTF-16. */
#include "sniff.h"

enum { LOOK = 2048 };

static const struct str tags[] = { STR_INIT("!doctype html"), STR_INIT("html"),
	STR_INIT("head"), STR_INIT("body"), STR_INIT("script"),
	STR_INIT("meta"), STR_INIT("title"), STR_INIT("style"),
	STR_INIT("div"), STR_INIT("table"), STR_INIT("iframe"), STR_INIT("h1"),
	STR_INIT("p"), STR_INIT("a"), STR_INIT("b"), STR_INIT("br"),
	STR_INIT("font"), STR_INIT("article"), STR_INIT("section"),
	STR_INIT("main"), STR_INIT("link"), STR_INIT("span") };

static bool
begins_tag(struct str s)
{
	size_t i;

	if (!s.n || s.s[0] != '<')
		return false;
	for (i = 0; i < sizeof tags / sizeof *tags; i++) {
		size_t end = 1 + tags[i].n;

		if (s.n > end && str_eq_nocase(str_slice(s, 1, end), tags[i]) &&
		    (s.s[end] == '>' || (unsigned char)s.s[end] <= ' '))
			return true;
	}
	return false;
}

bool
sniff_html(struct str s)
{
	if (str_starts(s, STR("\xef\xbb\xbf")))
		s = str_slice(s, 3, s.n);
	if (str_starts(s, STR("\xff\xfe")) || str_starts(s, STR("\xfe\xff")))
		return str_index(str_slice(s, 0, LOOK), '<') < LOOK;
	s = str_trim(str_slice(s, 0, LOOK));
	while (str_starts(s, STR("<!--")) || str_starts(s, STR("<?"))) {
		bool comment = s.s[1] == '!';
		size_t end = str_find(s, comment ? STR("-->") : STR(">"));

		if (end == s.n)
			return true;
		s = str_trim(str_slice(s, end + (comment ? 3 : 1), s.n));
	}
	return begins_tag(s);
}
