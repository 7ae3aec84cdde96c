/* train_sent - learns where sentences end
 *
 * Each gap of the labelled texts that the rules leave to the model becomes an
 * example: the features that nf-sent would see there, and whether a sentence
 * does end. The sentence so far is the true one, not what the model thinks.
 *
 * Abbreviations of the list come a second time as if they were unknown, so
 * that the model learns what to do with those that no list has. */
#include "train_sent.h"

#include "linear_train.h"
#include "sentence_feature.h"
#include "sentence_rule.h"
#include "train_tokens.h"
#include "train_words.h"
#include "utf8.h"

/* Examples for one of the two models. */
struct examples {
	struct example *list; /* [count] */
	size_t count, room;
};

struct learner {
	const struct training *t;
	struct sentence_words words;
	struct word_counts counts;
	struct examples ends, blanks;
	float weight;             /* of the examples of this file */
	unsigned turn;
};

static void
add_example(struct learner *l, struct examples *e, const struct view *v,
    bool yes, float weight)
{
	uint32_t features[SENTENCE_FEATURES], *copy;
	size_t n = sentence_features(v, features), i;

	if (e->count == e->room)
		e->list = arena_grow(l->t->arena, e->list, e->count, &e->room,
		    sizeof *e->list);
	copy = ARENA_ARRAY(l->t->arena, uint32_t, n);
	for (i = 0; i < n; i++)
		copy[i] = features[i];
	e->list[e->count++] = (struct example){ copy, (uint32_t)n,
		l->weight * weight, yes };
}

static void
add_gap(struct learner *l, struct str text, const struct gap *g, bool yes,
    bool abbreviations)
{
	struct view v;
	const char *name;

	view_left(&l->words, text, g, &v);
	if (abbreviations && v.left.class == ABBREVIATION_NONE)
		return;
	view_rest(&l->words, &v);
	if (!rule_plain(&v) && rule_judge(&v, &name) != VERDICT_NONE)
		return;
	add_example(l, &l->ends, &v, yes, 1);
	if (v.left.class == ABBREVIATION_NONE || l->turn++ % 4)
		return;
	v.left.class = ABBREVIATION_NONE;
	v.left.stopped = 0;
	v.left.hash = 1;
	add_example(l, &l->ends, &v, yes, 0.5f);
}

/* All gaps of a text whose sentences are known, in order. */
static void
add_text(struct learner *l, struct str text, const size_t *begins,
    const size_t *ends, size_t count, bool abbreviations)
{
	struct block_scan scan = { .text = text };
	struct gap g;
	size_t at = 0, k = 0;

	while (gap_next(&scan, at, &g)) {
		at = g.closers;
		while (k < count && ends[k] < g.closers)
			k++;
		if (k == count)
			return;
		if (g.terminator == TERMINATOR_MARK || begins[k] > g.stop)
			continue;
		g.begin = begins[k];
		add_gap(l, text, &g, ends[k] <= g.next, abbreviations);
	}
}

/* All blanks of a text, in the same way, but for those behind signs. */
static void
add_blanks(struct learner *l, struct str text, const size_t *begins,
    const size_t *ends, size_t count)
{
	struct block_scan scan = { .text = text };
	struct gap sign = { 0 }, g;
	struct view v;
	size_t at = 0, k = 0, to;

	while (at < text.n) {
		to = gap_next(&scan, at, &sign) ? sign.stop : text.n;
		while (gap_blank(text, at, to, &g)) {
			at = g.next;
			while (k < count && ends[k] < g.stop)
				k++;
			if (k == count || begins[k] >= g.stop)
				continue;
			g.begin = begins[k];
			view_left(&l->words, text, &g, &v);
			view_rest(&l->words, &v);
			add_example(l, &l->blanks, &v, ends[k] <= g.next, 1);
		}
		at = to == text.n ? to
		    : sign.next > sign.closers ? sign.next : sign.closers;
	}
}

