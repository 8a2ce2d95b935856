/** What the letters of a derivation stand for, as text and as HTML. */
import type { Derivation } from '../../derive/derivation.js';
import type { Named } from '../../derive/names-in.js';
import { formula } from '../formula.js';
import { deriveRoom } from '../late.js';

/** What the names in its first lines stand for, a line each. */
export function namesAsText(of: Derivation, upTo: number): string[] {
  const { namesIn, print } = deriveRoom();
  const names = namesIn(of, upTo);
  const given = names.filter(isGiven).map((one) => print(one.name) + restricted(one));
  const made = names.flatMap(({ name, madeOf }) => (madeOf ? [`  ${print(name)} = ${print(madeOf)}`] : []));
  return [`Given: ${given.join(', ')}; ${indices(of)}.`, ...made];
}

/** The same, folded. */
export function namesAsHtml(of: Derivation, upTo: number): string {
  const { namesIn, readDerivation, texOf } = deriveRoom();
  const { alphabet } = readDerivation(of);
  const names = namesIn(of, upTo);
  const given = names.filter(isGiven).map((one) => formula(texOf(one.name, alphabet)) + restricted(one));
  const made = names.flatMap(({ name, madeOf }) =>
    madeOf
      ? [`<li>${formula(`\\displaystyle ${texOf(name, alphabet)} = ${texOf(madeOf, alphabet)}`)}</li>`]
      : [],
  );
  return `<details class="made"><summary>What the letters stand for</summary>
<p>Given: ${given.join(', ')}; ${indices(of)}.</p>
<ul>${made.join('\n')}</ul></details>`;
}

const isGiven = ({ madeOf }: Named): boolean => madeOf === undefined;

const restrictions = {
  real: '',
  positive: ' > 0',
  nonzero: ' ≠ 0',
  sum1: ' (they add up to 1)',
  centred: ' (their mean is 0)',
} as const;

const restricted = ({ domain }: Named): string => restrictions[domain ?? 'real'];

/** Which letter counts what: `i, j from 1 to C`. */
function indices({ letters }: Derivation): string {
  const over = Object.keys(letters.sizes).map((size) => {
    const own = Object.keys(letters.indices).filter((index) => letters.indices[index] === size);
    return own.length > 0 ? `${own.join(', ')} from 1 to ${size}` : '';
  });
  return over.filter((text) => text !== '').join(', ');
}
