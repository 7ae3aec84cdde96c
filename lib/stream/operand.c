/* operand - reads a file: rows, bare text or pages, line by line */
#include "operand.h"

#include <string.h>

#include "die.h"
#include "utf8.h"
#include "window.h"

enum { CHUNK = WINDOW_TEXT }; /* longest piece of a bare line */

/* The state of one operand. */
struct operand {
	struct filter *f;
	size_t line;       /* number of the line being read, from 1 */
	size_t tab;        /* offset of a TAB, or of the end of what was read;
			    * none lies between the line and it */
	bool inside;       /* the last piece did not end its line */
	size_t page;       /* of .page: offset where the page begins */
	size_t page_line;  /* and its line number */
	bool page_open;    /* there is a page */
	bool page_first;   /* none of its windows has been given away */
	bool page_over;    /* it is too long: the rest is left out */
	bool page_whole;   /* it is to come whole */
};

static struct str
operand_name(const struct filter *f)
{
	return buf_str(&f->name_of);
}

static bool
owns(const struct filter *f, struct str kind)
{
	size_t i;

	if (f->splits || !f->kinds)
		return false;
	for (i = 0; f->kinds[i]; i++)
		if (str_eq(kind, str_of(f->kinds[i])))
			return true;
	return false;
}

static enum row_class
class_of(const struct filter *f, struct str kind)
{
	if (f->splits && str_eq(kind, STR("sent")))
		return ROW_PASSED;
	if (record_is_unit(kind))
		return ROW_UNIT;
	return record_is_structure(kind) ? ROW_FIXED : ROW_ANNOTATION;
}

/* A record of a stream that a step is to see. */
static void
add_record(struct operand *o, const struct record *r, struct str line)
{
	struct filter *f = o->f;
	struct row row = { .start = r->start, .end = r->end,
		.number = r->number, .text = (uint32_t)(r->text.s - line.s),
		.class = class_of(f, r->kind) };
	bool doc = str_eq(r->kind, STR("doc"));

	if (row.class == ROW_ANNOTATION && owns(f, r->kind))
		return;
	if (f->unbuffered && row.class != ROW_ANNOTATION)
		window_close(f);
	if (doc || !window_same(f, r->doc))
		window_document(f, r->doc);
	if (doc)
		window_title(f, r);
	if (row.class == ROW_ANNOTATION && window_full(f)) {
		filter_complain(f, o->line,
		    "too many annotations to be sorted");
		window_close(f);
	}
	window_add(f, &row, line, row.class == ROW_ANNOTATION || doc
		? 0
		: r->text.n);
}

/* A line that is kept as it is, between others. */
static void
add_fixed(struct operand *o, struct str line)
{
	struct filter *f = o->f;
	struct row row = { .class = ROW_FIXED };

	if (f->unbuffered)
		window_close(f);
	window_add(f, &row, line, line.n);
}

static void
add_bare(struct operand *o, size_t at, struct str text)
{
	struct filter *f = o->f;
	struct row row = { .start = at, .end = at + text.n,
		.number = o->line, .class = ROW_BARE };

	if (!window_same(f, operand_name(f)))
		window_document(f, operand_name(f));
	if (f->unbuffered)
		window_close(f);
	window_add(f, &row, text, text.n);
	if (f->unbuffered)
		window_close(f);
}

/* Gives bytes of a page away. */
static void
give_page(struct operand *o, size_t end, bool last)
{
	struct filter *f = o->f;
	struct page p = {
		.name = operand_name(f),
		.bytes = reader_text(&f->reader, o->page, end - o->page),
		.offset = o->page,
		.line = o->page_line,
		.first = o->page_first,
		.last = last,
	};

	f->page(f, &p);
	arena_reset(&f->arena);
	o->page = end;
	o->page_line = o->line + 1;
	o->page_first = false;
}

static void
end_page(struct operand *o, size_t end)
{
	if (o->page_open && !o->page_over)
		give_page(o, end, true);
	o->page_open = false;
}

