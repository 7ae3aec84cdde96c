// compromise: people, places, organisations, line by line
const nlp = require('compromise');
for (const line of require('fs').readFileSync(0, 'utf8').split('\n')) {
	const d = nlp(line);
	for (const k of ['people', 'places', 'organizations'])
		for (const t of d[k]().out('array'))
			console.log(k + '\t' + t);
}
