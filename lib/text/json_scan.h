/* json_scan - strings out of JSON, without reading all of it
 *
 * For JSON-LD in pages, of which one wants the date, the title and the body,
 * and which is often broken: no tree is built, a key is looked for wherever it
 * may stand. */
#ifndef NF_JSON_SCAN_H
#define NF_JSON_SCAN_H

#include "arena.h"
#include "str.h"

/* The first string that is the value of a key, at or after *at; *at moves
 * behind it. False if there is none. An empty string is skipped. */
bool json_scan(struct arena *a, struct str json, struct str key, size_t *at,
    struct str *value);

#endif