/* Bare text of a page, from at to before end. */
static void
add_page(struct operand *o, size_t at, size_t end)
{
	struct filter *f = o->f;

	if (!o->page_open) {
		o->page_open = o->page_first = true;
		o->page_whole = o->page_over = false;
		o->page = at;
		o->page_line = o->line;
		f->documents++;
	}
	if (o->page_over) {
		o->page = end;
		return;
	}
	if (o->page_whole && end - o->page > WINDOW_ROW) {
		filter_complain(f, o->line,
		    "page longer than 16 MiB, the rest is left out");
		give_page(o, end, true);
		o->page_over = true;
	}
	if (o->page_whole ||
	    (end - o->page < CHUNK && o->line - o->page_line < WINDOW_ROWS))
		return;
	o->page_whole = o->page_first && f->whole &&
	    f->whole(f, reader_text(&f->reader, o->page, end - o->page));
	if (!o->page_whole)
		give_page(o, end, false);
}

static bool
has_bom(struct str text, size_t at)
{
	return at == 0 && str_starts(text, STR("\xef\xbb\xbf"));
}

/* Bare text for a filter that takes row by row: a para row. */
static void
give_para(struct operand *o, size_t at, struct str text)
{
	struct filter *f = o->f;
	struct record para = { STR("para"), operand_name(f), o->line, at,
		at + text.n, utf8_clean(&f->arena, text), STR("-"), STR("-") };

	f->row(f, &para);
}

/* Bare text, whole line or piece of one. */
static void
take_text(struct operand *o, size_t at, size_t n, size_t end)
{
	struct filter *f = o->f;
	struct str text = reader_text(&f->reader, at, n), trimmed;

	if (f->page) {
		add_page(o, at, end);
		return;
	}
	if (has_bom(text, at))
		text = str_slice(text, 3, text.n);
	trimmed = str_trim(text);
	if (!trimmed.n)
		return;
	at += n - text.n + (size_t)(trimmed.s - text.s);
	if (f->row)
		give_para(o, at, trimmed);
	else
		add_bare(o, at, trimmed);
}

static void
take_record(struct operand *o, const struct record *r, size_t at, size_t n)
{
	struct filter *f = o->f;

	if (f->row) {
		f->row(f, r);
	} else if (f->page) {
		end_page(o, at);
		output_line(&f->output, reader_text(&f->reader, at, n));
	} else {
		add_record(o, r, reader_text(&f->reader, at, n));
	}
}

static void
take_bad(struct operand *o, const char *why, size_t at, size_t n)
{
	struct filter *f = o->f;

	filter_complain(f, o->line, why);
	if (f->row)
		return;
	if (f->page) {
		end_page(o, at);
		output_line(&f->output, reader_text(&f->reader, at, n));
		return;
	}
	add_fixed(o, reader_text(&f->reader, at, n));
}

static bool
is_header(struct str line)
{
	static const struct str header = STR_INIT(RECORD_HEADER);

	return str_eq(line, str_slice(header, 0, header.n - 1));
}

/* A line of bare text. A long one gets here only if it began like a row. */
static void
take_pieces(struct operand *o, size_t at, size_t n, size_t end)
{
	size_t cut;

	for (; n > CHUNK; at += cut, n -= cut) {
		cut = window_cut(reader_text(&o->f->reader, at, CHUNK));
		take_text(o, at, cut, at + cut);
	}
	take_text(o, at, n, end);
}

/* Whether a line may have a TAB. It is looked for to the end of what has been
 * read, and remembered: text without TABs is looked at once. */
static bool
may_have_tab(struct operand *o, size_t at, size_t n)
{
	const struct reader *r = &o->f->reader;

	if (o->tab < at)
		o->tab = at + str_index(reader_text(r, at,
		    r->offset + r->bytes.n - at), '\t');
	return o->tab < at + n;
}

