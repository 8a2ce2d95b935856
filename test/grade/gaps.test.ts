import { layerNormOverArrays } from '../../src/grade/arrays/layer-norm/exercise.js';
import type { Exercise } from '../../src/grade/index.js';
import { gapsOf } from '../../src/grade/gaps.js';

const whole: Exercise = layerNormOverArrays;
const [check] = whole.checks;
const [wrong] = whole.wrong;

test('an exercise that is whole has no gaps', () => {
  expect(gapsOf(whole)).toEqual([]);
});

test('an exercise of which nothing is written lacks everything, by name', () => {
  const empty: Exercise = {
    ...whole,
    ...{ id: '', title: '', statement: '', why: '', minutes: 0, signature: '', hints: ['', '', ''] },
    ...{ solution: '', checks: [], wrong: [], right: [] },
  };
  expect(gapsOf(empty)).toEqual([
    'It has no id.',
    'It has no title.',
    'The statement does not say yet what is asked for.',
    'Nothing says yet why it is worth the time (why).',
    'Nothing says how many minutes it takes.',
    'Hint 1 of 3 is missing.',
    'Hint 2 of 3 is missing.',
    'Hint 3 of 3 is missing.',
    'The signature is missing.',
    'The worked solution is missing.',
    'The points of the checks add up to 0, not to 100.',
    'It has 0 of at least 15 wrong versions.',
    'It has 0 of at least 4 right versions.',
  ]);
});

test.each<[string, Partial<Exercise>, RegExp]>([
  [
    'a solution without the export',
    { solution: 'function layerNorm() {}' },
    /no "export function layerNorm\("/,
  ],
  [
    'a signature of another name',
    { signature: 'norm(x: number): number' },
    /does not begin with layerNorm\(/,
  ],
  [
    'a check without points',
    { checks: [...whole.checks, { ...check, name: 'a', points: 0 }] },
    /worth nothing/,
  ],
  ['a check twice', { checks: [...whole.checks, { ...check, points: 0 }] }, /Two checks are called/],
  ['too many points', { checks: [...whole.checks, { ...check, name: 'a', points: 5 }] }, /add up to 105/],
  ['a wrong version twice', { wrong: [...whole.wrong, wrong] }, /Two wrong versions are called/],
  [
    'the same words to two wrong versions',
    { wrong: [...whole.wrong, { ...wrong, name: 'a' }] },
    /Two wrong versions are told the same: "You divide by the root/,
  ],
  [
    'a wrong version without words',
    { wrong: [...whole.wrong, { ...wrong, name: 'a', says: '' }] },
    /"a" has no sentence/,
  ],
  [
    'a wrong version that no check catches',
    { wrong: [...whole.wrong, { ...wrong, name: 'a', caughtBy: 'b' }] },
    /"b", and there/,
  ],
  ['a right version twice', { right: [...whole.right, whole.right[0]] }, /Two right versions are called/],
])('%s is a gap', (_, change, sentence) => {
  expect(gapsOf({ ...whole, ...change }).join(' ')).toMatch(sentence);
});

test('five wrong versions are enough where no function is asked for', () => {
  expect(gapsOf({ ...whole, wrong: whole.wrong.slice(0, 5) })).toHaveLength(1);
  expect(gapsOf({ ...whole, asks: 'a formula', wrong: whole.wrong.slice(0, 5) })).toEqual([]);
});
