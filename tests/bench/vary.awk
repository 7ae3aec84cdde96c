# vary.awk - much text from little: the lines that come in, again and again
#
# usage: awk -v bytes=N -v seed=S -f vary.awk LINES
#
# Lines are drawn at random; of each, about every fourth word that has five
# letters or more changes two of its letters, about every third number other
# digits, so that neither caches nor hashes see the same words again. The same
# seed gives the same text (of the same awk).
BEGIN {
	if (!bytes) bytes = 1000000
	srand(seed ? seed : 1)
	letters = "etaoinshrdlucmfwypvbgk"
}
{ line[++n] = $0 }
END {
	while (done < bytes && n) {
		words = split(line[1 + int(rand() * n)], w, " ")
		out = ""
		for (i = 1; i <= words; i++) {
			x = w[i]
			if (length(x) > 4 && x ~ /^[A-Za-z]+$/ && rand() < 0.25) {
				k = 2 + int(rand() * (length(x) - 2))
				x = substr(x, 1, k - 1) \
				    substr(letters, 1 + int(rand() * 22), 1) \
				    substr(letters, 1 + int(rand() * 22), 1) \
				    substr(x, k + 1)
			} else if (x ~ /^[0-9]+$/ && rand() < 0.33) {
				x = substr(int(rand() * 1e9) "1111", 1, length(x))
			}
			out = i > 1 ? out " " x : x
		}
		print out
		done += length(out) + 1
	}
}