static void
take_line(struct operand *o, size_t at, size_t n)
{
	struct filter *f = o->f;
	struct str line = reader_text(&f->reader, at, n);
	size_t end = at + n + reader_has_newline(&f->reader, at + n);
	const char *why = NULL;
	struct record r;

	if (!n && !f->page) /* half of the lines of many a text */
		return;
	if (o->inside) {
		take_text(o, at, n, end);
		return;
	}
	if (!may_have_tab(o, at, n)) { /* no record */
		take_pieces(o, at, n, end);
		return;
	}
	switch (record_parse(&r, line, &why)) {
	case RECORD_GOOD:
		take_record(o, &r, at, n);
		break;
	case RECORD_BAD:
		take_bad(o, why, at, n);
		break;
	case RECORD_TEXT:
		if (!is_header(line))
			take_pieces(o, at, n, end);
		else if (f->page)
			end_page(o, at);
	}
}

/* Copies a row that is too long to be analysed, up to its newline. */
static void
copy_long(struct operand *o)
{
	struct filter *f = o->f;
	enum reader_result result;
	size_t at, n;

	filter_complain(f, o->line, "row too long to be analysed");
	if (f->page)
		end_page(o, f->reader.next);
	else if (!f->row)
		window_close(f);
	do {
		f->reader.hold = f->reader.next;
		result = reader_line(&f->reader, CHUNK, &at, &n);
		if (result == READER_PART)
			reader_take(&f->reader, n);
		if (!f->row && !f->only)
			output_add(&f->output,
			    reader_text(&f->reader, at, n));
	} while (result == READER_PART);
	if (!f->row && !f->only)
		output_add(&f->output, STR("\n"));
}

/* A line longer than a piece. */
static void
take_long(struct operand *o, size_t at, size_t n)
{
	struct filter *f = o->f;
	struct str text = reader_text(&f->reader, at, n);

	if (!o->inside && record_begins(text)) {
		switch (reader_line(&f->reader, WINDOW_ROW, &at, &n)) {
		case READER_LINE:
			take_line(o, at, n);
			break;
		case READER_PART:
			copy_long(o);
			break;
		case READER_END:
			break;
		}
		o->line++;
		return;
	}
	n = window_cut(text);
	reader_take(&f->reader, n);
	take_text(o, at, n, at + n);
	o->inside = true;
}

/* What is no longer needed of the bytes that were read. */
static void
let_go(struct operand *o)
{
	struct filter *f = o->f;

	if (f->row)
		arena_reset(&f->arena);
	f->reader.hold = o->page_open ? o->page : f->reader.next;
}

static void
read_operand(struct operand *o)
{
	struct filter *f = o->f;
	size_t at, n;

	for (;;) {
		let_go(o);
		if (f->progress.wanted)
			progress_show(&f->progress, f->documents,
			    f->bytes + f->reader.next);
		switch (reader_line(&f->reader, CHUNK, &at, &n)) {
		case READER_LINE:
			take_line(o, at, n);
			o->inside = false;
			o->line++;
			break;
		case READER_PART:
			take_long(o, at, n);
			break;
		case READER_END:
			if (f->page)
				end_page(o, f->reader.next);
			return;
		}
	}
}

void
operand_confine(struct filter *f, enum sandbox what)
{
	if (!f->no_sandbox)
		f->os->confine(f->os->context, what);
}

void
operand_run(struct filter *f, const char *operand, bool last)
{
	const struct os *os = f->os;
	struct operand o = { .f = f, .line = 1 };
	bool standard = strcmp(operand, "-") == 0;
	int fd = 0;

	f->operand = operand;
	f->name_of.n = 0;
	record_field(&f->name_of, str_of(operand));
	if (!standard) {
		fd = os->open(os->context, operand);
		if (fd < 0) {
			progress_end(&f->progress);
			warn(os, -fd, "%s:", operand);
			f->failed = true;
			return;
		}
	} else if (os->terminal(os->context, 0)) {
		warn(os, 0, "reading standard input, a terminal");
	}
	if (last)
		operand_confine(f, f->page ? SANDBOX_LIBRARY : SANDBOX_NONE);
	reader_start(&f->reader, fd);
	read_operand(&o);
	if (f->window)
		window_end(f);
	if (f->reader.error) {
		progress_end(&f->progress);
		warn(os, f->reader.error, "%s:",
		    standard ? "standard input" : operand);
		f->failed = true;
	}
	f->bytes += f->reader.next;
	if (!standard)
		os->close(os->context, fd);
}
