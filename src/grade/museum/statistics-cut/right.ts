import { add, gradientCheck, mul } from '../../../autograd/index.js';
import type { RightVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { normals } from '../damage.js';
import { near } from '../experiments.js';
import { cotangent, inner, numeric, ofTheLibrary, slope, x } from './asking.js';
import type { Layer } from './layers.js';

/** Experiments that do, each in its own way. */
export const right: readonly RightVersion<Experiment<Layer>>[] = [
  { name: 'a gradient check', candidate: (layer) => gradientCheck(layer, [x]).ok },
  { name: 'number by number', candidate: (layer) => near(slope(layer), numeric(layer), 1e-6) },
  {
    name: 'the gradient of the library',
    candidate: (layer) => near(slope(layer), slope(ofTheLibrary), 1e-9),
  },
  {
    name: 'two laws of the right gradient',
    candidate: (layer: Layer): boolean => {
      // A column that is moved or stretched comes out as it was: no slope along ones, none along x̂, but for ε.
      const [dx, y] = [slope(layer), ofTheLibrary(x)];
      return [0, 1, 2].every((c) => {
        const column = [...dx.data].filter((_, i) => i % 3 === c);
        const xhat = [...y.data].filter((_, i) => i % 3 === c);
        const along = column.reduce((total, d, n) => total + d * xhat[n], 0);
        return Math.abs(column.reduce((total, d) => total + d, 0)) < 1e-9 && Math.abs(along) < 1e-3;
      });
    },
  },
  {
    name: 'one step along a direction',
    candidate: (layer: Layer): boolean => {
      const [u, h] = [normals('cut u', [8, 3]), 1e-5];
      const at = (t: number): number => inner(layer(add(x, mul(t, u))), cotangent);
      return Math.abs((at(h) - at(-h)) / (2 * h) - inner(slope(layer), u)) < 1e-6;
    },
  },
];
