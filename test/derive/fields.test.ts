import { derive } from './derive.js';
import { fieldFacts } from './facts/fields.js';

test.each(Object.entries(fieldFacts))('%s', (_, check) => check(derive));
