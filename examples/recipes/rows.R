# rows.R - a stream of nf(5) as a data frame: Rscript rows.R full.rows
# quote = "" and comment.char = "": text is text, whatever stands in it.
rows <- read.table(commandArgs(TRUE)[1], sep = "\t", quote = "", comment.char = "",
	na.strings = "-", stringsAsFactors = FALSE, encoding = "UTF-8",
	col.names = c("kind", "doc", "n", "start", "end", "text", "value", "attrs"))
persons <- sort(table(rows$value[rows$kind == "person"]), decreasing = TRUE)
cat(names(persons)[1], persons[[1]], "\n")
