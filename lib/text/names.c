/* names - a user's own list of names, looked up token by token */
#include "names.h"

#include <string.h>

enum { BEGUN = 1 << 23 }; /* bits */

static uint64_t
follow(uint64_t hash, struct str token)
{
	hash = (hash ^ str_hash(token)) * 0x9e3779b97f4a7c15;
	return hash ^ hash >> 32;
}

static struct str
text_of(struct str text, const struct token *t)
{
	return str_slice(text, t->start, t->end);
}

static void
begin(struct names *n, uint64_t hash)
{
	n->begun[hash % BEGUN / 64] |= (uint64_t)1 << hash % 64;
}

static bool
begun(const struct names *n, uint64_t hash)
{
	return n->begun[hash % BEGUN / 64] >> hash % 64 & 1;
}

static void
add(struct names *n, struct arena *forever, const struct name *name)
{
	if (n->count == n->room)
		n->items = arena_grow(
		    forever, n->items, n->count, &n->room, sizeof *n->items);
	n->items[n->count++] = *name;
}

/* Puts a name's tokens into its hash, and marks its beginnings. */
static bool
hash_name(
    struct names *n, struct arena *scratch, struct name *name, names_join *join)
{
	struct token *tokens;
	size_t count, i;

	arena_reset(scratch);
	tokens = token_split(scratch, name->text, &count);
	count = join(name->text, tokens, count);
	for (i = 0; i < count; i++) {
		name->hash =
		    follow(name->hash, text_of(name->text, &tokens[i]));
		begin(n, name->hash);
	}
	if (count > n->longest)
		n->longest = count;
	return count > 0;
}

static void
fill_slots(struct names *n, struct arena *forever)
{
	size_t i;

	for (n->mask = 15; n->mask < n->count * 2; n->mask = n->mask * 2 + 1)
		;
	n->slots = ARENA_ARRAY(forever, uint32_t, n->mask + 1);
	for (i = 0; i < n->count; i++) {
		uint64_t at = n->items[i].hash >> 20;

		while (n->slots[at & n->mask])
			at++;
		n->slots[at & n->mask] = (uint32_t)i + 1;
	}
}

static bool
known(const char *const *kinds, struct str kind)
{
	for (; *kinds; kinds++)
		if (str_eq(str_of(*kinds), kind))
			return true;
	return false;
}

size_t
names_read(struct names *n, struct arena *forever, struct str bytes,
    const char *const *kinds, names_join *join)
{
	struct arena *scratch = arena_scratch(forever);
	size_t line_number = 0;

	*n = (struct names){ 0 };
	n->begun = ARENA_ARRAY(forever, uint64_t, BEGUN / 64);
	while (bytes.n) {
		struct str line = str_cut(&bytes, '\n');
		struct name name = { 0 };

		line_number++;
		if (str_ends(line, STR("\r")))
			line.n--;
		if (!line.n || line.s[0] == '#')
			continue;
		name.text = str_cut(&line, '\t');
		name.kind = str_cut(&line, '\t');
		name.value = str_cut(&line, '\t');
		name.attrs = line;
		if (!known(kinds, name.kind) ||
		    !hash_name(n, scratch, &name, join))
			return line_number;
		add(n, forever, &name);
	}
	fill_slots(n, forever);
	return 0;
}

/* Whether the tokens spell the name: blanks apart. */
static bool
spells(struct str name, struct str text, const struct token *t, size_t count)
{
	size_t i, at = 0;

	for (i = 0; i < count; i++) {
		struct str token = text_of(text, &t[i]);

		while (at < name.n && name.s[at] == ' ')
			at++;
		if (!str_starts(str_slice(name, at, name.n), token))
			return false;
		at += token.n;
	}
	return str_trim(str_slice(name, at, name.n)).n == 0;
}

static const struct name *
look_up(const struct names *n, uint64_t hash, struct str text,
    const struct token *t, size_t count)
{
	uint64_t at = hash >> 20;
	uint32_t slot;

	for (; (slot = n->slots[at & n->mask]) != 0; at++) {
		const struct name *name = &n->items[slot - 1];

		if (name->hash == hash && spells(name->text, text, t, count))
			return name;
	}
	return NULL;
}

const struct name *
names_find(const struct names *n, struct str text, const struct token *tokens,
    size_t count, size_t *length)
{
	const struct name *best = NULL, *name;
	uint64_t hash = 0;
	size_t i;

	for (i = 0; i < count && i < n->longest; i++) {
		hash = follow(hash, text_of(text, &tokens[i]));
		if (!begun(n, hash))
			break;
		name = look_up(n, hash, text, tokens, i + 1);
		if (name) {
			best = name;
			*length = i + 1;
		}
	}
	return best;
}
