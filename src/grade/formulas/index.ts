/** The lines of derivations that are exercises. Apart from the others: whoever needs no derivations does not load them. */
import type { Judgement } from '../../derive/judgement.js';
import { dxFormula, dxFromDcFormula } from './dx.js';
import type { FormulaExercise } from './formula-exercise.js';
import { detachedSumFormula, jacobianFormula, leakFormula } from './jacobian.js';
import { misconceptionIn } from './misconception.js';
import type { WrongFormula } from './misconception.js';
import { dbetaFormula, dgammaFormula } from './parameters.js';
import { periNormFormula } from './peri-norm.js';
import { mixtureFormula } from './switchable.js';
import { dcFormula, variancePathFormula } from './towards-c.js';
import { dmuFormula, meanThroughVarianceFormula, varianceDerivativeFormula } from './towards-mean.js';
import { directPathFormula, drFormula, dvarianceFormula, gFormula } from './towards-r.js';

const all: readonly FormulaExercise[] = [
  dbetaFormula,
  dgammaFormula,
  gFormula,
  directPathFormula,
  drFormula,
  dvarianceFormula,
  variancePathFormula,
  dcFormula,
  meanThroughVarianceFormula,
  dmuFormula,
  dxFromDcFormula,
  dxFormula,
  jacobianFormula,
  leakFormula,
  detachedSumFormula,
  varianceDerivativeFormula,
  periNormFormula,
  mixtureFormula,
];

/** By derivation and line: 'layer-norm-dbeta:4'. */
export const formulaExercises: Readonly<Record<string, FormulaExercise>> = Object.fromEntries(
  all.map((exercise) => [`${exercise.derivation.name}:${exercise.line}`, exercise]),
);

/**
 * The known mistake that an answer for a line is, with what to say to it; nothing where there is none.
 *
 * @example
 * misconceptionOf('layer-norm-dbeta:4', 'mean(dy, axis=0)', judgement)?.name; // 'a mean over the words'
 */
export function misconceptionOf(key: string, answer: string, judgement: Judgement): WrongFormula | undefined {
  return Object.hasOwn(formulaExercises, key)
    ? misconceptionIn(formulaExercises[key], answer, judgement)
    : undefined;
}
