import { understood } from '../../../src/cli/derivations/request.js';
import { derivations } from '../../../src/derive/library/index.js';

const all = Object.keys(derivations).length;

test('without words every derivation is checked', () => {
  expect(understood([])).toMatchObject({ task: 'check', file: '', seed: 1, all: false });
  expect(understood([])).toHaveProperty('chosen.length', all);
});

test('names choose, each once, in their order', () => {
  const chosen = [derivations['layer-norm-dx'], derivations['softmax-shift']];
  expect(understood(['layer-norm-dx', 'softmax-shift', 'layer-norm-dx'])).toMatchObject({ chosen });
});

test.each([
  [['--json', 'a.json'], { task: 'check', file: 'a.json' }],
  [['--mutate', '--all', '--seed', '7'], { task: 'mutate', all: true, seed: 7 }],
  [['layer-norm-dx', '--rewrite'], { task: 'rewrite' }],
  [['--lines', 'b.json'], { task: 'lines', file: 'b.json' }],
])('%j is understood', (words, request) => {
  expect(understood(words)).toMatchObject(request);
});

test.each([
  [['--mutat'], /there is no --mutat\./],
  [['--json'], /--json needs a value\./],
  [['--seed', 'x', '--mutate'], /--seed takes a whole number, got x\./],
  [['--mutate', '--rewrite'], /one of these at a time\./],
  [['--mutate', '--json', 'a'], /one of these at a time\./],
  [['--lines', 'a', '--mutate'], /one of these at a time\./],
])('%j is answered with one sentence', (words, sentence) => {
  expect(understood(words)).toMatch(sentence);
});

test('a name that there is not is answered with names near it, the nearest first', () => {
  expect(understood(['layernorm-dx'])).toMatch(
    /^derivations: there is no layernorm-dx; near it are layer-norm-dx, /,
  );
  expect(understood(['soft-max-jacobian'])).toMatch(/near it are softmax-jacobian, /);
  expect(understood(['toString'])).toMatch(/there is no toString/);
});
