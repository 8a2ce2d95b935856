import { axesOf } from './alphabet.js';
import type { Alphabet } from './alphabet.js';
import { ShapeMistake } from './errors.js';
import type { Name } from './expression.js';

/** Why a vector without an index cannot get one: there is no letter of its length, or more than one. */
export function unclear(
  name: string,
  size: string,
  letters: readonly string[],
  alphabet: Alphabet,
): ShapeMistake {
  const axes = axesOf(name, alphabet) ?? [];
  const place = axes.indexOf(size);
  const letter = [...alphabet.indices].find(([, over]) => over === size)?.[0] ?? 'i';
  // Where all vectors have the same length there is one axis to sum over.
  const all = Object.keys(alphabet.sizes).length > 1 ? `sum(…, axis=${place})` : 'sum(…)';
  if (letters.length === 0)
    return new ShapeMistake(
      `"${name}" has an axis ${size}, which the line before does not have. Sum or average over it: ${all}, or sum(${letter}, …).`,
    );
  if (axes.length > 1)
    return new ShapeMistake(
      `"${name}" has the axes ${axes.join(', ')}: write its indices, as in ${name}[${lettersFor(axes, alphabet)}].`,
    );
  const choices = letters.map((index) => `${name}[${index}]`);
  return new ShapeMistake(`"${name}": which index? Write ${choices.join(' or ')}.`);
}

/** A name with more or fewer indices than it has axes. */
export function wrongCount(
  { name, at }: Pick<Name, 'name' | 'at'>,
  axes: readonly string[],
  alphabet: Alphabet,
): ShapeMistake {
  const written = at.length === 0 ? name : `${name}[${at.join(', ')}]`;
  const meant = `${name}[${lettersFor(axes, alphabet, at.map(String))}]`;
  const has =
    axes.length === 0
      ? `no index, got ${at.length}.`
      : `${axes.length === 1 ? 'one index' : `${axes.length} indices`} (${axes.join(', ')}), got ${at.length}. Write ${axes.length === 1 ? 'it' : 'all of them'}, as in ${meant}.`;
  return new ShapeMistake(`"${written}": ${name} has ${has}`);
}

/** Some letters that fit some axes, each another one; those that are written already keep their axis. */
function lettersFor(axes: readonly string[], { indices }: Alphabet, written: readonly string[] = []): string {
  const used: string[] = [];
  for (const axis of axes) {
    const isFree = (name: string): boolean => indices.get(name) === axis && !used.includes(name);
    used.push(written.find(isFree) ?? [...indices.keys()].find(isFree) ?? 'i');
  }
  return used.join(', ');
}
