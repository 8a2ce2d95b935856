import { add } from '../../../autograd/index.js';
import type { WrongVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { near } from '../experiments.js';
import { constantly, norm } from '../residual-layers.js';
import type { Through } from '../residual-layers.js';
import { asked, f, g, norms, x } from './asking.js';
import { postNorm, streamOverwritten } from './layers.js';
import type { Layer } from './layers.js';

/** Names of the checks. */
export const [believing, refusing, disguises] = [
  'believes layers that are Pre-LN',
  'refuses the layer that overwrites its stream',
  'refuses half of that, and other mistakes of the same lines',
];

const same: Through = (t) => t;

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
    name: 'the order of the calls',
    says: 'You look at the order in which norms and sub-layers are called, and that is the same where the stream is overwritten. To what their answers are added shows in the numbers alone: compare those.',
    caughtBy: refusing,
    candidate: (layer: Layer): boolean => {
      let order = '';
      const noted =
        (name: string): Through =>
        (t) => {
          order += name;
          return t;
        };
      layer(x, noted('f'), noted('g'), noted('1'), noted('2'));
      return order === '1f2g';
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
