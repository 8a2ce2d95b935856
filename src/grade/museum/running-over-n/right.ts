import { tensor } from '../../../autograd/index.js';
import type { RightVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { normals } from '../damage.js';
import { agrees, x } from './experiments.js';
import { ofTheLibrary } from './layers.js';
import type { Layer } from './layers.js';

/** Experiments that do, each in its own way. */
export const right: readonly RightVersion<Experiment<Layer>>[] = [
  { name: 'beside the library', candidate: (layer) => agrees(layer) },
  {
    name: 'random numbers at twelve places',
    candidate: (layer) =>
      agrees(layer, {
        given: normals('right', [2, 2, 3, 4], { mean: 2, deviation: 3 }),
        momentum: 0.2,
        tolerance: 1e-6,
      }),
  },
  {
    name: 'four numbers, by hand',
    candidate: (layer: Layer): boolean => {
      // [1, 3 | 5, 7]: mean 4, squares 9 + 1 + 1 + 9 = 20, over 3. [0, 0 | 0, 4]: mean 1, squares 12, over 3.
      const kept = layer(
        tensor([
          [
            [1, 3],
            [0, 0],
          ],
          [
            [5, 7],
            [0, 4],
          ],
        ]),
        [10, 100],
        0.1,
      );
      return [9 + 2 / 3, 90.4].every((value, c) => Math.abs(kept[c] - value) < 1e-9);
    },
  },
  {
    name: 'the slope in the momentum',
    candidate: (layer: Layer): boolean => {
      const [low, high, all] = [0.1, 0.3, 1].map((momentum) => layer(x, [2, 5], momentum));
      return low.every((value, c) => {
        const slope = (high[c] - value) / 0.2;
        return (
          Math.abs(value - 0.1 * slope - [2, 5][c]) < 1e-9 &&
          Math.abs(all[c] - ofTheLibrary(x, [0, 0], 1)[c]) < 1e-9
        );
      });
    },
  },
];
