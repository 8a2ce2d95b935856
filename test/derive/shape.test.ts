import { ShapeMistake, Unreadable } from '../../src/derive/errors.js';
import { derive } from './derive.js';
import { shapeFacts } from './facts/shape.js';
import { letters } from './lines.js';

test.each(Object.entries(shapeFacts))('%s', (_, check) => check(derive));

test('an unknown name cannot be read, an index that does not fit is a mistake of shape', () => {
  const { alphabetOf, parse, requireFitting } = derive;
  const alphabet = alphabetOf(letters);
  expect(() => requireFitting(parse('nothing'), alphabet, [])).toThrow(Unreadable);
  expect(() => requireFitting(parse('x'), alphabet, [])).toThrow(ShapeMistake);
});
