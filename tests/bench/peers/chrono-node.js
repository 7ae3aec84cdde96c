// chrono-node: dates, line by line
const chrono = require('chrono-node');
const when = new Date(2025, 2, 4);
for (const line of require('fs').readFileSync(0, 'utf8').split('\n'))
	for (const r of chrono.parse(line, when))
		console.log(r.index + '\t' + r.text);
