import { understood } from '../../../src/cli/exercise/request.js';

const known = ['E1.1', 'layer-norm', 'rms-norm'];

test('names and the folder to write are understood, the same name twice once', () => {
  expect(understood(['hand-out', 'E1.1', '--out', 'a', 'rms-norm', 'E1.1'], known)).toEqual({
    kind: 'hand-out',
    names: ['E1.1', 'rms-norm'],
    out: 'a',
  });
});

test('a new name is understood', () => {
  expect(understood(['new', 'group-norm'], known)).toEqual({ kind: 'new', name: 'group-norm' });
});

test.each([[['--help']], [['-h']], [['hand-out', '--help']], [['new', '--help']]])(
  '%j asks for help',
  (words) => {
    expect(understood(words, known)).toEqual({ kind: 'help' });
  },
);

test.each([
  [[], /hand-out NAME… --out DIR, or npm run exercise -- new NAME\.$/],
  [['grade'], /there is no grade/],
  [['hand-out'], /the exercises are E1\.1, layer-norm, rms-norm/],
  [['hand-out', '--out', 'a'], /the exercises are/],
  [['hand-out', 'layernorm', '--out', 'a'], /there is no exercise layernorm; near it are layer-norm/],
  [['hand-out', 'E1.1'], /--out and the folder to write are missing/],
  [['hand-out', 'E1.1', '--out'], /--out and the folder to write are missing/],
  [['hand-out', 'E1.1', '--to', 'a'], /there is no --to/],
  [['new'], /the name is missing/],
  [['new', 'a', 'b'], /one name at a time, got a b/],
  [['new', 'rms-norm'], /there is an exercise rms-norm already/],
  [['new', '--fast'], /small letters, numbers and single hyphens/],
  [['new', 'GroupNorm'], /got GroupNorm/],
  [['new', 'group--norm'], /got group--norm/],
  [['new', '../up'], /small letters/],
  [['new', 'class'], /no function can be called class/],
])('%j is answered in a sentence', (words, sentence) => {
  expect(understood(words, known)).toMatch(sentence);
});
