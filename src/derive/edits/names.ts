import { axesOf, isNumberName } from '../alphabet.js';
import type { Alphabet } from '../alphabet.js';
import { constant, name, operation } from '../expression.js';
import type { Expr, Eye, Index, Name } from '../expression.js';
import type { Change, Surroundings } from './change.js';

export function changesOfName(expr: Name | Eye, around: Surroundings): Change[] {
  if (expr.kind === 'eye') return [...ofEye(), ...otherEyes(expr, around)];
  if (isNumberName(expr.name, around.alphabet)) return ofLength(expr, around.alphabet);
  const axes = axesOf(expr.name, around.alphabet) ?? [];
  return [
    ...(expr.name === 'eps' && !around.variable ? [{ kind: 'ε', by: constant(0) }] : []),
    ...ofIndices(expr, axes, around),
    ...otherNames(expr, axes, around),
  ];
}

/** C, and C − 1, C + 1, or another length. */
function ofLength(length: Name, { sizes }: Alphabet): Change[] {
  if (length.name === 'pi') return [];
  return [
    { kind: 'a length off by one', by: operation(length, '-', constant(1)) },
    { kind: 'a length off by one', by: operation(length, '+', constant(1)) },
    ...Object.keys(sizes)
      .filter((size) => size !== length.name)
      .map((size) => ({ kind: 'a name', by: name(size) })),
  ];
}

/** Other names with the same axes; where a derivative is taken by it, other variables. */
function otherNames(expr: Name, axes: readonly string[], { alphabet, variable }: Surroundings): Change[] {
  const { variables, definitions } = alphabet;
  const names = variable ? [...variables.keys()] : [...variables.keys(), ...definitions.keys()];
  return names
    .filter((other) => other !== expr.name && String(axesOf(other, alphabet)) === String(axes))
    .map((other) => ({ kind: 'a name', by: { ...expr, name: other } }));
}

function ofIndices(expr: Name, axes: readonly string[], around: Surroundings): Change[] {
  const { at } = expr;
  const put = (k: number, index: Index): Expr => ({
    ...expr,
    at: at.map((own, i) => (i === k ? index : own)),
  });
  const other = at.flatMap((index, k) =>
    otherIndices(index, axes[k], around).map((letter) => ({ kind: 'an index', by: put(k, letter) })),
  );
  const swapped =
    axes.length === 2 && axes[0] === axes[1]
      ? [{ kind: 'the order of indices', by: { ...expr, at: [at[1], at[0]] } }]
      : [];
  const missing = at.map((_, k) => ({
    kind: 'an index',
    by: { ...expr, at: at.filter((_own, i) => i !== k) },
  }));
  return [...other, ...swapped, ...missing];
}

/** Letters of the line that run over the same length, those of the sums around it included; of a place, its neighbours. */
function otherIndices(index: Index, axis: string, { alphabet, letters, bound }: Surroundings): Index[] {
  if (typeof index === 'number') {
    const shortest = Math.min(...alphabet.sizes[axis]);
    return [index - 1, index + 1].filter((place) => place >= 1 && place <= shortest);
  }
  const around = [...new Set([...bound, ...letters])];
  return around.filter((letter) => letter !== index && alphabet.indices.get(letter) === axis);
}

const ofEye = (): Change[] => [1, 0].map((value) => ({ kind: 'an eye(i, j)', by: constant(value) }));

function otherEyes(eye: Eye, around: Surroundings): Change[] {
  const axis = [eye.row, eye.column].map((index) => around.alphabet.indices.get(String(index))).find(Boolean);
  if (axis === undefined) return [];
  return [
    ...otherIndices(eye.row, axis, around)
      .filter((row) => row !== eye.column)
      .map((row) => ({ kind: 'an index', by: { ...eye, row } })),
    ...otherIndices(eye.column, axis, around)
      .filter((column) => column !== eye.row)
      .map((column) => ({ kind: 'an index', by: { ...eye, column } })),
  ];
}
