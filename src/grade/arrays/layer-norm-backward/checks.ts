import type { Standard } from '../standard.js';
import type { Check } from '../../exercise.js';
import * as given from '../row-gradients.js';
import { variance } from '../statistics.js';
import type { WayBack } from '../way-back.js';
import { wayBackChecks } from '../way-back-checks.js';
import { reference } from './right.js';
import { wrongWaysBack } from './wrong.js';

const standard: Standard<given.BackInputs, WayBack> = {
  reference,
  names: ['dy', 'x', 'gamma', 'eps'],
  form: { dx: 'matrix', dgamma: 'vector', dbeta: 'vector' },
  wrong: wrongWaysBack,
  telling: [given.plain, given.scaled, ...given.epsilons, ...given.shapes(0).slice(0, -1)].filter(
    ([, , gamma]) => gamma.length > 1,
  ),
  smallest: { rows: 1, columns: 3 },
  size: given.sizeBy(variance),
};

/** From the most fundamental to the subtlest. */
export const layerNormBackwardChecks: readonly Check<WayBack>[] = wayBackChecks({
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
  along: 'row',
  shapes: 'One row, one column, tiny rows',
});
