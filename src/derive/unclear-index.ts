import { axesOf } from './alphabet.js';
import type { Alphabet } from './alphabet.js';
import { ShapeMistake } from './errors.js';

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
  if (letters.length === 0)
    return new ShapeMistake(
      `"${name}" has an axis ${size}, which the line before does not have. Sum or average over it: sum(…, axis=${place}), or sum(${letter}, …).`,
    );
  if (axes.length > 1)
    return new ShapeMistake(
      `"${name}" has the axes ${axes.join(', ')}: write its indices, as in ${name}[${lettersFor(axes, alphabet)}].`,
    );
  const choices = letters.map((index) => `${name}[${index}]`);
  return new ShapeMistake(`"${name}": which index? Write ${choices.join(' or ')}.`);
}

/** Some letters that fit some axes, each another one. */
function lettersFor(axes: readonly string[], { indices }: Alphabet): string {
  const used: string[] = [];
  for (const axis of axes)
    used.push([...indices].find(([name, over]) => over === axis && !used.includes(name))?.[0] ?? 'i');
  return used.join(', ');
}
