import { tensor } from '../../../autograd/index.js';
import type { RightVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { centred } from '../layer-norms.js';
import { agrees, allNear, meanSquares, rows, short } from './asking.js';
import type { Layer } from './layers.js';

/** Experiments that do, each in its own way. */
export const right: readonly RightVersion<Experiment<Layer>>[] = [
  {
    name: 'comparison with the library',
    candidate: (layer) => [rows, short].every((x) => [1e-5, 0.5].every((eps) => agrees(layer, x, eps))),
  },
  {
    name: 'the mean square says it',
    candidate: (layer) =>
      [rows, short].every((x) =>
        [1e-5, 2].every((eps) => {
          const variances = meanSquares(centred(x));
          const wanted = variances.map((variance) => variance / (variance + eps));
          return meanSquares(layer(x, eps)).every((value, n) => Math.abs(value - wanted[n]) < 1e-9);
        }),
      ),
  },
  {
    name: 'one row of three',
    candidate: (layer) => [0.5, 4].every((eps) => agrees(layer, tensor([[1, 2, 6]]), eps)),
  },
  {
    name: 'two rows by hand',
    candidate: (layer: Layer): boolean => {
      const two = layer(tensor([[-1, 1]]), 3).data; // σ² = 1, √(1 + 3) = 2
      const six = layer(tensor([[-1, 1, -1, 1, -1, 1]]), 3).data;
      return allNear([...two, ...six].map(Math.abs), 0.5, 1e-9);
    },
  },
  {
    name: 'ε = 0 for the count, ε = 1 for its place',
    candidate: (layer: Layer): boolean => {
      const steep = layer(tensor([[1, 0, 0, 0, 0]]), 0).data[0]; // √(C − 1) = 2
      const soft = layer(tensor([[Math.sqrt(3), -Math.sqrt(3)]]), 1).data[0]; // √3 / √(3 + 1)
      return Math.abs(steep - 2) < 1e-6 && Math.abs(soft - Math.sqrt(3) / 2) < 1e-6;
    },
  },
];
