/* pen - running text on a terminal: colours, and lines that fit */
#include "pen.h"

#include "utf8.h"

void
pen_init(struct pen *p, struct buf *out)
{
	*p = (struct pen){ .out = out, .style = STR(""),
		.word_style = STR("") };
	buf_init(&p->word, out->os);
}

void
pen_free(struct pen *p)
{
	buf_free(&p->word);
}

static void
set_style(struct buf *b, struct str style)
{
	buf_add(b, STR("\033["));
	buf_add(b, style.n ? style : STR("0"));
	buf_byte(b, 'm');
}

static void
spaces(struct buf *b, size_t n)
{
	while (n--)
		buf_byte(b, ' ');
}

/* Goes to the next line, with the style switched off for its margin. */
static void
next_line(struct pen *p)
{
	bool styled = p->colour && p->word_style.n;

	if (styled)
		set_style(p->out, STR(""));
	buf_byte(p->out, '\n');
	spaces(p->out, p->indent);
	if (styled)
		set_style(p->out, p->word_style);
	p->column = p->indent;
	p->blank = false;
}

static void
end_word(struct pen *p)
{
	if (p->word_width && p->width && p->column > p->indent &&
	    p->column + p->blank + p->word_width > p->width)
		next_line(p);
	if (p->word_width && p->blank) {
		buf_byte(p->out, ' ');
		p->column++;
		p->blank = false;
	}
	buf_add(p->out, buf_str(&p->word));
	p->column += p->word_width;
	p->word.n = p->word_width = 0;
	p->word_style = p->style;
}

void
pen_style(struct pen *p, struct str style)
{
	if (str_eq(style, p->style))
		return;
	if (p->colour) {
		if (p->style.n && style.n)
			set_style(&p->word, STR(""));
		set_style(&p->word, style);
	}
	p->style = style;
}

void
pen_text(struct pen *p, struct str text)
{
	size_t at, n;
	uint32_t c;

	for (at = 0; at < text.n; at += n) {
		c = utf8_decode(text, at, &n);
		if (c == ' ') {
			end_word(p);
			p->blank = p->column > p->indent;
			continue;
		}
		buf_add(&p->word, str_slice(text, at, at + n));
		p->word_width += utf8_columns(c);
	}
}

void
pen_column(struct pen *p, size_t column)
{
	end_word(p);
	if (column > p->column) {
		spaces(p->out, column - p->column);
		p->column = column;
	}
	p->blank = false;
}

void
pen_line(struct pen *p)
{
	end_word(p);
	buf_byte(p->out, '\n');
	p->column = 0;
	p->blank = false;
}

size_t
pen_width(struct str text)
{
	size_t at, n, width = 0;

	for (at = 0; at < text.n; at += n)
		width += utf8_columns(utf8_decode(text, at, &n));
	return width;
}
