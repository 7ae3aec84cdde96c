/* timeline_text - a time line on a terminal
 *
 *     2025
 *       2025-03-04        At least 37 people were killed when an overloaded
 *                         ferry capsized on Lake Victoria. ferry.html:5 */
#include "pen.h"
#include "timeline.h"

enum { MARGIN = 20, LABEL = 16 };

static const struct str dim = STR_INIT("2"), bold = STR_INIT("1"),
	yellow = STR_INIT("33");

static void
write_year(struct pen *pen, struct str year)
{
	pen->indent = 0;
	pen_style(pen, bold);
	pen_text(pen, year);
	pen_style(pen, STR(""));
	pen_line(pen);
}

static void
write_moment(struct view *v, struct pen *pen, const struct moment *m)
{
	struct buf number;

	buf_init(&number, v->out->os);
	buf_size(&number, m->number);
	pen->indent = 0;
	pen_column(pen, 2);
	pen_style(pen, yellow);
	pen_text(pen, str_slice(m->label, 0, LABEL));
	pen_style(pen, STR(""));
	pen_column(pen, MARGIN);
	pen->indent = MARGIN;
	pen_text(pen, m->sentence);
	pen_style(pen, dim);
	pen_text(pen, STR(" "));
	pen_text(pen, m->doc);
	pen_text(pen, STR(":"));
	pen_text(pen, buf_str(&number));
	pen_style(pen, STR(""));
	pen_line(pen);
	buf_free(&number);
}

static void
end(struct view *v)
{
	const struct timeline *t = timeline_sorted(v);
	struct str year = { NULL, 0 };
	struct pen pen;
	size_t i;

	pen_init(&pen, v->out);
	pen.colour = v->colour;
	pen.width = v->width;
	for (i = 0; i < t->count; i++) {
		if (!str_starts(t->list[i].from, year) || !i) {
			if (i)
				pen_line(&pen);
			year = str_slice(t->list[i].from, 0, 4);
			write_year(&pen, year);
		}
		write_moment(v, &pen, &t->list[i]);
	}
	pen_free(&pen);
}

const struct view_class view_timeline = { timeline_begin, timeline_take, end };
