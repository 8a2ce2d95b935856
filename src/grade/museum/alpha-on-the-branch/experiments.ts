import { mul } from '../../../autograd/index.js';
import type { RightVersion, WrongVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { apart, normals } from '../damage.js';
import { near } from '../experiments.js';
import { constantly, mixing } from '../residual-layers.js';
import type { Through } from '../residual-layers.js';
import { alphaOnTheBranch, alphaOnTheStream } from './layers.js';
import type { Layer } from './layers.js';

/** Names of the checks. */
export const [believing, refusing, disguises] = [
  'says true of right blocks',
  'says false of the bug as it was found',
  'says false of other places for α',
];

const x = normals('deepnorm', [4, 6], { deviation: 2 });
const f = mixing(1);
const same: Through = (t) => mul(1, t);
const asked = (layer: Layer, sublayer: Through, alpha: number, tolerance = 1e-3): boolean =>
  near(layer(x, sublayer, alpha), alphaOnTheStream(x, sublayer, alpha), tolerance);

/** Plausible experiments that do not do. */
export const wrong: readonly WrongVersion<Experiment<Layer>>[] = [
  {
    name: 'the bug expected',
    says: 'You expect LN(x + α f(x)), which is the bug. DeepNorm’s formula is LN(αx + f(x)).',
    caughtBy: believing,
    candidate: (layer) => near(layer(x, f, 3), alphaOnTheBranch(x, f, 3), 1e-3),
  },
  {
    name: 'the verdict the wrong way round',
    says: 'You say true of the wrong blocks and false of the right ones. true is for LN(αx + f(x)).',
    caughtBy: believing,
    candidate: (layer) => !asked(layer, f, 3),
  },
  {
    name: 'the same to the last bit',
    says: 'You ask for the same bits. Another order of the sum, or another ε, moves the last ones: allow a thousandth.',
    caughtBy: believing,
    candidate: (layer) => asked(layer, f, 3, 0),
  },
  {
    name: 'never true',
    says: 'Your experiment says false whatever the block does. Which block would it believe?',
    caughtBy: believing,
    candidate: (layer) => layer(x, f, 3).shape.length === 1,
  },
  {
    name: 'α is 1',
    says: 'Your α is 1, and there every place is as good as another. Take a number that does something, 3 or 0.5.',
    caughtBy: refusing,
    candidate: (layer) => asked(layer, f, 1),
  },
  {
    name: 'a sub-layer that repeats x',
    says: 'Your sub-layer only stretches x, as one that halves it does. Then αx + f(x) and x + αf(x) differ by a factor, and the norm takes that away: take one that bends what it gets.',
    caughtBy: refusing,
    candidate: (layer) => asked(layer, same, 3),
  },
  {
    name: 'shape only',
    says: 'You look at the shape, which is right wherever α stands.',
    caughtBy: refusing,
    candidate: (layer) => layer(x, f, 3).shape.join() === x.shape.join(),
  },
  {
    name: 'mean and deviation',
    says: 'You ask whether the answer is normalized. Behind a norm it is, whatever went in: compare the numbers.',
    caughtBy: refusing,
    candidate: (layer: Layer): boolean => {
      const { data } = layer(x, f, 3);
      const [first, ...rest] = Array.from(data.subarray(0, 6));
      return (
        Math.abs(rest.reduce((a, b) => a + b, first)) < 1e-6 &&
        data.reduce((a, b) => a + b * b, 0) / 24 < 1.01
      );
    },
  },
  {
    name: 'nearer to x',
    says: 'You ask whether the answer points more to x than to f(x). Several wrong places for α do that as well: compare with the formula.',
    caughtBy: disguises,
    candidate: (layer: Layer): boolean => {
      const y = layer(x, f, 3);
      return (
        apart(y.data, alphaOnTheStream(x, f, 1e6).data) < apart(y.data, alphaOnTheBranch(x, f, 1e6).data)
      );
    },
  },
  {
    name: 'a sub-layer that says nothing',
    says: 'Your sub-layer says 0. Then nothing is beside x, and α does nothing at all.',
    caughtBy: refusing,
    candidate: (layer) => asked(layer, constantly(0), 3),
  },
  {
    name: 'a sub-layer that does not listen',
    says: 'Your sub-layer says the same whatever it hears, so a norm before it goes unnoticed. Take one that depends on what it gets.',
    caughtBy: disguises,
    candidate: (layer: Layer): boolean => {
      const said = mixing(2)(normals('said', [4, 6]));
      return asked(layer, () => mul(1, said), 3);
    },
  },
];

/** Experiments that do, each in its own way. */
export const rightExperiments: readonly RightVersion<Experiment<Layer>>[] = [
  { name: 'beside the formula', candidate: (layer) => asked(layer, f, 3) },
  {
    name: 'two sub-layers, two α',
    candidate: (layer) => asked(layer, mixing(3), 2.5) && asked(layer, mixing(4, 2), 0.5),
  },
  {
    name: 'a branch a thousand times louder at an α of a thousand',
    candidate: (layer) => asked(layer, (t) => mul(500, mixing(5)(t)), 1000) && asked(layer, f, 4),
  },
  {
    name: 'many α',
    candidate: (layer) => [0.3, 2, 5, 20].every((alpha) => asked(layer, mixing(6), alpha, 1e-4)),
  },
];
