/** What to add to a wrong answer's counter-example, where its indices give it away. */
import type { Alphabet } from './alphabet.js';
import { everyPart } from './expression.js';
import type { Expr } from './expression.js';
import { parse } from './parse.js';
import { freeLetters } from './shape.js';

/** As in NumPy, a sum without an axis runs over all of them: often not what was meant. */
export function axesNote(text: string, understood: Expr): string {
  const over = [...everyPart(understood)].filter((part) => part.kind === 'reduction' && part.over.length > 1);
  const bareSum = [...everyPart(parse(text))].some(
    (part) => part.kind === 'reduction' && part.over.length === 0 && part.axis === undefined,
  );
  return over.length > 0 && bareSum
    ? ' A sum or mean without an axis runs over all axes, as in NumPy: say which one, as in axis=0.'
    : '';
}

/** A line without an index where the line before has one is the same number at every place: seldom what was meant. */
export function lettersNote(before: Expr, understood: Expr, alphabet: Alphabet): string {
  const there = freeLetters(understood, alphabet);
  const missing = freeLetters(before, alphabet).filter((letter) => !there.includes(letter));
  if (missing.length === 0 || understood.kind === 'constant') return '';
  return ` The line before has the index ${missing.join(' and ')}, yours does not.`;
}
