import { add, mul } from '../../../autograd/index.js';
import type { Tensor } from '../../../autograd/index.js';
import type { RightVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { normals } from '../damage.js';
import { near } from '../experiments.js';
import { constantly, mixing, norm } from '../residual-layers.js';
import type { Through } from '../residual-layers.js';
import { asked, f, g, norms, x } from './asking.js';
import type { Layer } from './layers.js';

/** Experiments that do, each in its own way. */
export const right: readonly RightVersion<Experiment<Layer>>[] = [
  { name: 'beside the two lines', candidate: (layer) => asked(layer) },
  {
    name: 'two pairs of sub-layers',
    candidate: (layer) =>
      asked(layer, { sublayers: [mixing(23), mixing(24, 2)] }) &&
      asked(layer, { sublayers: [mixing(25), f] }),
  },
  {
    name: 'what is added to the stream',
    candidate: (layer: Layer): boolean => {
      const said: Tensor[] = [];
      const noted =
        (h: Through): Through =>
        (t) => {
          const answer = h(t);
          said.push(answer);
          return answer;
        };
      const y = layer(x, noted(f), noted(g), ...norms);
      const first = f(norms[0](x));
      const second = g(norms[1](add(x, first)));
      return near(said[0], first) && near(said[1], second) && near(y, add(x, add(first, second)));
    },
  },
  {
    name: 'one row, two norms by hand',
    candidate: (layer: Layer): boolean => {
      const [given, zero] = [normals('row', [1, 6], { mean: 2 }), constantly(0)];
      const by: [Through, Through] = [(t) => mul(0.5, norm(t)), (t) => add(norm(t), 3)];
      const asking = { given, by };
      return asked(layer, asking) && asked(layer, { ...asking, sublayers: [zero, g] });
    },
  },
];
