import { tensor } from '../../../autograd/index.js';
import type { Exercise } from '../../exercise.js';
import { judges } from '../../judges.js';
import type { Experiment } from '../../judging.js';
import { damage, normals } from '../damage.js';
import type { Exhibit } from '../exhibit.js';
import { noticing } from '../noticing.js';
import { believing, disguises, refusing, rightExperiments, wrong } from './experiments.js';
import { disguised, found, read, right, telling, trusted } from './layers.js';
import { firstGamma } from './mutants.js';
import { notice } from './notice.js';
import { reference } from './tests.js';
import type { Test } from './tests.js';

const exercise: Exercise<Experiment<Test>> = {
  id: 'B16',
  title: 'Can this test be trusted?',
  statement:
    'Write an experiment that is handed a test, and says true if the test can be trusted with γ and β, false if not. A test is handed a layer, calls it with x of shape [N, C], γ and β of shape [C] and an ε, and says true if it finds nothing wrong. It can be trusted if it believes LayerNorm, and refuses every layer that takes γ or β from the wrong feature, such as one that gives γ[0] to all.',
  why: 'A test that passes is believed, and what it is blind for is believed with it. What a test is worth, only wrong layers can tell.',
  difficulty: 2,
  importance: 3,
  minutes: 8,
  asks: 'an experiment',
  signature:
    'canBeTrusted(test: (layer: (x: Tensor, gamma: Tensor, beta: Tensor, eps: number) => Tensor) => boolean): boolean',
  hints: [
    'You are the one who makes wrong layers now. Hand the test a right one and some wrong ones, and see what it says.',
    'Make each layer wrong in one thing only: a test that sees γ may be blind for β. And some tests refuse everything.',
    'add(mul(t, 0), slice(t, { axis: 0, start: 0, end: 1 })) is the first entry of t everywhere. Do that to γ in one layer and to β in another.',
  ],
  solution: `function canBeTrusted(test: (layer: (x: Tensor, gamma: Tensor, beta: Tensor, eps: number) => Tensor) => boolean): boolean {
  type Change = (t: Tensor) => Tensor;
  const layer = (toGamma: Change, toBeta: Change) => (x: Tensor, gamma: Tensor, beta: Tensor, eps: number) =>
    layerNorm({ x: x, gamma: toGamma(gamma), beta: toBeta(beta) }, { eps: eps });
  const same: Change = (t) => t;
  const first: Change = (t) => add(mul(t, 0), slice(t, { axis: 0, start: 0, end: 1 }));
  return test(layer(same, same)) && !test(layer(first, same)) && !test(layer(same, first));
}`,
  checks: noticing(
    judges<Test>({
      right: { name: believing, points: 40, layers: right },
      wrong: [
        { name: refusing, points: 30, layers: found },
        { name: disguises, points: 30, layers: disguised },
      ],
      telling,
      known: wrong,
    }),
    { known: wrong, notice },
  ),
  wrong,
  right: rightExperiments,
};

/** B16: a test in which all γ are equal, and which prints. */
export const testWithEqualGamma: Exhibit<Test, Experiment<Test>> = {
  id: 'B16',
  title: 'A test with equal γ',
  story: [
    'In a well-known assignment on normalization the test of LayerNorm’s forward pass takes the same γ for every feature, and the same β; it prints means and deviations, beside a sentence on what to expect.',
    'Right layers pass, and so do layers that use one γ for all features: where all γ are equal, nobody can tell.',
    'It is easy to make because with equal γ one knows what to expect, and a test that can be read is a good thing. Nor does a test say what it is: the cell that checks LayerNorm’s gradient there is headed “batchnorm backward pass”, and runs all the same.',
  ],
  reported:
    'CS231n, assignment 2, the notebook on normalization; the heading: issue 214 of cs231n.github.io.',
  wrong: read,
  right: trusted,
  fix: 'Give every feature a γ and a β of its own, none of them 0 or 1, compare with known numbers, and let the test fail by itself.',
  cost: {
    against: 'spread of γ in the test',
    at: [0, 0.1, 1, 3],
    measure: (spread) => {
      const [gamma, beta] = [tensor([3 - spread, 3, 3 + spread]), tensor([5, 5, 5])];
      return damage(
        { wrong: (x) => firstGamma(x, gamma, beta, 1e-5), right: (x) => reference(x, gamma, beta, 1e-5) },
        normals('equal γ cost', [8, 3]),
      );
    },
  },
  exercise,
};
