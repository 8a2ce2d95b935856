import { agrees, onlyAtSome } from '../agreement.js';
import type { Standard } from '../standard.js';
import { givesItsOwn, leavesAlone, remembersNothing } from '../conduct.js';
import type { Check } from '../../exercise.js';
import * as given from './inputs.js';
import type { LayerNormFunction, LayerNormInputs } from './inputs.js';
import { reference } from './right.js';
import { wrongLayerNorms } from './wrong.js';

const standard: Standard<LayerNormInputs, LayerNormFunction> = {
  reference,
  names: ['x', 'gamma', 'beta', 'eps'],
  form: { '': 'matrix' },
  wrong: wrongLayerNorms,
  telling: [given.plain, given.affine, ...given.epsilons, ...given.shapes(0).slice(0, -1)].filter(
    ([, gamma]) => gamma.length > 1,
  ),
  smallest: { rows: 1, columns: 2 },
  size: ([, gamma]) => Math.max(...gamma.map(Math.abs)),
};

/** From the most fundamental to the subtlest. */
export const layerNormChecks: readonly Check<LayerNormFunction>[] = [
  agrees(standard, {
    name: 'centres and scales each row',
    points: 20,
    inputs: () => [given.plain],
    // ε = 1e-5 changes the sixth digit here; it has a check of its own.
    tolerance: 1e-3,
    hint: 'With γ = 1 and β = 0 every row should come out with mean 0 and mean square 1.',
  }),
  agrees(standard, {
    name: 'gives each column its γ and β',
    points: 15,
    inputs: () => [given.affine],
    tolerance: 1e-3,
    hint: 'With γ = 1 and β = 0 it was right. Which γ and which β belong to the number in column c?',
  }),
  agrees(standard, {
    name: 'uses ε under the root',
    points: 15,
    inputs: () => given.epsilons,
    hint: 'With a deviation large beside √ε it was right. Where does ε stand, and is it the ε that was handed over?',
    only: onlyAtSome(([, , , eps]) => eps),
  }),
  agrees(standard, {
    name: 'survives a row of equal numbers',
    points: 10,
    inputs: () => [given.constant],
    // What rounding leaves of 0.1 − 0.1 is multiplied by 1/√ε.
    tolerance: 1e-6,
    hint: 'There σ² = 0, so x̂ = 0 and the row becomes β.',
  }),
  agrees(standard, {
    name: 'works on every shape and size',
    points: 15,
    inputs: given.shapes,
    hint: 'One row, one column, tiny rows, huge ones, rows alike, a γ of 0. Does any line hold a number that belongs to one shape only, or a limit nobody asked for?',
  }),
  agrees(standard, {
    name: 'keeps its digits far from zero',
    points: 10,
    inputs: given.far,
    // The mean of numbers near 10⁸ is known to 10⁻⁸ or so; a difference of squares is off by whole numbers.
    tolerance: 1e-5,
    hint: 'With offsets near zero it was right; at 10⁸ the digits are gone. Which subtraction takes two huge numbers that are nearly equal? Subtract the mean first, then square.',
  }),
  leavesAlone(standard, { points: 5, inputs: () => [given.affine, given.constant] }),
  remembersNothing(standard, { points: 6, inputs: given.questions }),
  givesItsOwn(standard, { points: 4, pairs: () => given.pairs }),
];
