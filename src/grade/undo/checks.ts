import { Tensor, tensor } from '../../autograd/tensor.js';
import { stream } from '../../tensor/random.js';
import { leavesAlone, readsItsArgument } from '../behaviour.js';
import { agrees } from '../comparison.js';
import type { Standard } from '../comparison.js';
import type { Check } from '../exercise.js';
import { undo, wrongUndos } from './versions.js';
import type { UndoFunction } from './versions.js';

type Inputs = readonly [x: Tensor, eps: number];

const word: Inputs = [tensor([1, 3, 4, 8]), 0.5];
const words = (seed: number): readonly Inputs[] => {
  const numbers = (C: number): Tensor =>
    new Tensor(stream(`undo exercise ${seed}`, C).normals([C], { mean: 2, deviation: 3 }));
  return [
    [numbers(3), 0.1],
    [numbers(6), 0.01],
    [numbers(6), 1e-5],
    [tensor([2, 2, 2]), 0.25],
  ];
};
const standard: Standard<Inputs, UndoFunction> = {
  reference: undo,
  parts: ['gamma', 'beta'],
  wrong: wrongUndos,
  telling: [word, ...words(0).slice(0, 2)],
};

/** From the most fundamental to the subtlest. */
export const undosChecks: readonly Check<UndoFunction>[] = [
  readsItsArgument(standard, { points: 15, inputs: [word, [tensor([0, 5, 5, 7]), 0.5]] }),
  agrees(standard, {
    name: 'multiplies by what was divided, adds what was subtracted',
    points: 50,
    inputs: () => [word],
    hint: 'LayerNorm did two things to this word. Undo the last one first.',
  }),
  agrees(standard, {
    name: 'works for words of every length, and every ε',
    points: 25,
    inputs: words,
    hint: 'Which of your lines counts on one length, or on one ε?',
  }),
  leavesAlone({ points: 10, inputs: [word] }),
];
