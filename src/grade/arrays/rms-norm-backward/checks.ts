import { agrees, onlyAtSome } from '../agreement.js';
import type { Standard } from '../standard.js';
import { givesItsOwn, leavesAlone, remembersNothing } from '../conduct.js';
import type { Check } from '../../exercise.js';
import * as given from '../row-gradients.js';
import { meanSquare } from '../statistics.js';
import { reference } from './right.js';
import type { RmsWayBack } from './right.js';
import { wrongWaysBack } from './wrong.js';

const standard: Standard<given.BackInputs, RmsWayBack> = {
  reference,
  names: ['dy', 'x', 'gamma', 'eps'],
  form: { dx: 'matrix', dgamma: 'vector' },
  wrong: wrongWaysBack,
  telling: [given.plain, given.scaled, ...given.epsilons, ...given.shapes(0).slice(0, -1)].filter(
    ([, , gamma]) => gamma.length > 1,
  ),
  smallest: { rows: 1, columns: 2 },
  size: given.sizeBy(meanSquare),
};

/** ε = 1e-5 changes the sixth digit where numbers are large; it has a check of its own. */
const blindToEps = 1e-3;

/** From the most fundamental to the subtlest. */
export const rmsNormBackwardChecks: readonly Check<RmsWayBack>[] = [
  agrees(standard, {
    name: 'adds up dγ over the rows',
    points: 20,
    inputs: () => [given.plain, given.scaled],
    parts: ['dgamma'],
    tolerance: blindToEps,
    hint: 'γ multiplies x̂ in every row, so its gradient is the sum of dy ⊙ x̂ over the rows.',
  }),
  agrees(standard, {
    name: 'sends dy back to x through the root mean square',
    points: 25,
    inputs: () => [given.plain],
    parts: ['dx'],
    tolerance: blindToEps,
    hint: 'x moves y directly and through the root mean square: two terms. Each row of dx should be nearly at right angles to x.',
  }),
  agrees(standard, {
    name: 'takes γ into dx',
    points: 15,
    inputs: () => [given.scaled],
    parts: ['dx'],
    tolerance: blindToEps,
    hint: 'With γ = 1 it was right. On the way back γ comes first: what reaches x̂ is g = γ ⊙ dy, and the mean is one of g ⊙ x̂.',
  }),
  agrees(standard, {
    name: 'uses ε as on the way forward',
    points: 15,
    inputs: () => given.epsilons,
    hint: 'With numbers large beside √ε it was right. What divides is √(mean(x²) + ε), with the ε that was handed over, in x̂ as well as in front.',
    only: onlyAtSome(([, , , eps]) => eps),
  }),
  agrees(standard, {
    name: 'works on every shape and size',
    points: 15,
    inputs: (seed) => [...given.shapes(seed), given.constant],
    hint: 'One row, one column, tiny rows, huge ones, a row of zeros, a γ of 0. Does any line hold a number that belongs to one shape only?',
  }),
  leavesAlone(standard, { points: 5, inputs: () => [given.scaled, given.constant] }),
  remembersNothing(standard, { points: 3, inputs: given.questions }),
  givesItsOwn(standard, { points: 2, pairs: () => given.pairs }),
];
