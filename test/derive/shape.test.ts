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

test('where there are no indices, none is named', () => {
  const { alphabetOf, parse, requireFitting } = derive;
  const alphabet = alphabetOf({ sizes: {}, indices: {}, variables: { a: 'number' } });
  let said = '';
  try {
    requireFitting(parse('sum(b, a)'), alphabet, []);
  } catch (error) {
    said = (error as Error).message;
  }
  expect(said).toMatch(/^"sum\(b, a\)": b is no index\./);
  expect(said).not.toMatch(/undefined/);
});
