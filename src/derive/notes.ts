/** What to add to a wrong answer's counter-example, where its indices give it away. */
import type { Alphabet } from './alphabet.js';
import { everyPart } from './expression.js';
import type { Expr } from './expression.js';
import { parse } from './parse.js';
import { print } from './print.js';
import { freeLetters } from './shape.js';

/** All that there is to add. */
export const notesTo = (text: string, before: Expr, understood: Expr, alphabet: Alphabet): string =>
  axesNote(text, understood) + powerNote(understood) + lettersNote(before, understood, alphabet);

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

/** In x^-3/2 the power is -3, and all of it is halved: seldom what was meant. */
export function powerNote(understood: Expr): string {
  for (const part of everyPart(understood)) {
    if (part.kind !== 'operation' || part.op !== '/' || part.right.kind !== 'constant') continue;
    const { left, right } = part;
    const power = left.kind === 'operation' && left.op === '*' ? left.right : left;
    if (power.kind !== 'operation' || power.op !== '^') continue;
    const [whole, above] = [print(power), print(power.right)];
    return ` "${whole} / ${right.digits}" is read as (${whole}) / ${right.digits}: if ${above}/${right.digits} is the power, put it into brackets, ^(${above}/${right.digits}).`;
  }
  return '';
}
