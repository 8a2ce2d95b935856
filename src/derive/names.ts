import { axesOf, isNumberName } from './alphabet.js';
import type { Alphabet } from './alphabet.js';
import { Unreadable } from './errors.js';
import { everyPart } from './expression.js';
import type { Expr } from './expression.js';

/** @throws {Unreadable} if a name stands for nothing. */
export function requireKnownNames(expr: Expr, alphabet: Alphabet): void {
  for (const part of everyPart(expr))
    if (part.kind === 'name' && part.at.length === 0 && !alphabet.indices.has(part.name))
      if (!isNumberName(part.name, alphabet) && axesOf(part.name, alphabet) === undefined)
        throw unknownName(part.name, alphabet);
}

/** What to say to a name that stands for nothing. */
export const unknownName = (name: string, alphabet: Alphabet): Unreadable =>
  new Unreadable(
    `"${name}": there is no ${name} here.${meant(name, alphabet)} There are ${known(alphabet)}.`,
  );

/** What to say to whoever writes the identity by one of its other names; '' to anybody else. */
export const identityNote = (name: string): string =>
  /^(?:I|Id|identity|δ|delta|kronecker)(?:_[a-z]+)?$/u.test(name)
    ? ' What is 1 where i is j, and 0 elsewhere, is written eye(i, j).'
    : '';

/** g_j is how one writes g[j] by hand, x_hat is xhat, and I is eye. */
function meant(name: string, alphabet: Alphabet): string {
  const identity = alphabet.indices.size > 0 ? identityNote(name) : '';
  if (identity !== '') return identity;
  const joined = name.replaceAll('_', '');
  if (axesOf(joined, alphabet)) return ` It is called ${joined}.`;
  const [of, letters = ''] = name.split('_');
  const isEntry = letters !== '' && [...letters].every((letter) => alphabet.indices.has(letter));
  return isEntry && axesOf(of, alphabet)
    ? ` An entry of ${of} is written ${of}[${[...letters].join(', ')}].`
    : '';
}

const known = ({ sizes, variables, definitions }: Alphabet): string =>
  [...Object.keys(sizes), ...variables.keys(), ...definitions.keys()].join(', ');
