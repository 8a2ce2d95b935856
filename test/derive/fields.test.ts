import { derive } from './derive.js';
import { fieldFacts } from './facts/fields.js';
import { finiteFacts } from './facts/finite.js';

test.each(Object.entries({ ...finiteFacts, ...fieldFacts }))('%s', (_, check) => check(derive));
