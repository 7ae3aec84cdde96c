// sbd: sentences
const sbd = require('sbd');
for (const s of sbd.sentences(require('fs').readFileSync(0, 'utf8')))
	console.log(s);
