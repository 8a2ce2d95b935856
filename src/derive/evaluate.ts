import { axesOf } from './alphabet.js';
import { outsideDomain } from './errors.js';
import type { Derivative, Expr, Index, Name, Operation, Reduction } from './expression.js';
import { dual } from './fields/dual.js';
import type { Dual } from './fields/dual.js';
import type { Field } from './fields/field.js';
import { exponentOf } from './exponent.js';
import { forEachPlace, pointAt } from './point.js';
import type { Places, Point, Sizes } from './point.js';

/**
 * The value of an expression at a point, in the point's field. One evaluator for all fields.
 *
 * @throws {OutsideDomain} if the expression has no value there.
 * @throws {NotInThisField} if it takes an operation that the field does not have.
 */
export function evaluate<T>(expr: Expr, point: Point<T>, at: Places = {}): T {
  const { field } = point;
  switch (expr.kind) {
    case 'constant':
      return field.number(expr.digits);
    case 'name':
      return valueOf(expr, point, at);
    case 'negative':
      return field.subtract(field.zero, evaluate(expr.of, point, at));
    case 'operation':
      return operated(expr, point, at);
    case 'call':
      return field[expr.f](evaluate(expr.of, point, at));
    case 'reduction':
      return reduced(expr, point, at);
    case 'eye':
      return placeOf(expr.row, at) === placeOf(expr.column, at) ? field.one : field.zero;
    case 'derivative':
      return differentiated(expr, point, at);
  }
}

const placeOf = (index: Index, at: Places): number => (typeof index === 'number' ? index - 1 : at[index]);

function valueOf<T>({ name, at: indices }: Name, point: Point<T>, at: Places): T {
  const { alphabet, sizes, values, field } = point;
  if (Object.hasOwn(sizes, name)) return field.number(String(sizes[name]));
  const axes = axesOf(name, alphabet) ?? [];
  const place = offset(indices, axes, sizes, at);
  const entries = values.get(name);
  return entries ? entries[place] : defined(name, place, indices, point, at);
}

/** An entry of a definition, computed once for a point. */
function defined<T>(name: string, place: number, indices: readonly Index[], point: Point<T>, at: Places): T {
  const entries = point.known.get(name) ?? [];
  const before = entries[place];
  if (before !== undefined) return before;
  const definition = point.alphabet.definitions.get(name);
  if (!definition) throw new RangeError(`evaluate: there is no ${name}`);
  const own: Record<string, number> = {};
  definition.letters.forEach((letter, k) => (own[letter] = placeOf(indices[k], at)));
  point.known.set(name, entries);
  const value = evaluate(definition.expr, point, own);
  entries[place] = value;
  return value;
}

/** Where an entry stands, row by row. */
function offset(indices: readonly Index[], axes: readonly string[], sizes: Sizes, at: Places): number {
  let place = 0;
  for (let k = 0; k < axes.length; k++) place = place * sizes[axes[k]] + placeOf(indices[k], at);
  return place;
}

function operated<T>(expr: Operation, point: Point<T>, at: Places): T {
  const { field } = point;
  const left = evaluate(expr.left, point, at);
  if (expr.op === '^') return raised(left, exponentOf(expr), field);
  const right = evaluate(expr.right, point, at);
  switch (expr.op) {
    case '+':
      return field.add(left, right);
    case '-':
      return field.subtract(left, right);
    case '*':
      return field.multiply(left, right);
    case '/':
      return field.divide(left, right);
  }
}

/** Whole powers by squaring, halves by a root. */
function raised<T>(base: T, exponent: number, field: Field<T>): T {
  const whole = Number.isInteger(exponent);
  let result = field.one;
  let factor = whole ? base : field.sqrt(base);
  for (let n = Math.abs(whole ? exponent : 2 * exponent); n > 0; n = Math.floor(n / 2)) {
    if (n % 2 === 1) result = field.multiply(result, factor);
    if (n > 1) factor = field.multiply(factor, factor);
  }
  return exponent < 0 ? field.divide(field.one, result) : result;
}

function reduced<T>({ how, over, body }: Reduction, point: Point<T>, at: Places): T {
  const { field, alphabet, sizes } = point;
  let [total, count]: [T | undefined, number] = [undefined, 0];
  forEachPlace(over, alphabet, sizes, at, (there) => {
    const value = evaluate(body, point, there);
    total = total === undefined ? value : combined(how, total, value, field);
    count++;
  });
  if (total === undefined) throw outsideDomain;
  return how === 'mean' ? field.divide(total, field.number(String(count))) : total;
}

function combined<T>(how: Reduction['how'], total: T, value: T, field: Field<T>): T {
  if (how === 'prod') return field.multiply(total, value);
  if (how === 'max') return field.less(total, value) ? value : total;
  return field.add(total, value);
}

function differentiated<T>({ of, by }: Derivative, point: Point<T>, at: Places): T {
  const { alphabet, sizes, along, values, field } = point;
  const place = offset(by.at, axesOf(by.name, alphabet) ?? [], sizes, at);
  const key = `${by.name} ${place}`;
  let moved = along.get(key) as Point<Dual<T>> | undefined;
  if (!moved) {
    const lifted = [...values].map(([name, entries]): [string, readonly Dual<T>[]] => [
      name,
      entries.map((value, k) => ({ value, slope: name === by.name && k === place ? field.one : field.zero })),
    ]);
    moved = pointAt(dual(field), alphabet, sizes, new Map(lifted));
    along.set(key, moved);
  }
  return evaluate(of, moved, at).slope;
}
