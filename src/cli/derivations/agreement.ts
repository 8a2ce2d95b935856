import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { testedSizes } from '../../derive/alphabet.js';
import { readDerivation } from '../../derive/check.js';
import type { ReadDerivation } from '../../derive/check.js';
import type { Derivation, Relation } from '../../derive/derivation.js';
import { OutsideDomain } from '../../derive/errors.js';
import { evaluate } from '../../derive/evaluate.js';
import { float64 } from '../../derive/fields/float64.js';
import { drawPoint, everyPlace, pointAt } from '../../derive/point.js';
import type { Point, Sizes } from '../../derive/point.js';
import { randomFrom, seedOf } from '../../derive/random.js';
import { counterparts } from './agreement/counterparts.js';
import { Given } from './agreement/given.js';
import type { Counterpart } from './agreement/given.js';

/** How the last line of a derivation stands to its counterpart in `src`. */
export type Agreement =
  | { readonly kind: 'agrees'; readonly error: number; readonly tolerance: number }
  | { readonly kind: 'differs'; readonly says: string }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'unknown' };

/** Some tens of roundings meet in a number, where rows have at most seven entries. */
const usual = 1e-12;
const points = 4;

/** Computes the last line with the library, at random float64 points, at all places of the free letters. */
export function agreementOf(
  derivation: Derivation,
  counterpart: Counterpart | undefined = counterparts[derivation.name],
): Agreement {
  if (!counterpart) return { kind: 'waiting' };
  const read = readDerivation(derivation);
  const tolerance = counterpart.tolerance ?? usual;
  const random = randomFrom(seedOf(`${derivation.name} and src`));
  let error = 0;
  for (const sizes of testedSizes(read.alphabet)) {
    let good = 0;
    for (let drawn = 0; good < points && drawn < 100; drawn++) {
      const found = errorAt(read, counterpart, sizes, random);
      if (found === undefined) continue;
      good++;
      error = Math.max(error, found);
      if (!(found <= tolerance))
        return { kind: 'differs', says: disagreement(derivation, found, tolerance, sizes) };
    }
    if (good < points) return { kind: 'differs', says: withoutValue(derivation, sizes) };
  }
  return { kind: 'agrees', error, tolerance };
}

/** The largest difference at one point; nothing where the line has no value there. */
function errorAt(
  { exprs, alphabet, free, derivation }: ReadDerivation,
  { compute, instead }: Counterpart,
  sizes: Sizes,
  random: ReturnType<typeof randomFrom>,
): number | undefined {
  try {
    const drawn = drawPoint(float64, alphabet, sizes, random);
    const point = instead ? withNumbers(drawn, instead(new Given(drawn))) : drawn;
    const places = everyPlace(free, alphabet, sizes);
    const lines = places.map((at) => evaluate(exprs[exprs.length - 1], point, at));
    const computed = compute(new Given(point));
    const ours = places.map((at) => computed(at));
    const size = Math.max(1, ...[...lines, ...ours].map(Math.abs));
    return Math.max(...lines.map((line, k) => missed(ours[k], relationOf(derivation), line) / size));
  } catch (error) {
    if (error instanceof OutsideDomain) return undefined;
    throw error;
  }
}

/** The same point with other numbers for some of its variables. What is defined stays as it is defined. */
function withNumbers(
  { field, alphabet, sizes, values }: Point<number>,
  numbers: Readonly<Record<string, number | ArrayLike<number>>>,
): Point<number> {
  const others = Object.entries(numbers)
    .filter(([name]) => values.has(name))
    .map(([name, value]) => [name, typeof value === 'number' ? [value] : Array.from(value)] as const);
  return pointAt(field, alphabet, sizes, new Map([...values, ...others]));
}

/** How the first line stands to the last. */
const relationOf = ({ lines }: Derivation): Relation =>
  lines.map(({ relation }) => relation).find((relation) => relation !== '=') ?? '=';

function missed(computed: number, relation: Relation, line: number): number {
  if (relation === '=') return Math.abs(computed - line);
  return Math.max(0, relation === '<=' ? computed - line : line - computed);
}

function disagreement(derivation: Derivation, error: number, tolerance: number, sizes: Sizes): string {
  const differ = `${lastLine(derivation)} and ${derivation.agreesWith} differ by ${error.toExponential(1)}`;
  return `${differ}${places(sizes)}; ${tolerance.toExponential(0)} is allowed.`;
}

function withoutValue(derivation: Derivation, sizes: Sizes): string {
  return `${lastLine(derivation)} has no value at too many points${places(sizes)}, so that it cannot be compared with ${derivation.agreesWith}.`;
}

const lastLine = ({ name, lines }: Derivation): string =>
  `${name}, line ${lines.length}: "${lines[lines.length - 1].expr}"`;

function places(sizes: Sizes): string {
  const at = Object.entries(sizes).map(([size, value]) => `${size} = ${value}`);
  return at.length > 0 ? ` at ${at.join(', ')}` : '';
}

const src = join(__dirname, '../..');

/** Whether the file or room of `src` that a derivation names is there: 'norm/layer-norm: dx'. */
export function counterpartIsThere({ agreesWith }: Derivation): boolean {
  const [place] = agreesWith.split(':');
  return existsSync(join(src, `${place}.ts`)) || existsSync(join(src, place));
}
