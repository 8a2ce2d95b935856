import { requireKnownNames, unknownName } from '../../src/derive/names.js';
import { parse } from '../../src/derive/parse.js';
import { alphabetOf } from '../../src/derive/read-letters.js';
import { letters } from './lines';

const alphabet = alphabetOf(letters);

test('variables, definitions, lengths, π and index letters are known', () => {
  const names = [
    ...alphabet.variables.keys(),
    ...Object.keys(alphabet.sizes),
    ...alphabet.indices.keys(),
    'pi',
  ];
  for (const name of names) expect(() => requireKnownNames(parse(`2 * ${name}`), alphabet)).not.toThrow();
});

test('a name that stands for nothing is said, with all there are', () => {
  expect(() => requireKnownNames(parse('sqrt(1 + zz)'), alphabet)).toThrow(
    unknownName('zz', alphabet).message,
  );
  expect(unknownName('zz', alphabet).message).toMatch(/^"zz": there is no zz here\. There are .*\bC\b/);
});
