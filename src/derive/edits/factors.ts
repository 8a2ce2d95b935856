import { axesOf, isNumberName } from '../alphabet.js';
import type { Alphabet } from '../alphabet.js';
import { mapParts, name as nameOf, operation, partsOf } from '../expression.js';
import type { Expr, Name } from '../expression.js';

/** A line with one factor more, or another one, in one place. */
interface FactorEdit {
  /** The factor that is put there, as it has to be written there. */
  readonly factor: Name;
  /** What it stands beside, or in the place of. */
  readonly part: Expr;
  readonly how: 'beside' | 'instead';
  /** The whole line after. */
  readonly expr: Expr;
}

/**
 * A line with one factor more, or with another name in the place of one, whatever its axes: γ[j] for x̂[n, j]. `edits` takes
 * other names of the same axes only, for there are many of these.
 *
 * @param letters Those that may stand in the line: its free ones.
 */
export function* factorEdits(
  expr: Expr,
  alphabet: Alphabet,
  letters: readonly string[],
): Generator<FactorEdit> {
  const isName = expr.kind === 'name' && !isNumberName(expr.name, alphabet);
  if (isName || expr.kind === 'reduction')
    for (const factor of factorsWith(letters, alphabet)) {
      if (isName) yield { factor, part: expr, how: 'instead', expr: factor };
      yield { factor, part: expr, how: 'beside', expr: operation(expr, '*', factor) };
    }
  if (expr.kind === 'derivative' || (expr.kind === 'operation' && expr.op === '^')) return;
  const inside = expr.kind === 'reduction' ? [...letters, ...expr.over] : letters;
  for (const [place, part] of partsOf(expr).entries())
    for (const edit of factorEdits(part, alphabet, inside))
      yield { ...edit, expr: mapParts(expr, (inner, at) => (at === place ? edit.expr : inner)) };
}

/** Every name, with every choice of these letters as its indices. */
function factorsWith(letters: readonly string[], alphabet: Alphabet): Name[] {
  return [...alphabet.variables.keys(), ...alphabet.definitions.keys()].flatMap((name) =>
    (axesOf(name, alphabet) ?? [])
      .reduce<string[][]>(
        (chosen, axis) =>
          chosen.flatMap((at) =>
            letters
              .filter((letter) => alphabet.indices.get(letter) === axis)
              .map((letter) => [...at, letter]),
          ),
        [[]],
      )
      .map((at) => nameOf(name, ...at)),
  );
}
