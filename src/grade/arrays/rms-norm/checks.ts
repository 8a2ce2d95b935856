import { agrees, onlyAtSome } from '../agreement.js';
import type { Standard } from '../standard.js';
import { givesItsOwn, leavesAlone, remembersNothing } from '../conduct.js';
import type { Check } from '../../exercise.js';
import * as given from './inputs.js';
import type { RmsNormFunction, RmsNormInputs } from './inputs.js';
import { reference } from './right.js';
import { wrongRmsNorms } from './wrong.js';

const standard: Standard<RmsNormInputs, RmsNormFunction> = {
  reference,
  names: ['x', 'gamma', 'eps'],
  form: { '': 'matrix' },
  wrong: wrongRmsNorms,
  telling: [
    given.plain,
    given.scaled,
    ...given.epsilons,
    ...given.shapes(0).slice(0, -1),
    given.constant,
  ].filter(([, gamma]) => gamma.length > 1),
  smallest: { rows: 1, columns: 2 },
  size: ([, gamma]) => Math.max(...gamma.map(Math.abs)),
};

/** From the most fundamental to the subtlest. */
export const rmsNormChecks: readonly Check<RmsNormFunction>[] = [
  agrees(standard, {
    name: 'divides each row by its root mean square',
    points: 25,
    inputs: () => [given.plain],
    // ε = 1e-5 changes the sixth digit here; it has a check of its own.
    tolerance: 1e-3,
    hint: 'With γ = 1 the mean of the squares of every row should come out as 1, and no mean is subtracted.',
  }),
  agrees(standard, {
    name: 'gives each column its γ',
    points: 20,
    inputs: () => [given.scaled],
    tolerance: 1e-3,
    hint: 'With γ = 1 it was right. Which γ belongs to the number in column c?',
  }),
  agrees(standard, {
    name: 'uses ε under the root',
    points: 20,
    inputs: () => given.epsilons,
    hint: 'With numbers large beside √ε it was right. Where does ε stand, and is it the ε that was handed over?',
    only: onlyAtSome(([, , eps]) => eps),
  }),
  agrees(standard, {
    name: 'survives a row of zeros',
    points: 5,
    inputs: () => [given.constant],
    hint: 'A row of zeros is divided by √ε and stays zero.',
  }),
  agrees(standard, {
    name: 'works on every shape and size',
    points: 15,
    inputs: given.shapes,
    hint: 'One row, one column, tiny rows, huge ones, rows alike, a γ of 0. Does any line hold a number that belongs to one shape only, or a limit nobody asked for?',
  }),
  leavesAlone(standard, { points: 5, inputs: () => [given.scaled, given.constant] }),
  remembersNothing(standard, { points: 6, inputs: given.questions }),
  givesItsOwn(standard, { points: 4, pairs: () => given.pairs }),
];
