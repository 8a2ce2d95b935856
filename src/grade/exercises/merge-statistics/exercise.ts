import { agrees } from '../../arrays/agreement.js';
import { givesItsOwn, leavesAlone } from '../../arrays/conduct.js';
import type { Standard } from '../../arrays/standard.js';
import type { Check, Exercise } from '../../exercise.js';
import * as given from './inputs.js';
import type { MergeFunction, MergeInputs } from './inputs.js';
import { merge, rightMerges } from './right.js';
import { checkNames, wrongMerges } from './wrong.js';

const standard: Standard<MergeInputs, MergeFunction> = {
  reference: merge,
  names: ['parts'],
  form: { mean: 'vector', variance: 'vector' },
  wrong: wrongMerges,
  telling: [given.oneMean, given.byHand, given.alike, ...given.several(0)],
  // A part is whole or it is none.
  smallest: { rows: Infinity, columns: Infinity },
  size: ([parts], part) =>
    part === 'variance' ? 0 : Math.max(...parts.flatMap(({ mean }) => mean.map((value) => Math.abs(value)))),
};

const checks: readonly Check<MergeFunction>[] = [
  agrees(standard, {
    name: checkNames.mean,
    points: 20,
    inputs: () => [given.byHand, given.alike],
    parts: ['mean'],
    hint: 'The samples of all workers, added up, over how many they are. A worker’s samples add up to n · mean.',
  }),
  agrees(standard, {
    name: checkNames.inside,
    points: 20,
    inputs: () => [given.oneMean],
    parts: ['variance'],
    hint: 'Where all workers have one mean, the squares of all samples about it are those that each worker has summed: m2.',
  }),
  agrees(standard, {
    name: checkNames.between,
    points: 25,
    inputs: () => [given.byHand, given.alike],
    parts: ['variance'],
    hint: 'With one mean it was right. What does a worker’s sum of squares become about another place than its own mean?',
  }),
  agrees(standard, {
    name: checkNames.several,
    points: 10,
    inputs: given.several,
    hint: 'One worker, three, five. Which line counts on two?',
  }),
  agrees(standard, {
    name: checkNames.idle,
    points: 5,
    inputs: () => given.idle,
    hint: 'One of the workers has n = 0 and reports zeros. Which line divides by n?',
  }),
  agrees(standard, {
    name: checkNames.far,
    points: 10,
    inputs: given.far,
    // A mean near 10⁸ is known to 10⁻⁸; a difference of squares is off by whole numbers.
    tolerance: 1e-5,
    hint: 'At 10⁸ the digits are gone. Which line takes two huge numbers from each other?',
  }),
  leavesAlone(standard, { points: 5, inputs: () => [given.byHand] }),
  givesItsOwn(standard, { points: 5, pairs: () => given.pairs }),
];

/** E5.5: the statistics of a batch that lies on several workers. */
export const mergeStatisticsExercise: Exercise<MergeFunction> = {
  id: 'E5.5',
  title: 'One batch on several workers',
  statement:
    'Each worker holds a part of the batch and reports n (its number of samples), and for each channel mean and m2, the sum of the squared distances from its own mean. Give mean and variance (over all n) of the whole batch for each channel, from these reports alone. There may be any number of workers, and one of them may have got no sample: it reports zeros.',
  why: 'It is what synchronized BatchNorm sends over the network: three numbers for each channel and worker in place of a batch.',
  difficulty: 2,
  importance: 2,
  minutes: 10,
  signature:
    'merge(parts: { n: number; mean: number[]; m2: number[] }[]): { mean: number[]; variance: number[] }',
  hints: [
    'The mean first: the samples of a worker add up to n · mean. Whose sum do you need, and what do you divide by?',
    'A worker’s squares about another place than its mean are larger: m2 + n · gap², where gap is the distance of its mean from that place.',
    'variance = Σ (m2 + n · (mean − all)²) / Σ n. A worker without samples adds 0 to every sum, as long as you never divide by its n.',
  ],
  solution: `function merge(parts: Part[]): { mean: number[]; variance: number[] } {
  const n = parts.reduce((total, part) => total + part.n, 0);
  const over = (term: (part: Part, c: number) => number) =>
    parts[0].mean.map((_, c) => parts.reduce((total, part) => total + term(part, c), 0) / n);
  const mean = over((part, c) => part.n * part.mean[c]);
  return { mean, variance: over((part, c) => part.m2[c] + part.n * (part.mean[c] - mean[c]) ** 2) };
}`,
  checks,
  wrong: wrongMerges,
  right: rightMerges,
};
