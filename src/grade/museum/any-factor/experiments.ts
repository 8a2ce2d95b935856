import type { RightVersion, WrongVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { apart } from '../damage.js';
import type { Layer } from './layers.js';

const rows = [
  [3, -1, 4, 1.5],
  [-2, 7, 1, 8],
];
const times = (alpha: number, x: readonly number[]): number[] => x.map((value) => alpha * value);
const holds = (layer: Layer, factors: readonly number[], tolerance = 1e-9): boolean =>
  rows.every((x) => factors.every((alpha) => apart(layer(times(alpha, x)), layer(x)) <= tolerance));
const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.sqrt(a.reduce((total, value, i) => total + (value - b[i]) * (value - b[i]), 0));

/** Names of the checks. */
export const [believing, refusing, disguises] = [
  'says true where the claim is true',
  'says false of LayerNorm',
  'says false of other layers of which it is false',
];

/** Plausible experiments that do not do. */
export const wrong: readonly WrongVersion<Experiment<Layer>>[] = [
  {
    name: 'α = 0',
    says: 'You try α = 0 as well, and the claim leaves it out, for a good reason: nothing can be told of a row of zeros.',
    caughtBy: believing,
    candidate: (layer) => holds(layer, [-3, -1, 0, 0.5, 3]),
  },
  {
    name: 'the same to the last bit',
    says: 'You ask for the same bits. α is multiplied in and divided out again, and that rounds: allow 1e-9.',
    caughtBy: believing,
    candidate: (layer) => holds(layer, [-3, -0.7, 0.01, 3, 1e3], 0),
  },
  {
    name: 'the answer turned round',
    says: 'You ask that −x gives minus the answer. That is what LayerNorm really does; the claim says that the answer stays.',
    caughtBy: believing,
    candidate: (layer) => rows.every((x) => distance(layer(times(-1, x)), times(-1, layer(x))) < 1e-3),
  },
  {
    name: 'the verdict the wrong way round',
    says: 'You say true where some α refutes the claim. True is for layers of which it holds.',
    caughtBy: believing,
    candidate: (layer) => !holds(layer, [-3, 3]),
  },
  {
    name: 'never true',
    says: 'Your experiment says false whatever the layer does. There are layers of which the claim is true: can your comparison come out true, with your row and your factors?',
    caughtBy: believing,
    candidate: (layer) => Number.isNaN(layer(rows[0])[0] - 1e9),
  },
  {
    name: 'lists compared by ===',
    says: 'Your experiment says false of every layer. Do you compare numbers? Two lists are never ===, whatever they hold: compare entry by entry, allowing 1e-9.',
    caughtBy: believing,
    candidate: (layer) =>
      rows.every((x) => [-3, 0.5, 3].every((alpha) => layer(times(alpha, x)) === layer(x))),
  },
  {
    name: 'only α = 1',
    says: 'The factors that you try do nothing: at α = 1 every claim of this kind is true. Try a number that does something.',
    caughtBy: refusing,
    candidate: (layer) => holds(layer, [1]),
  },
  {
    name: 'a tolerance that takes everything',
    says: 'You allow the answers to be farther apart than they are large. Turned round they are twice their size apart, and you never notice: allow 1e-6.',
    caughtBy: refusing,
    candidate: (layer) => holds(layer, [-3, -1, 0.5, 3], 2.5),
  },
  {
    name: 'positive factors',
    says: 'All your factors are positive. "α ≠ 0" means negative ones too: what happens to the largest entry of a row when every number changes its sign?',
    caughtBy: refusing,
    candidate: (layer) => holds(layer, [0.5, 2, 7, 100], 1e-3),
  },
  {
    name: 'positive factors, up to rounding',
    says: 'Your factors are all positive. Where they refute the claim, it is by the ε of the layer; at ε = 0 none of them does. "α ≠ 0" means negative ones too: what becomes of a row when every number changes its sign?',
    caughtBy: refusing,
    candidate: (layer) => holds(layer, [0.01, 0.5, 2, 100]),
  },
  {
    name: 'sizes instead of answers',
    says: 'You compare the lengths of the two answers. Turned round a row is as long as before: compare entry by entry.',
    caughtBy: refusing,
    candidate: (layer) =>
      rows.every((x) => Math.abs(Math.hypot(...layer(times(-3, x))) - Math.hypot(...layer(x))) < 1e-3),
  },
  {
    name: 'only α = −1',
    says: 'You try α = −1, which refutes the claim for LayerNorm. A layer that only looks at sizes passes it, and every other factor changes its answer: try some of those, too.',
    caughtBy: disguises,
    candidate: (layer) => holds(layer, [-1]),
  },
  {
    name: 'only large factors',
    says: 'Your factors make the row larger, and ε matters less and less. Try factors that make it small.',
    caughtBy: disguises,
    candidate: (layer) => holds(layer, [-5000, -3000, 3000, 7000], 0.1),
  },
  {
    name: 'the first entry only',
    says: 'You compare the first entries. Compare all of them.',
    caughtBy: disguises,
    candidate: (layer) =>
      rows.every((x) =>
        [-3, -1, 0.01, 3].every((alpha) => Math.abs(layer(times(alpha, x))[0] - layer(x)[0]) < 1e-9),
      ),
  },
];

/** Experiments that do, each in its own way. */
export const right: readonly RightVersion<Experiment<Layer>>[] = [
  {
    name: 'factors of both signs, small and large',
    candidate: (layer) => holds(layer, [-3, -0.01, 0.01, 3]),
  },
  {
    name: 'many factors',
    candidate: (layer: Layer): boolean => {
      const sizes = [1e-3, 0.03, 0.7, 5, 90, 1e4];
      return holds(layer, [...sizes, ...sizes.map((size) => -size)], 1e-6);
    },
  },
  {
    name: 'a search for the factor that refutes it',
    candidate: (layer: Layer): boolean => {
      for (let alpha = -4.99; alpha < 5; alpha += 0.1)
        for (const x of rows) if (!(distance(layer(times(alpha / 10, x)), layer(x)) < 1e-6)) return false;
      return true;
    },
  },
  {
    name: 'sign and size apart',
    candidate: (layer) => holds(layer, [-1]) && holds(layer, [0.02, 3, 11]) && holds(layer, [-0.3]),
  },
];