static void
add_tokens(struct learner *l, struct str rest)
{
	struct arena *a = l->t->arena;
	struct train_token *tokens;
	struct train_text t;
	size_t count;
	int round;

	buf_init(&t.text, a->os);
	buf_init(&t.begins, a->os);
	buf_init(&t.ends, a->os);
	while ((tokens = train_tokens_read(a, &rest, &count)) != NULL)
		for (round = 0; round < 2; round++) {
			train_tokens_write(&t, tokens, count, round == 1,
			    &l->turn);
			add_text(l, buf_str(&t.text),
			    (const size_t *)(const void *)t.begins.s,
			    (const size_t *)(const void *)t.ends.s,
			    t.ends.n / sizeof(size_t), round == 1);
		}
	buf_free(&t.text);
	buf_free(&t.begins);
	buf_free(&t.ends);
}

/* Offsets in bytes of a .spans file in code points. */
static size_t
read_spans(struct arena *a, struct str spans, struct str text,
    size_t **begins, size_t **ends)
{
	size_t room = 0, room2 = 0, n = 0, point = 0, at = 0, i, k, length;
	struct str line, from;
	size_t both[2];

	*begins = *ends = NULL;
	while (spans.n) {
		line = str_cut(&spans, '\n');
		from = str_cut(&line, '\t');
		if (!str_number(from, &both[0]) ||
		    !str_number(str_cut(&line, '\t'), &both[1]))
			continue;
		for (i = 0; i < 2; i++) {
			for (k = both[i]; point < k && at < text.n; point++) {
				utf8_decode(text, at, &length);
				at += length;
			}
			both[i] = at;
		}
		if (n == room) {
			*begins = arena_grow(a, *begins, n, &room,
			    sizeof **begins);
			*ends = arena_grow(a, *ends, n, &room2,
			    sizeof **ends);
		}
		(*begins)[n] = both[0];
		(*ends)[n++] = both[1];
	}
	return n;
}

/* A text, paragraph by paragraph: a blank line ends one, as for nf-sent. */
static void
add_labelled(struct learner *l, struct str text, struct str spans)
{
	struct arena *a = l->t->arena;
	size_t *begins, *ends, count = read_spans(a, spans, text, &begins,
	    &ends), from = 0, to, first = 0, last, i;

	while (from < text.n) {
		struct str rest = str_slice(text, from, text.n);

		to = from + str_find(rest, STR("\n\n"));
		for (last = first; last < count && ends[last] <= to; last++)
			;
		for (i = first; i < last; i++) {
			begins[i] -= from;
			ends[i] -= from;
		}
		rest = utf8_clean(a, str_slice(text, from, to));
		add_text(l, rest, begins + first, ends + first, last - first,
		    false);
		add_blanks(l, rest, begins + first, ends + first,
		    last - first);
		first = last;
		from = to + 2;
	}
}

static struct str
other_name(struct arena *a, struct str name, size_t cut, struct str suffix)
{
	struct str parts[] = { str_slice(name, 0, name.n - cut), suffix };

	return arena_join(a, parts, 2);
}

/* The code point of \uXXXX. */
static uint32_t
escaped(struct str s, size_t at)
{
	uint32_t c = 0;
	size_t i;

	for (i = at; i < at + 4 && i < s.n; i++) {
		unsigned char d = (unsigned char)s.s[i];

		c = c << 4 | (d <= '9' ? d - '0' + 0u : (d | 32u) - 'a' + 10);
	}
	return c;
}

/* The strings of "text": "..." in lines of JSON, a newline behind each. */
static struct str
json_texts(struct arena *a, struct str bytes)
{
	char *out = arena_bytes(a, bytes.n + 4);
	size_t at, n = 0;

	for (;;) {
		at = str_find(bytes, STR("\"text\": \""));
		if (at == bytes.n)
			break;
		bytes = str_slice(bytes, at + 9, bytes.n);
		for (at = 0; at < bytes.n && bytes.s[at] != '"'; at++) {
			if (bytes.s[at] != '\\' || at + 1 == bytes.n) {
				out[n++] = bytes.s[at];
				continue;
			}
			at++;
			if (bytes.s[at] == 'u') {
				n += utf8_encode(escaped(bytes, at + 1),
				    out + n);
				at += 4;
			} else {
				out[n++] = bytes.s[at] == 'n' ? '\n'
				    : bytes.s[at] == 't'      ? ' '
							      : bytes.s[at];
			}
		}
		out[n++] = '\n';
	}
	return (struct str){ out, n };
}

