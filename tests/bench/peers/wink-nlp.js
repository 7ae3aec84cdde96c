// wink-nlp with its web model: sentences and entities
const model = require('wink-eng-lite-web-model');
const nlp = require('wink-nlp')(model);
const its = nlp.its;
for (const line of require('fs').readFileSync(0, 'utf8').split('\n'))
	for (const e of nlp.readDoc(line).entities().out(its.detail))
		console.log(e.type + '\t' + e.value);
