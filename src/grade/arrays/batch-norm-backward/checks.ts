import type { Standard } from '../standard.js';
import type { Check } from '../../exercise.js';
import * as given from './inputs.js';
import type { BackInputs } from '../row-gradients.js';
import type { WayBack } from '../way-back.js';
import { wayBackChecks } from '../way-back-checks.js';
import { reference } from './right.js';
import { wrongWaysBack } from './wrong.js';

const standard: Standard<BackInputs, WayBack> = {
  reference,
  names: ['dy', 'x', 'gamma', 'eps'],
  form: { dx: 'matrix', dgamma: 'vector', dbeta: 'vector' },
  wrong: wrongWaysBack,
  telling: [given.plain, given.scaled, ...given.epsilons, ...given.shapes(0).slice(1)],
  smallest: { rows: 3, columns: 1 },
  size: given.size,
};

/** From the most fundamental to the subtlest. */
export const batchNormBackwardChecks: readonly Check<WayBack>[] = wayBackChecks({
  standard,
  given: {
    plain: given.plain,
    scaled: given.scaled,
    epsilons: given.epsilons,
    constant: given.constant,
    shapes: given.shapes,
    far: given.far,
    questions: given.questions,
    pairs: given.pairs,
  },
  along: 'column',
  shapes: 'One column, a single row, tiny columns',
});
