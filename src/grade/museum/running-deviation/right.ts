import { tensor } from '../../../autograd/index.js';
import type { RightVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { agrees, batches } from './experiments.js';
import type { Layer } from './layers.js';

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

/** Experiments that do, each in its own way. */
export const right: readonly RightVersion<Experiment<Layer>>[] = [
  { name: 'beside the library', candidate: (layer) => agrees(layer) },
  { name: 'one batch', candidate: (layer) => agrees(layer, { given: [batches[2]] }) },
  {
    name: 'two numbers, by hand',
    candidate: (layer: Layer): boolean => {
      // The batches have σ² 1 and 9 over n, 2 and 18 over n − 1; their means are 4 and −2.
      const answers = layer([tensor([[3], [5]]), tensor([[1], [-5]])], tensor([[2]]));
      const [mu, variance] = [0.9 * 0.4 - 0.2, 0.9 * (0.9 + 0.2) + 1.8];
      return (
        isNear(answers[0].data[1], 1 / Math.sqrt(1 + 1e-5)) &&
        isNear(answers[1].data[0], 3 / Math.sqrt(9 + 1e-5)) &&
        isNear(answers[2].data[0], (2 - mu) / Math.sqrt(variance + 1e-5))
      );
    },
  },
  {
    name: 'what it keeps, read off two answers in use',
    candidate: (layer: Layer): boolean => {
      const answers = layer([tensor([[3], [5], [10]])], tensor([[0], [1]]));
      const [atZero, atOne] = answers[1].data; // a line: its slope is 1 / √(kept + ε)
      const slope = atOne - atZero;
      const expected = 0.9 + 0.1 * 13; // the squares of −3, −1 and 4 add up to 26
      const size = answers[0].data.reduce((total, value) => total + value * value, 0) / 3;
      return (
        Math.abs(1 / (slope * slope) - 1e-5 - expected) < 1e-6 &&
        isNear(-atZero / slope, 0.6) &&
        Math.abs(size - 1) < 1e-4
      );
    },
  },
];
