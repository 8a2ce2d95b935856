import { Tensor } from '../../../autograd/tensor.js';
import { mean } from '../../../autograd/ops/mean.js';
import { stream } from '../../../tensor/random.js';
import { sameShape } from '../../../tensor/shape.js';
import { Failure } from '../../exercise.js';
import type { Check, Shown } from '../../exercise.js';
import { said } from '../../grading.js';
import { isNotYetWritten } from '../../not-yet-written.js';
import { farthest } from '../../results.js';
import { stoppedBy } from '../../stopped.js';
import { checkNames } from './names.js';
import { shapesOf } from './shapes.js';
import { logitsOf, randomTower } from './tower.js';
import type { LayerNormTower, LinearNumbers, RMSNormTower, ToRMSNorm, TowerSizes } from './tower.js';
import { wrongConversions } from './wrong.js';

const usual: TowerSizes = { blocks: 2, width: 6, vocabulary: 5, hidden: 7, eps: 1e-5 };
const others: readonly TowerSizes[] = [
  { blocks: 0, width: 3, vocabulary: 4, hidden: 1, eps: 1e-5 },
  { blocks: 1, width: 5, vocabulary: 5, hidden: 5, eps: 0.1 },
  { blocks: 5, width: 8, vocabulary: 6, hidden: 4, eps: 1e-3 },
];
/** Rounding in a tower of five blocks leaves a hundredth of it. */
const tolerance = 1e-12;

/** From the most fundamental to the subtlest. */
export const toRMSNormChecks: readonly Check<ToRMSNorm>[] = [
  { name: checkNames.shapes, points: 10, run: (candidate, seed) => void converted(candidate, usual, seed) },
  { name: checkNames.writers, points: 25, run: writesNoMean },
  {
    name: checkNames.plain,
    points: 20,
    run: (candidate, seed) => sameLogits(candidate, checkNames.plain, { sizes: [usual], seed, shift: 0 }),
  },
  {
    name: checkNames.same,
    points: 25,
    run: (candidate, seed) => sameLogits(candidate, checkNames.same, { sizes: [usual], seed }),
  },
  {
    name: checkNames.sizes,
    points: 10,
    run: (candidate, seed) => sameLogits(candidate, checkNames.sizes, { sizes: others, seed }),
  },
  { name: checkNames.alone, points: 10, run: leavesAlone },
];

const inWords = ({ blocks, width }: TowerSizes): string => `a tower of ${blocks} blocks, width ${width}`;

/** What a candidate makes of a random tower. @throws {Failure} where it is no tower with RMSNorm of the same shapes. */
function converted(candidate: ToRMSNorm, sizes: TowerSizes, seed = 0, shift = 1): RMSNormTower {
  const given = randomTower(sizes, seed, { shift });
  const wanted = shapesOf(given);
  const result = called(candidate, given, sizes);
  const got = shapesOf(result);
  const shown = (part: string, expected: string, found: string): Shown => ({
    input: `${inWords(sizes)}: ${part}`,
    expected,
    got: found,
  });
  if (got.beta !== undefined) throw told('β is still there', shown('norms', '{ gamma }', '{ gamma, beta }'));
  const part = (['writers', 'norms', 'readers'] as const).find((name) => wanted[name] !== got[name]);
  if (part !== undefined)
    throw told('a reader is missing', shown(part, String(wanted[part]), String(got[part])));
  return result as RMSNormTower;
}

function called(candidate: ToRMSNorm, given: LayerNormTower, sizes: TowerSizes): unknown {
  try {
    return candidate(given);
  } catch (error) {
    if (isNotYetWritten(error)) throw error;
    throw new Failure('stops', stoppedBy(error), {
      input: inWords(sizes),
      expected: 'a tower',
      got: said(error),
    });
  }
}

function writesNoMean(candidate: ToRMSNorm, seed = 0): void {
  const { writers } = converted(candidate, usual, seed);
  const large = (t: Tensor): boolean =>
    mean(t, { axis: -1 }).data.some((value) => !(Math.abs(value) <= 1e-12));
  const n = writers.findIndex(({ W, b }) => large(W) || large(b));
  if (n < 0) return;
  const { W, b } = writers[n];
  const part: keyof LinearNumbers = large(W) ? 'W' : 'b';
  throw named(candidate, checkNames.writers, seed, {
    name: 'a mean is left',
    says: 'Something is still written with a mean: over the C features of every row of W, and of b, the mean should be 0.',
    shown: {
      input: `${inWords(usual)}: ${part} of writer ${n}`,
      expected: 'rows of mean 0',
      got: `a row of mean ${mean(part === 'W' ? W : b, { axis: -1 }).data[0].toPrecision(3)}`,
    },
  });
}

interface Asked {
  readonly sizes: readonly TowerSizes[];
  readonly seed?: number | undefined;
  readonly shift?: number;
}

function sameLogits(candidate: ToRMSNorm, check: string, { sizes, seed = 0, shift = 1 }: Asked): void {
  for (const size of sizes) {
    const tokens = new Tensor(stream('to RMSNorm, tokens', seed).normals([4, size.vocabulary]));
    const right = logitsOf(randomTower(size, seed, { shift }), tokens, size.eps);
    const got = logitsOf(converted(candidate, size, seed, shift), tokens, size.eps);
    const { error } = farthest(got, right);
    if (error <= tolerance) continue;
    throw named(candidate, check, seed, {
      name: 'other logits',
      says: 'The logits are others. What did the norms do that they no longer do, and who does it now? And what did not have to change?',
      shown: {
        input: inWords(size),
        expected: 'the same logits, to 1e-12',
        got: `logits that differ by ${error.toPrecision(2)} of their size`,
      },
    });
  }
}

function leavesAlone(candidate: ToRMSNorm, seed = 0): void {
  const [given, untouched] = [0, 1].map(() => randomTower(usual, seed));
  called(candidate, given, usual);
  const moved = numbersOf(given).some((t, i) => farthest(t, numbersOf(untouched)[i]).error !== 0);
  if (!moved) return;
  throw told('written into what was given', {
    input: inWords(usual),
    expected: 'the same tower, afterwards',
    got: 'other numbers in it',
  });
}

function numbersOf({ writers, norms, readers }: LayerNormTower | RMSNormTower): Tensor[] {
  return [...writers, ...norms, ...readers].flatMap((one) => Object.values(one) as Tensor[]);
}

/** The known mistake that makes the same tower, else what is seen. */
function named(
  candidate: ToRMSNorm,
  check: string,
  seed: number,
  { name, says, shown }: { readonly name: string; readonly says: string; readonly shown: Shown },
): Failure {
  const known = wrongConversions.find(
    (version) =>
      version.caughtBy === check &&
      [usual, others[2]].every((size) => makeTheSame(version.candidate, candidate, size, seed)),
  );
  return new Failure(known?.name ?? name, known?.says ?? says, shown);
}

function makeTheSame(a: ToRMSNorm, b: ToRMSNorm, size: TowerSizes, seed: number): boolean {
  const [mine, theirs] = [a, b].map((f) => numbersOf(f(randomTower(size, seed))));
  return mine.every((t, i) => sameShape(t.shape, theirs[i].shape) && farthest(t, theirs[i]).error <= 1e-9);
}

function told(name: string, shown: Shown): Failure {
  const { says } = wrongConversions.find((version) => version.name === name) ?? { says: '' };
  return new Failure(name, says, shown);
}
