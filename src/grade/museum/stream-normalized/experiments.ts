import { add, mul } from '../../../autograd/index.js';
import type { Tensor } from '../../../autograd/index.js';
import type { RightVersion, WrongVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { normals } from '../damage.js';
import { near } from '../experiments.js';
import { constantly, mixing, norm } from '../residual-layers.js';
import type { Through } from '../residual-layers.js';
import { postNorm, preNorm, streamOverwritten } from './layers.js';
import type { Layer } from './layers.js';

/** Names of the checks. */
export const [believing, refusing, disguises] = [
  'believes layers that are Pre-LN',
  'refuses the layer that overwrites its stream',
  'refuses half of that, and other mistakes of the same lines',
];

const x = normals('overwritten', [4, 6], { mean: 1, deviation: 3 });
const [f, g] = [21, 22].map((n) => mixing(n));
const same: Through = (t) => t;
/** Two norms with parameters of their own. */
const norms: readonly [Through, Through] = [
  (t) => add(mul(2, norm(t)), 1),
  (t) => mul(norm(t), normals('own γ', [6], { mean: 1 })),
];

interface Asking {
  readonly given?: Tensor;
  readonly sublayers?: readonly [Through, Through];
  readonly by?: readonly [Through, Through];
  readonly as?: Layer;
  readonly tolerance?: number;
}
const asked = (
  layer: Layer,
  { given = x, sublayers = [f, g], by = norms, as = preNorm, tolerance = 1e-9 }: Asking = {},
): boolean => near(layer(given, ...sublayers, ...by), as(given, ...sublayers, ...by), tolerance);

/** Plausible experiments that do not do. */
export const wrong: readonly WrongVersion<Experiment<Layer>>[] = [
  {
    name: 'the first version believed',
    says: 'You expect y = norm1(x) and then y + f(y), which is what the first version did. Pre-LN adds to the bare stream: x + f(norm1(x)).',
    caughtBy: believing,
    candidate: (layer) => asked(layer, { as: streamOverwritten }),
  },
  {
    name: 'Post-LN expected',
    says: 'You expect norms behind the sums: that is Post-LN. In Pre-LN a norm stands before each sub-layer.',
    caughtBy: believing,
    candidate: (layer) => asked(layer, { as: postNorm }),
  },
  {
    name: 'the verdict the wrong way round',
    says: 'You say true where the layer differs from Pre-LN. true is for layers that are Pre-LN.',
    caughtBy: believing,
    candidate: (layer) => !asked(layer),
  },
  {
    name: 'never true',
    says: 'Your experiment says false whatever the layer does. Two tensors are never ===, whatever they hold: compare their data.',
    caughtBy: believing,
    candidate: (layer) => layer(x, f, g, ...norms).shape.length === 1,
  },
  {
    name: 'shape only',
    says: 'You look at the shape, which is right wherever the norms stand.',
    caughtBy: refusing,
    candidate: (layer) => layer(x, f, g, ...norms).shape.join() === x.shape.join(),
  },
  {
    name: 'norms that do nothing',
    says: 'The norms that you hand over give x back, so nobody can see where they stand. Hand over two that do something.',
    caughtBy: refusing,
    candidate: (layer) => asked(layer, { by: [same, same] }),
  },
  {
    name: 'only that it is not Post-LN',
    says: 'You see that it is not Post-LN. There is more that is not: compare with h = x + f(norm1(x)) and h + g(norm2(h)).',
    caughtBy: refusing,
    candidate: (layer) => !asked(layer, { as: postNorm }),
  },
  {
    name: 'only what the first sub-layer hears',
    says: 'You listen to what the first sub-layer hears, and that is norm1(x) in many layers. To what its answer is added, you have not asked.',
    caughtBy: refusing,
    candidate: (layer: Layer): boolean => {
      let heard = x;
      layer(x, (t) => f((heard = t)), g, ...norms);
      return near(heard, norms[0](x));
    },
  },
  {
    name: 'one norm for both places',
    says: 'You hand over the same norm twice, so nobody can tell the two apart. Hand over two that differ.',
    caughtBy: disguises,
    candidate: (layer) => asked(layer, { by: [norm, norm] }),
  },
  {
    name: 'x normalized already',
    says: 'Your x is normalized already, so a norm of it changes nothing. Take one with another mean and deviation.',
    caughtBy: disguises,
    candidate: (layer) => asked(layer, { given: norm(x), by: [norm, norms[1]], tolerance: 1e-3 }),
  },
  {
    name: 'sub-layers that say nothing',
    says: 'Your sub-layers say 0, so that only the stream is left to look at. Let both say something.',
    caughtBy: disguises,
    candidate: (layer) => asked(layer, { sublayers: [constantly(0), constantly(0)], by: [norm, norms[1]] }),
  },
  {
    name: 'a second sub-layer that says nothing',
    says: 'Your second sub-layer says 0, so nobody sees what it hears, or through which norm. Let both say something.',
    caughtBy: disguises,
    candidate: (layer) => asked(layer, { sublayers: [f, constantly(0)] }),
  },
  {
    name: 'only the first line',
    says: 'You look at where the stream is behind the first sub-layer, or what the second one hears. What its answer is added to shows at the end alone.',
    caughtBy: disguises,
    candidate: (layer: Layer): boolean => {
      let heard = x;
      layer(x, f, (t) => g((heard = t)), ...norms);
      return near(heard, norms[1](add(x, f(norms[0](x)))));
    },
  },
];

/** Experiments that do, each in its own way. */
export const rightExperiments: readonly RightVersion<Experiment<Layer>>[] = [
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
