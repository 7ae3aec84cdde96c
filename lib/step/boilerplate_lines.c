/* boilerplate_lines - plain text as blocks
 *
 * Mostly a line is a paragraph. A text is hard-wrapped when its lines were
 * filled up to a width: then the first word of the next line would not have
 * had room at the end of this one. That is asked of each pair of lines, with
 * the longest line of the stretch (between blank lines) as the width; if it
 * holds for all pairs of a stretch of three lines or more, they are one block;
 * of two lines, when the second begins in lower case or the first does not end
 * as a sentence does. */
#include "boilerplate_lines.h"

#include <string.h>

#include "utf8.h"

enum {
	WIDTH_MIN = 40, /* of hard-wrapped text, in bytes */
	WIDTH_MAX = 110,
	WIDTH_TWO = 65  /* at least, of two lines */
};

struct line {
	size_t start, end; /* without blanks at both ends */
	size_t indent;
};

struct splitter {
	struct arena *arena;
	struct str text;
	size_t offset;
	struct block *blocks;
	size_t count, room;
	struct line *lines; /* [line_count] of the stretch */
	size_t line_count, line_room;
	size_t gap;         /* blank lines before the stretch */
};

static bool
is_blank(unsigned char c)
{
	return c <= ' ' || c == 0x7f;
}

/* Takes blanks, also no-break spaces, off both ends. */
static struct line
trim(struct str s, size_t start, size_t end)
{
	size_t from = start;

	for (;;) {
		struct str rest = str_slice(s, start, end);

		if (start < end && is_blank((unsigned char)s.s[start]))
			start++;
		else if (str_starts(rest, STR("\xc2\xa0")))
			start += 2;
		else if (str_starts(rest, STR("\xef\xbb\xbf")) ||
		    str_starts(rest, STR("\xe2\x80\x8b")))
			start += 3;
		else
			break;
	}
	for (;;)
		if (end > start && is_blank((unsigned char)s.s[end - 1]))
			end--;
		else if (end - start >= 2 && memcmp(s.s + end - 2, "\xc2\xa0",
			     2) == 0)
			end -= 2;
		else
			break;
	return (struct line){ start, end, start - from };
}

static void
add_block(struct splitter *p, size_t start, size_t end, size_t gap)
{
	struct block *b;

	if (p->count == p->room)
		p->blocks = arena_grow(p->arena, p->blocks, p->count, &p->room,
		    sizeof *p->blocks);
	b = &p->blocks[p->count++];
	b->text = utf8_clean(p->arena, str_slice(p->text, start, end));
	b->start = p->offset + start;
	b->gap = (uint16_t)(gap < 9 ? gap : 9);
	b->html = NULL;
}

/* Whether the first word of a line had no room at the end of the line before
 * it. */
static bool
had_no_room(const struct splitter *p, size_t i, size_t width)
{
	const struct line *l = &p->lines[i], *before = l - 1;
	size_t word = str_index(str_slice(p->text, l->start, l->end), ' ');

	return before->end - before->start + before->indent + 1 + word >
	    width && l->indent <= before->indent + 2;
}

static bool
is_wrapped(const struct splitter *p)
{
	size_t i, width = 0;

	if (p->line_count < 2)
		return false;
	for (i = 0; i < p->line_count; i++) {
		const struct line *l = &p->lines[i];

		if (l->end - l->start + l->indent > width)
			width = l->end - l->start + l->indent;
	}
	if (width < WIDTH_MIN || width > WIDTH_MAX)
		return false;
	for (i = 1; i < p->line_count; i++)
		if (!had_no_room(p, i, width))
			return false;
	return p->line_count > 2 ||
	    (unsigned)(p->text.s[p->lines[1].start] - 'a') < 26 ||
	    (width >= WIDTH_TWO &&
	    !strchr(".!?:\"'", p->text.s[p->lines[0].end - 1]));
}

static void
end_stretch(struct splitter *p)
{
	size_t i;

	if (!p->line_count)
		return;
	if (is_wrapped(p)) {
		add_block(p, p->lines[0].start,
		    p->lines[p->line_count - 1].end, p->gap);
	} else {
		for (i = 0; i < p->line_count; i++)
			add_block(p, p->lines[i].start, p->lines[i].end,
			    i ? 0 : p->gap);
	}
	p->gap = 0;
	p->line_count = 0;
}

struct block *
lines_split(struct arena *a, struct str text, size_t offset, size_t *count)
{
	struct splitter p = { .arena = a, .text = text, .offset = offset };
	size_t at, end;

	for (at = 0; at < text.n; at = end + 1) {
		struct line l;

		end = at + str_index(str_slice(text, at, text.n), '\n');
		l = trim(text, at, end);
		if (l.start == l.end) {
			end_stretch(&p);
			p.gap++;
			continue;
		}
		if (p.line_count == p.line_room)
			p.lines = arena_grow(a, p.lines, p.line_count,
			    &p.line_room, sizeof *p.lines);
		p.lines[p.line_count++] = l;
	}
	end_stretch(&p);
	*count = p.count;
	return p.blocks;
}
