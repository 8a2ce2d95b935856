import type { Specimen } from '../../judging.js';
import { equation8 } from './layers.js';
import type { WayBack } from './layers.js';

/** Tell apart what experiments look at; nobody is graded by them. */
export const telling: readonly Specimen<WayBack>[] = [
  { name: 'a number too few', layer: (x: number[]) => x.slice(1), says: '' },
  { name: 'x itself', layer: (x: number[]) => x, says: '' },
  {
    name: 'twice equation (8)',
    layer: (x: number[], ...rest: [number[], number[], number]) =>
      equation8(x, ...rest).map((value) => 2 * value),
    says: '',
  },
  {
    name: 'dy of ones',
    layer: (x, gamma, dy, eps) =>
      equation8(
        x,
        gamma,
        dy.map(() => 1),
        eps,
      ),
    says: '',
  },
  { name: 'an ε of its own', layer: (x, gamma, dy) => equation8(x, gamma, dy, 1e-5), says: '' },
  { name: 'no numbers', layer: (x: number[]) => x.map(() => NaN), says: '' },
];
