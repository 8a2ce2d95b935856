import { agrees } from '../../arrays/agreement.js';
import { leavesAlone } from '../../arrays/conduct.js';
import { numbersFor, rows } from '../../arrays/inputs.js';
import type { Matrix } from '../../arrays/plain.js';
import type { Standard } from '../../arrays/standard.js';
import type { Check, Exercise } from '../../exercise.js';
import * as layers from './layers.js';
import type { SampleLayer } from './layers.js';
import { listening } from './listening.js';
import { rightDetectives, whoSeesWhom } from './right.js';
import type { WhoFunction, WhoInputs } from './right.js';
import { checkNames, wrongDetectives } from './wrong.js';

/** Four samples of three features. */
const batch: Matrix = [
  [1, -2, 4],
  [3, 0.5, -3],
  [-4, 2, 1],
  [0.5, 6, 2],
];
const about = (...asked: readonly SampleLayer[]): WhoInputs[] => asked.map((layer) => [layer, batch]);

/** Other batches, larger and smaller. */
function sizes(seed: number): WhoInputs[] {
  const random = numbersFor('who sees whom', seed);
  const { ghostBatchNorm, batchNorm, layerNorm, neighbour } = layers;
  return [
    [layerNorm, rows(random, 3, 5)],
    [batchNorm, rows(random, 7, 2)],
    [neighbour, rows(random, 5, 4)],
    [ghostBatchNorm, rows(random, 6, 3)],
  ];
}

const standard: Standard<WhoInputs, WhoFunction> = {
  reference: whoSeesWhom,
  names: ['layer', 'x'],
  form: { '': 'matrix' },
  wrong: wrongDetectives,
  telling: [...about(...Object.values(layers)), ...sizes(0)],
  // A batch stays whole: fewer samples are another question.
  smallest: { rows: Infinity, columns: Infinity },
  size: () => 1,
};

const checks: readonly Check<WhoFunction>[] = [
  listening(
    agrees(standard, {
      name: checkNames.apart,
      points: 20,
      inputs: () => about(layers.layerNorm),
      hint: 'In LayerNorm each sample hears itself and nobody else: ones on the diagonal, zeros beside it.',
    }),
    [layers.layerNorm, batch],
  ),
  agrees(standard, {
    name: checkNames.together,
    points: 20,
    inputs: () => about(layers.batchNorm, layers.batchNormInUse),
    hint: 'In training every sample hears every other, in use each only itself.',
  }),
  agrees(standard, {
    name: checkNames.groups,
    points: 15,
    inputs: () => about(layers.ghostBatchNorm),
    hint: 'Two samples share their statistics, and the next two theirs. Is each pair of samples asked about by itself?',
  }),
  agrees(standard, {
    name: checkNames.direction,
    points: 15,
    inputs: () => about(layers.causal, layers.neighbour),
    hint: 'Row i, column j: sample i hears sample j. Which one do you change, and which one do you look at?',
  }),
  agrees(standard, {
    name: checkNames.hidden,
    points: 10,
    inputs: () => about(layers.lastFeature, layers.faint),
    hint: 'Change all features of a sample, look at all features of the others, and take nothing above 1e-9 for still.',
  }),
  agrees(standard, {
    name: checkNames.itself,
    points: 5,
    inputs: () => about(layers.forgetful, layers.shifted),
    hint: 'A layer that ignores what it is given hears nobody; another hears only the sample before. Is the diagonal asked about like all else?',
  }),
  agrees(standard, {
    name: checkNames.shapes,
    points: 10,
    inputs: sizes,
    hint: 'Does any line hold a number that belongs to one batch only?',
  }),
  leavesAlone(standard, { points: 5, inputs: () => about(layers.batchNorm, layers.layerNorm) }),
];

/** E5.6: who hears whom in a layer that one cannot look into. */
export const whoSeesWhomExercise: Exercise<WhoFunction> = {
  id: 'E5.6',
  title: 'Leakage detective',
  statement:
    'You are handed a layer that you cannot look into, and a batch x, one row for each sample. Give a table of as many rows and columns as there are samples: 1 at row i, column j if what comes out for sample i depends on sample j, else 0. The layer takes any numbers of the shape of x, and gives rows of the same length.',
  why: 'A model whose samples hear each other does something else in a test than it will do alone, and no loss curve says so.',
  difficulty: 2,
  importance: 3,
  minutes: 12,
  signature: 'whoSeesWhom(layer: (x: number[][]) => number[][], x: number[][]): number[][]',
  hints: [
    'Call the layer once as it is. Then change sample j, and only that one, and call it again: which rows came out otherwise?',
    'Give sample j new numbers that are no multiple of the old ones and no shift of them: some layers take just that away.',
    'x.map((row, n) => (n === j ? row.map((value, c) => value * value + c + 2) : row)) is such a batch. Compare all numbers of row i, with 1e-9.',
  ],
  solution: `function whoSeesWhom(layer: (x: number[][]) => number[][], x: number[][]): number[][] {
  const before = layer(x);
  const after = x.map((_, j) => layer(x.map((row, n) => (n === j ? row.map((value, c) => value * value + c + 2) : row))));
  const moved = (i: number, j: number) => before[i].some((value, c) => Math.abs(value - after[j][i][c]) > 1e-9);
  return x.map((_, i) => x.map((_other, j) => (moved(i, j) ? 1 : 0)));
}`,
  checks,
  wrong: wrongDetectives,
  right: rightDetectives,
};
