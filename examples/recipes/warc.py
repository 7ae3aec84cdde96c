# warc.py - the HTML pages of a WARC file as files: python3 warc.py FILE.warc.gz pages/
# Needs nothing but Python: a WARC is a row of gzip members, each with headers,
# an empty line, and the HTTP answer, itself headers, an empty line and a body.
import gzip
import hashlib
import os
import sys


def records(stream):
	while True:
		line = stream.readline()
		if not line:
			return
		if not line.startswith(b"WARC/"):
			continue
		headers = {}
		for line in iter(stream.readline, b"\r\n"):
			key, _, value = line.partition(b":")
			headers[key.strip().lower()] = value.strip()
		yield headers, stream.read(int(headers[b"content-length"]))


for headers, block in records(gzip.open(sys.argv[1])):
	head, _, body = block.partition(b"\r\n\r\n")
	if headers.get(b"warc-type") != b"response" or b"text/html" not in head.lower():
		continue
	name = hashlib.sha1(headers[b"warc-target-uri"]).hexdigest()[:16] + ".html"
	with open(os.path.join(sys.argv[2], name), "wb") as page:
		page.write(body)
