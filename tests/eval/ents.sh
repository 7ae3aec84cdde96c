# ents.sh - nf-ents on the articles of examples/: kinds and canonical names
#
# Of the body text; misc is not scored.
cut -f1 tests/eval/gold/ents.tsv | sort -u | while read -r doc; do
	nf-clean --roles=standfirst,text,item "examples/articles/$doc" | nf-sent |
	    nf-ents | nf-cut -k person,org,place,norp -f kind,value | sort -u |
	    sed "s/^/$doc	/"
done | awk -F '\t' '
	FNR == NR { gold[$0] = 1; want++; next }
	{ found++; hit += $0 in gold }
	END { printf "ents articles, kind and name F1\t%.2f\n", 200 * hit / (want + found) }
' tests/eval/gold/ents.tsv -