static void
count_tokens(struct learner *l, struct str rest)
{
	struct arena *a = l->t->arena;
	struct train_token *tokens;
	struct train_text t;
	size_t count;

	buf_init(&t.text, a->os);
	buf_init(&t.begins, a->os);
	buf_init(&t.ends, a->os);
	while ((tokens = train_tokens_read(a, &rest, &count)) != NULL) {
		train_tokens_write(&t, tokens, count, false, &l->turn);
		word_counts_add(&l->counts, a, buf_str(&t.text));
	}
	buf_free(&t.text);
	buf_free(&t.begins);
	buf_free(&t.ends);
}

static bool
is_names(const struct train_file *f)
{
	return str_ends(f->name, STR("gazetteer.tsv"));
}

static void
count_file(struct learner *l, const struct train_file *f)
{
	if (is_names(f))
		return;
	if (str_ends(f->name, STR(".txt")))
		word_counts_add(&l->counts, l->t->arena, f->bytes);
	else if (str_ends(f->name, STR(".jsonl")))
		word_counts_add(&l->counts, l->t->arena,
		    json_texts(l->t->arena, f->bytes));
	else if (str_ends(f->name, STR(".tsv")))
		count_tokens(l, f->bytes);
}

static void
learn_file(struct learner *l, const struct train_file *f)
{
	const struct train_file *spans;

	if (is_names(f))
		return;
	if (str_ends(f->name, STR(".tsv"))) {
		l->weight = 0.5f;
		add_tokens(l, f->bytes);
	} else if (str_ends(f->name, STR(".txt"))) {
		spans = train_find(l->t, other_name(l->t->arena, f->name, 4,
		    STR(".spans")));
		l->weight = 1;
		if (spans)
			add_labelled(l, f->bytes, spans->bytes);
	}
}

/* The first array of the model, which the examples need. */
static void
count_words(struct learner *l, struct model_part *part)
{
	const struct training *t = l->t;
	struct model m;
	const char *why;
	size_t i;

	word_counts_init(&l->counts, t->arena);
	for (i = 0; i < t->count; i++)
		count_file(l, &t->files[i]);
	for (i = 0; i < t->count; i++)
		if (is_names(&t->files[i]))
			word_counts_names(&l->counts, t->files[i].bytes);
	train_say(t, "words seen", l->counts.count);
	part->items = word_counts_table(&l->counts, t->arena, &part->count);
	if (model_open(&m, model_write(t->arena, "sent", part, 1), "sent",
		&why))
		sentence_words_open(&l->words, &m);
}

struct str
train_sent(const struct training *t)
{
	static const struct linear_options ends = { .bits = 17, .epochs = 12,
		.rate = 0.1, .ridge = 2e-6, .rare = 2 };
	static const struct linear_options blanks = { .bits = 16,
		.epochs = 8, .rate = 0.1, .ridge = 5e-6, .rare = 3 };
	struct learner l = { .t = t };
	struct model_part parts[5] = { { "words", 4, NULL, 0 } };
	size_t i;

	sentence_words_start(&l.words, t->arena);
	count_words(&l, parts);
	for (i = 0; i < t->count; i++)
		learn_file(&l, &t->files[i]);
	train_say(t, "gaps with a sign", l.ends.count);
	linear_train(t->arena, l.ends.list, l.ends.count, &ends, "ends",
	    parts + 1);
	train_say(t, "blanks without one", l.blanks.count);
	linear_train(t->arena, l.blanks.list, l.blanks.count, &blanks,
	    "blanks", parts + 3);
	return model_write(t->arena, "sent", parts, 5);
}
