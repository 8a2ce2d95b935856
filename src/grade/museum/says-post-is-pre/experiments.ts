import { mul } from '../../../autograd/index.js';
import type { Tensor } from '../../../autograd/index.js';
import type { RightVersion, WrongVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { normals } from '../damage.js';
import { near } from '../experiments.js';
import { constantly, mixing, norm } from '../residual-layers.js';
import type { Through } from '../residual-layers.js';
import { asTheTextSays, preUnderPost } from './layers.js';
import type { Layer } from './layers.js';

/** Names of the checks. */
export const [believing, refusing, disguises] = [
  'says true of blocks that do what the text says',
  'says false of the block as it was found',
  'says false of other places for the norm',
];

const x = normals('says post', [4, 6], { mean: 1, deviation: 3 });
const f = mixing(11);
const asked = (layer: Layer, sublayer: Through, given: Tensor = x, tolerance = 1e-9): boolean =>
  near(layer(given, sublayer, norm), asTheTextSays(given, sublayer, norm), tolerance);
const same: Through = (t) => t;

/** Plausible experiments that do not do. */
export const wrong: readonly WrongVersion<Experiment<Layer>>[] = [
  {
    name: 'the code believed',
    says: 'You expect x + f(norm(x)), what the code does. The question is whether it does what its text says: norm(x + f(x)).',
    caughtBy: believing,
    candidate: (layer) => near(layer(x, f, norm), preUnderPost(x, f, norm)),
  },
  {
    name: 'the verdict the wrong way round',
    says: 'You say true where text and block differ. true is for a block that does what the text says.',
    caughtBy: believing,
    candidate: (layer) => !asked(layer, f),
  },
  {
    name: 'never true',
    says: 'Your experiment says false whatever the block does. Do you compare numbers? Two tensors are never ===, whatever they hold: compare their data.',
    caughtBy: believing,
    candidate: (layer) => layer(x, f, norm).shape.length === 1,
  },
  {
    name: 'shape only',
    says: 'You look at the shape, which is right wherever the norm stands.',
    caughtBy: refusing,
    candidate: (layer) => layer(x, f, norm).shape.join() === x.shape.join(),
  },
  {
    name: 'a norm that does nothing',
    says: 'The norm that you hand over gives x back, so nobody can see where it stands. Hand over one that does something.',
    caughtBy: refusing,
    candidate: (layer) => near(layer(x, f, same), asTheTextSays(x, f, same)),
  },
  {
    name: 'a linear norm',
    says: 'Your norm is linear, and so is your sub-layer: a factor each. Then it does not matter whether the sum is normalized or each of its parts. Hand over a norm that is not linear, such as layerNorm.',
    caughtBy: disguises,
    candidate: (layer: Layer): boolean => {
      const [double, triple] = [2, 3].map(
        (factor): Through =>
          (t) =>
            mul(t, factor),
      );
      return near(layer(x, double, triple), asTheTextSays(x, double, triple));
    },
  },
  {
    name: 'is the answer normalized',
    says: 'You ask whether the answer is normalized. That tells where the last norm stands, and not what went into it: compare with the formula.',
    caughtBy: disguises,
    candidate: (layer: Layer): boolean => {
      const y = layer(x, f, norm);
      return near(norm(y), y, 1e-3);
    },
  },
  {
    name: 'a sub-layer that does not listen',
    says: 'Your sub-layer says the same whatever it hears, so a norm before it goes unnoticed. Take one that depends on what it gets.',
    caughtBy: disguises,
    candidate: (layer: Layer): boolean => {
      const said = f(normals('said', [4, 6]));
      return asked(layer, () => said);
    },
  },
  {
    name: 'x normalized already',
    says: 'Your x is normalized already, so a norm of it changes nothing. Take one with another mean and deviation.',
    caughtBy: disguises,
    candidate: (layer) => asked(layer, f, norm(x), 1e-3),
  },
  {
    name: 'a sub-layer that says nothing',
    says: 'Your sub-layer says 0, so that only x is left to look at. Let it say something.',
    caughtBy: disguises,
    candidate: (layer) => asked(layer, constantly(0), x, 1e-3),
  },
];

/** Experiments that do, each in its own way. */
export const rightExperiments: readonly RightVersion<Experiment<Layer>>[] = [
  { name: 'beside the text', candidate: (layer) => asked(layer, f) },
  { name: 'two sub-layers', candidate: (layer) => asked(layer, mixing(12)) && asked(layer, mixing(13, 2)) },
  {
    name: 'a norm of its own',
    candidate: (layer: Layer): boolean => {
      const half: Through = (t) => mixing(15)(norm(t));
      return near(layer(x, f, half), asTheTextSays(x, f, half));
    },
  },
  {
    name: 'what each is handed',
    candidate: (layer: Layer): boolean => {
      const heard: string[] = [];
      const telling =
        (name: string, g: Through): Through =>
        (t) => {
          heard.push(`${name}: ${near(t, x) ? 'x' : 'other'}`);
          return g(t);
        };
      const y = layer(x, telling('f', f), telling('norm', norm));
      return heard.join() === 'f: x,norm: other' && near(y, asTheTextSays(x, f, norm));
    },
  },
];
