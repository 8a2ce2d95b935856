/** The battery for a way back: of rows, as through LayerNorm, or of columns, as through BatchNorm. */
import { agrees, onlyAtSome } from './agreement.js';
import type { Standard } from './standard.js';
import { givesItsOwn, leavesAlone, remembersNothing } from './conduct.js';
import type { Pair } from './conduct.js';
import type { Check } from '../exercise.js';
import type { BackInputs } from './row-gradients.js';
import type { WayBack } from './way-back.js';

/** The inputs that the checks ask for. */
interface Given {
  readonly plain: BackInputs;
  readonly scaled: BackInputs;
  readonly epsilons: readonly BackInputs[];
  readonly constant: BackInputs;
  shapes(seed: number): readonly BackInputs[];
  far(seed: number): readonly BackInputs[];
  questions(seed: number): readonly BackInputs[];
  readonly pairs: readonly Pair<BackInputs>[];
}

interface Battery {
  readonly standard: Standard<BackInputs, WayBack>;
  readonly given: Given;
  /** What is normalized together. */
  readonly along: 'row' | 'column';
  /** The small shapes it is tried on, in words. */
  readonly shapes: string;
}

/** ε = 1e-5 changes the sixth digit where deviations are large; it has a check of its own. */
const blindToEps = 1e-3;

const gradients = ({ standard, given, along }: Battery): readonly Check<WayBack>[] => [
  agrees(standard, {
    name: 'adds up dβ over the rows',
    points: 10,
    inputs: () => [given.plain, given.scaled],
    parts: ['dbeta'],
    hint: 'β is added to every row, so its gradient is the sum of dy over the rows: one number for each column.',
  }),
  agrees(standard, {
    name: 'adds up dγ over the rows',
    points: 15,
    inputs: () => [given.plain, given.scaled],
    parts: ['dgamma'],
    tolerance: blindToEps,
    hint: 'γ multiplies x̂ in every row, so its gradient is the sum of dy ⊙ x̂ over the rows.',
  }),
  agrees(standard, {
    name: 'sends dy back to x through mean and deviation',
    points: 25,
    inputs: () => [given.plain],
    parts: ['dx'],
    tolerance: blindToEps,
    hint: `x moves y directly, through the mean, and through the deviation: three terms. Each ${along} of dx should sum to 0, and be nearly at right angles to x̂.`,
  }),
  agrees(standard, {
    name: 'takes γ into dx',
    points: 10,
    inputs: () => [given.scaled],
    parts: ['dx'],
    tolerance: blindToEps,
    hint: 'With γ = 1 it was right. On the way back γ comes first: what reaches x̂ is g = γ ⊙ dy, and the means are means of g.',
  }),
  agrees(standard, {
    name: 'uses ε as on the way forward',
    points: 10,
    inputs: () => given.epsilons,
    hint: 'With a deviation large beside √ε it was right. The deviation that divides is √(σ² + ε), with the ε that was handed over, in x̂ as well as in front.',
    only: onlyAtSome(([, , , eps]) => eps),
  }),
];

/** From the most fundamental to the subtlest. */
export const wayBackChecks = (battery: Battery): readonly Check<WayBack>[] => {
  const { standard, given, along, shapes } = battery;
  return [
    ...gradients(battery),
    agrees(standard, {
      name: `survives a ${along} of equal numbers`,
      points: 5,
      inputs: () => [given.constant],
      // What rounding leaves of 0.1 − 0.1 is multiplied by 1/√ε.
      tolerance: 1e-6,
      hint: 'There x̂ = 0, and dx is (g − mean(g)) / √ε.',
    }),
    agrees(standard, {
      name: 'works on every shape and size',
      points: 10,
      inputs: given.shapes,
      hint: `${shapes}, huge ones, a γ of 0. Does any line hold a number that belongs to one shape only?`,
    }),
    agrees(standard, {
      name: 'keeps its digits far from zero',
      points: 5,
      inputs: given.far,
      // The mean of numbers near 10⁸ is known to 10⁻⁸ or so; a difference of squares is off by whole numbers.
      tolerance: 1e-5,
      hint: 'At 10⁸ the digits are gone. Subtract the mean first, then square; and never multiply by x itself where x̂ will do.',
    }),
    leavesAlone(standard, { points: 5, inputs: () => [given.scaled, given.constant] }),
    remembersNothing(standard, { points: 3, inputs: given.questions }),
    givesItsOwn(standard, { points: 2, pairs: () => given.pairs }),
  ];
};
