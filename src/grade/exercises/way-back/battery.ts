/** The checks that the ways back through LayerNorm and through RMSNorm have in common. */
import { leavesAlone, readsItsArgument } from '../../behaviour.js';
import { agrees } from '../../comparison.js';
import type { Standard } from '../../comparison.js';
import { Failure } from '../../exercise.js';
import type { Check, WrongVersion } from '../../exercise.js';
import { call, partsOf } from '../../results.js';
import { givenBy, possible } from './inputs.js';
import type { RowsBackInputs, Squares } from './inputs.js';
import type { RowsBack } from './pieces.js';
import { checkNames, keepdimsMissing } from './slips.js';

interface Battery {
  readonly reference: RowsBack;
  readonly wrong: readonly WrongVersion<RowsBack>[];
  /** Whether x is centred on the way forward. */
  readonly centres: boolean;
  /** What to look at where no known slip fits. */
  readonly hint: string;
  /** What the numbers of one word are worth: the rest of 100 beside the other checks. */
  readonly points: number;
}

/** From the most fundamental to the subtlest. */
export function rowsBackChecks(battery: Battery): readonly Check<RowsBack>[] {
  const { reference, wrong, centres, hint, points } = battery;
  const given = givenBy(centres);
  const telling = [given.word, ...given.words, ...given.shapes(0)];
  const standardOf = (squares: Squares): Standard<RowsBackInputs, RowsBack> => ({
    reference: (...inputs) => reference(...possible(inputs, centres, squares)),
    parts: ['dx'],
    wrong,
    telling,
  });
  const [standard, full] = [standardOf('any'), standardOf('full')];
  return [
    readsItsArgument(standard, { points: 10, inputs: [given.word, given.another] }),
    namingOutside(
      agrees(full, { name: checkNames.word, points, inputs: () => [given.word], hint }),
      given.word,
    ),
    namingKeepdims(
      agrees(full, {
        name: checkNames.words,
        points: 20,
        inputs: () => given.words,
        hint: 'One word alone was right. Which of your lines mixes the words, where each was normalized by itself?',
      }),
    ),
    agrees(standard, {
      name: checkNames.shapes,
      points: 20,
      inputs: (seed) => [...given.shapes(seed), given.constant],
      hint: 'Five features and a tiny ε were right. Which of your lines counts on them, or divides by an x̂ that may be 0?',
    }),
    leavesAlone({ points: 10, inputs: [given.word, given.words[0]] }),
  ];
}

/** [N] beside [N, C]: whichever operation stops there, a mean has lost its axis. */
const lostAxis = /fits \[\d+, \d+\], got \[\d+\]|fits \[\d+\], got \[\d+, \d+\]/;

function namingKeepdims(check: Check<RowsBack>): Check<RowsBack> {
  return {
    ...check,
    run(candidate, seed) {
      try {
        check.run(candidate, seed);
      } catch (error) {
        if (!(error instanceof Failure) || error.misconception !== 'stops' || !lostAxis.test(error.message))
          throw error;
        throw new Failure(keepdimsMissing.name, keepdimsMissing.says, error.shown);
      }
    },
  };
}

/** One word is handed over. Where more come back, some of the numbers are from elsewhere. */
function namingOutside(check: Check<RowsBack>, word: RowsBackInputs): Check<RowsBack> {
  return {
    ...check,
    run(candidate, seed) {
      try {
        check.run(candidate, seed);
      } catch (error) {
        if (!(error instanceof Failure) || error.misconception !== 'shape') throw error;
        const { shape } = partsOf(call(candidate, word), ['dx']).dx;
        if (shape.length !== 2 || shape[0] === 1) throw error;
        throw new Failure(
          'reads from outside',
          `Your function was handed one word, and its dx has ${shape[0]}. Does its body read a name that is not among its arguments, such as c or x of the notebook?`,
          error.shown,
        );
      }
    },
  };
}
