/** Lines written out as plain Python: sums expanded, definitions as functions, nothing of the checker left in them. */
import type { Alphabet } from '../../src/derive/alphabet.js';
import { exponentOf } from '../../src/derive/exponent.js';
import type { Expr, Index, Reduction } from '../../src/derive/expression.js';
import type { Sizes } from '../../src/derive/point.js';

/** What cannot be written out, with the reason. */
export class NotWritten extends Error {}

const longest = 60_000;
/** What a letter stands for: a place, or a parameter of the Python function around. */
type Letters = ReadonlyMap<string, string>;

/** A line as a Python function of its free letters, in order. */
export function lineInPython(expr: Expr, free: readonly string[], alphabet: Alphabet, sizes: Sizes): string {
  return `lambda ${free.map(parameter).join(', ')}: ${written(expr, asParameters(free), alphabet, sizes)}`;
}

/** Every definition as a Python function that remembers its values. */
export function definitionsInPython(alphabet: Alphabet, sizes: Sizes): string {
  return [...alphabet.definitions]
    .map(([name, { letters, expr }]) => {
      const body = written(expr, asParameters(letters), alphabet, sizes);
      return `@remembered\ndef d_${name}(${letters.map(parameter).join(', ')}):\n    return ${body}\n`;
    })
    .join('\n');
}

const parameter = (letter: string): string => `i_${letter}`;
const asParameters = (letters: readonly string[]): Letters =>
  new Map(letters.map((letter) => [letter, parameter(letter)]));

function written(expr: Expr, letters: Letters, alphabet: Alphabet, sizes: Sizes): string {
  const text = inPython(expr, letters, { alphabet, sizes });
  if (text.length > longest) throw new NotWritten('too long when its sums are written out');
  return text;
}

interface Where {
  readonly alphabet: Alphabet;
  readonly sizes: Sizes;
}

function inPython(expr: Expr, letters: Letters, where: Where): string {
  const part = (inner: Expr): string => inPython(inner, letters, where);
  const places = (at: readonly Index[]): string => at.map((index) => `${placeOf(index, letters)}, `).join('');
  switch (expr.kind) {
    case 'constant':
      return `M('${expr.digits}')`;
    case 'name':
      if (Object.hasOwn(where.sizes, expr.name)) return `M('${where.sizes[expr.name]}')`;
      if (expr.name === 'pi') return 'mp.pi';
      return where.alphabet.definitions.has(expr.name)
        ? `d_${expr.name}(${places(expr.at)})`
        : `v_${expr.name}[(${places(expr.at)})]`;
    case 'negative':
      return `(-${part(expr.of)})`;
    case 'operation':
      if (expr.op === '^') return `power(${part(expr.left)}, ${2 * exponentOf(expr)})`;
      return `(${part(expr.left)} ${expr.op} ${part(expr.right)})`;
    case 'call':
      return `${expr.f}(${part(expr.of)})`;
    case 'reduction':
      return expanded(expr, letters, where);
    case 'eye':
      return `(M('1') if ${placeOf(expr.row, letters)} == ${placeOf(expr.column, letters)} else M('0'))`;
    case 'derivative':
      return `D(lambda: ${part(expr.of)}, v_${expr.by.name}, (${places(expr.by.at)}))`;
  }
}

/** Places are counted from 0 in Python. */
function placeOf(index: Index, letters: Letters): string {
  const place = typeof index === 'number' ? String(index - 1) : letters.get(index);
  if (place === undefined) throw new NotWritten(`there is no letter ${index}`);
  return place;
}

const signs = { sum: ' + ', mean: ' + ', prod: ' * ', max: ', ' } as const;

function expanded({ how, over, body }: Reduction, letters: Letters, where: Where): string {
  const all = over.reduce<Letters[]>(
    (before, letter) => before.flatMap((chosen) => eachPlace(letter, chosen, where)),
    [letters],
  );
  const parts = all.map((chosen) => inPython(body, chosen, where));
  if (parts.reduce((sum, part) => sum + part.length, 0) > longest)
    throw new NotWritten('too long when its sums are written out');
  const joined = parts.join(signs[how]);
  if (how === 'max') return `max([${joined}])`;
  return how === 'mean' ? `((${joined}) / M('${parts.length}'))` : `(${joined})`;
}

function eachPlace(letter: string, letters: Letters, { alphabet, sizes }: Where): Letters[] {
  const size = sizes[alphabet.indices.get(letter) ?? ''];
  return Array.from({ length: size }, (_, place) => new Map([...letters, [letter, String(place)]]));
}
