import type { Alphabet, Definition, Domain, Variable } from './alphabet.js';
import type { Letters } from './derivation.js';
import { parse } from './parse.js';
import { requireFitting } from './shape.js';
import { withIndices } from './vectors.js';

const domains: readonly string[] = ['real', 'positive', 'nonzero', 'sum1', 'centred'];
const read = new WeakMap<Letters, Alphabet>();

/**
 * Reads the letters of a derivation, once.
 *
 * @throws {Unreadable} or {ShapeMistake} if a definition cannot be read, or two names clash.
 */
export function alphabetOf(letters: Letters): Alphabet {
  const known = read.get(letters);
  if (known) return known;
  requireNoClash(letters);
  const definitions = new Map<string, Definition>();
  const alphabet: Alphabet = {
    sizes: letters.sizes,
    indices: new Map([...Object.entries(letters.indices), ...spareLetters(letters)]),
    variables: new Map(
      Object.entries(letters.variables).map(([name, said]) => [name, variable(name, said, letters)]),
    ),
    definitions,
    tex: letters.tex ?? {},
  };
  for (const [head, text] of Object.entries(letters.definitions ?? {})) {
    const { name, over } = headOf(head);
    const axes = over.map((letter) => letters.indices[letter]);
    const expr = withIndices(parse(text), alphabet, over);
    requireFitting(expr, alphabet, over);
    definitions.set(name, { letters: over, axes, expr });
  }
  read.set(letters, alphabet);
  return alphabet;
}

/** No name stands for two things, and every index runs over a length that is there. */
function requireNoClash({ sizes, indices, variables, definitions = {} }: Letters): void {
  const names = [sizes, indices, variables]
    .flatMap((of) => Object.keys(of))
    .concat(Object.keys(definitions).map((head) => headOf(head).name));
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new RangeError(`letters: ${twice} stands for two things. Take another name.`);
  const lost = Object.entries(indices).find(([, size]) => !Object.hasOwn(sizes, size));
  if (lost) throw new RangeError(`letters: the index ${lost[0]} runs over ${lost[1]}, which is no size.`);
}

/** 'C positive' → axes [C], positive. */
function variable(name: string, said: string, letters: Letters): Variable {
  const words = said.split(/\s+/).filter((word) => word !== '' && word !== 'number');
  const domain = words.find((word) => domains.includes(word)) ?? 'real';
  const axes = words
    .filter((word) => !domains.includes(word))
    .join('')
    .split(',')
    .filter((axis) => axis !== '');
  const unknown = axes.find((axis) => !Object.hasOwn(letters.sizes, axis));
  if (unknown !== undefined)
    throw new RangeError(
      `letters: ${name} has an axis ${unknown}, which is no size. There are ${Object.keys(letters.sizes).join(', ')}.`,
    );
  return { axes, domain: domain as Domain };
}

function headOf(head: string): { readonly name: string; readonly over: readonly string[] } {
  const [name, inside = ''] = head.replace(/\]$/, '').split('[');
  return {
    name: name.trim(),
    over: inside
      .split(',')
      .map((letter) => letter.trim())
      .filter((letter) => letter !== ''),
  };
}

/** Letters for sums that are written without one. */
function spareLetters({ sizes, indices, variables, definitions = {} }: Letters): [string, string][] {
  const taken = new Set([
    ...Object.keys(indices),
    ...Object.keys(variables),
    ...Object.keys(definitions).map((head) => headOf(head).name),
  ]);
  return Object.keys(sizes).flatMap((size) =>
    [1, 2, 3, 4, 5, 6]
      .map((n): [string, string] => [`${size.toLowerCase()}${n}`, size])
      .filter(([letter]) => !taken.has(letter)),
  );
}
