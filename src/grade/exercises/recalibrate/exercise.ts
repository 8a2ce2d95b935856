import { Failure } from '../../exercise.js';
import type { Check, Exercise } from '../../exercise.js';
import { leftBy, near, same } from './asking.js';
import type { Case, Left, RecalibrateFunction } from './asking.js';
import { recalibrate, rightRecalibrations } from './right.js';
import { checkNames, wrongRecalibrations } from './wrong.js';

/** Four batches, one, two, and seven. */
const cases = (seed: number): readonly Case[] =>
  [4, 1, 2, 7].map((count, i) => ({ count, seed: 10 * seed + i + 1 }));

interface Asked {
  readonly name: string;
  readonly points: number;
  readonly parts: readonly (keyof Left)[];
  /** What the numbers are called where they are shown. */
  readonly of: string;
  /** What to say where no known mistake fits. */
  readonly hint: string;
}

/** Compares what is left with what the reference leaves, and names the mistake by all that it leaves. */
const leaves = ({ name, points, parts, of, hint }: Asked): Check<RecalibrateFunction> => ({
  name,
  points,
  run(candidate, seed = 0) {
    for (const one of cases(seed)) {
      const [got, right] = [leftBy(candidate, one), leftBy(recalibrate, one) as Left];
      const part = 'stopped' in got ? parts[0] : parts.find((each) => !near(got[each], right[each]));
      if (part === undefined) continue;
      const known = wrongRecalibrations.find((wrong) =>
        cases(0).every((each) => same(leftBy(candidate, each), leftBy(wrong.candidate, each))),
      );
      const stopped = 'stopped' in got ? `Your function stopped with an error: ${got.stopped}` : undefined;
      throw new Failure(
        known?.name ?? (stopped ? 'stops' : 'other numbers'),
        known?.says ?? stopped ?? hint,
        {
          input: `a network in use with two norms, and ${one.count} ${one.count === 1 ? 'batch' : 'batches'} of six samples`,
          expected: `${of}: ${shown(right[part])}`,
          got: 'stopped' in got ? got.stopped : `${of}: ${shown(got[part])}`,
        },
      );
    }
  },
});

const shown = (numbers: readonly number[]): string =>
  `[${numbers
    .slice(0, 6)
    .map((value) => value.toFixed(4))
    .join(', ')}${numbers.length > 6 ? ', …' : ''}]`;

const checks: readonly Check<RecalibrateFunction>[] = [
  leaves({
    name: checkNames.first,
    points: 40,
    parts: ['firstMean', 'firstVariance'],
    of: 'statistics of the first norm',
    hint: 'The statistics of the first norm are not the plain mean of those of the batches. What does each batch weigh in yours?',
  }),
  leaves({
    name: checkNames.second,
    points: 25,
    parts: ['secondMean', 'secondVariance'],
    of: 'statistics of the second norm',
    hint: 'The first norm is right, the one behind it is not. It sees what the first one makes of a batch, in training.',
  }),
  leaves({
    name: checkNames.momentum,
    points: 10,
    parts: ['momentum'],
    of: 'momentum of each norm',
    hint: 'The statistics are right, and a momentum is not what it was.',
  }),
  leaves({
    name: checkNames.training,
    points: 10,
    parts: ['training'],
    of: 'training, of each module',
    hint: 'The statistics are right. Some part of the network is still in training.',
  }),
  leaves({
    name: checkNames.parameters,
    points: 10,
    parts: ['parameters'],
    of: 'parameters',
    hint: 'The statistics are right, and a parameter has changed. Nothing is learned here.',
  }),
  leaves({
    name: checkNames.batches,
    points: 5,
    parts: ['batches'],
    of: 'the batches afterwards',
    hint: 'The batches are not what they were.',
  }),
];

/** E5.4: running statistics measured afresh. */
export const recalibrateExercise: Exercise<RecalibrateFunction> = {
  id: 'E5.4',
  title: 'Measure the running statistics afresh',
  statement:
    'net is a trained network in use, norms are all its BatchNorms, batches are of equal size, without targets. Measure the running statistics afresh: at the end each running mean and variance is the plain mean, over the batches, of what that norm finds in a batch in training. All else is as it was: weights, γ, β, each norm’s momentum; and the network is in use again. (norm.momentum may be set; norm.runningMean and norm.runningVariance may not, they move when the network runs in training; net.train() and net.evaluate() set the mode; noGrad(() => …) records nothing.)',
  why: 'Statistics go stale: new data, averaged weights, a momentum that was too small. To measure them afresh takes no labels and no gradient.',
  difficulty: 2,
  importance: 2,
  minutes: 10,
  signature: 'recalibrate(net: Layer, norms: readonly BatchNorm[], batches: readonly Tensor[]): void',
  hints: [
    'Running statistics move when a norm is called in training. Which of the two modes is the network in when you get it?',
    'new = (1 − m) · old + m · batch. At the first batch nothing of the old should stay: m = 1. At the second both batches weigh a half. And at the third?',
    'Before batch k (from 0) set every momentum to 1 / (k + 1). Keep the old ones before, put them back afterwards, and end with net.evaluate().',
  ],
  solution: `function recalibrate(net: Layer, norms: readonly BatchNorm[], batches: readonly Tensor[]): void {
  const before = norms.map((norm) => norm.momentum);
  net.train();
  batches.forEach((batch, k) => {
    for (const norm of norms) norm.momentum = 1 / (k + 1);
    noGrad(() => net.forward(batch));
  });
  norms.forEach((norm, i) => (norm.momentum = before[i]));
  net.evaluate();
}`,
  checks,
  wrong: wrongRecalibrations,
  right: rightRecalibrations,
};
