/* timex_anchor - the one function that finds out a document's date */
#include "timex_anchor.h"
#include "timex_parts.h"

struct timex_anchor
timex_document_date(struct arena *a, const struct timex_tables *tables,
    const struct str *texts, size_t count)
{
	(void)a; (void)tables; (void)texts; (void)count;
	return (struct timex_anchor){ 0 };
}
