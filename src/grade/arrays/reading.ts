/** Reads what a candidate gave back: once, with suspicion, into numbers of our own. */
import { Failure } from '../exercise.js';
import { said } from '../grading.js';
import { requireSomething } from '../results.js';

/** Where in a result which kind of numbers stands: `{ dx: 'matrix' }`; '' is the result itself. */
export type Form = Readonly<Record<string, 'matrix' | 'vector'>>;

/** The numbers of a result by place; a vector is one row. */
export type Numbers = Readonly<Record<string, readonly (readonly number[])[]>>;

const longest = 100_000;

/** @throws {Failure} where something else stands than the form says. */
export function read(result: unknown, form: Form): Numbers {
  requireSomething(result, 'Your function');
  return Object.fromEntries(
    Object.entries(form).map(([path, kind]) => {
      const [value, who] = [
        at(result, path, form),
        path === '' ? 'Your function' : `${path} of your function`,
      ];
      requireSomething(value, who);
      return [path, kind === 'matrix' ? table(value, who) : [list(value, who, 'a list of numbers')]];
    }),
  );
}

function at(result: unknown, path: string, form: Form): unknown {
  if (path === '') return result;
  return path.split('.').reduce<unknown>((value, key) => {
    const found: unknown =
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Reflect.get(value, key)
        : undefined;
    if (found === undefined)
      throw new Failure(
        'shape of the answer',
        `Your function should give back ${shapeOf(form)}, and ${path} is missing.`,
      );
    return found;
  }, result);
}

/** `{ y, running: { mean, variance } }`. */
function shapeOf(form: Form): string {
  const groups = new Map<string, string[]>();
  for (const path of Object.keys(form)) {
    const [head, tail] = path.split('.');
    groups.set(head, [...(groups.get(head) ?? []), ...(tail ? [tail] : [])]);
  }
  const parts = [...groups].map(([head, tails]) =>
    tails.length > 0 ? `${head}: { ${tails.join(', ')} }` : head,
  );
  return `{ ${parts.join(', ')} }`;
}

function table(value: unknown, who: string): number[][] {
  if (ArrayBuffer.isView(value))
    throw new Failure('a flat list', `${who} gives back one long list. A list of rows is asked for.`);
  return elements(value, who, 'a list of rows').map((row) => list(row, who, 'a list of numbers in each row'));
}

function list(value: unknown, who: string, wanted: string): number[] {
  return elements(value, who, wanted).map((item) => {
    if (typeof item === 'number') return item;
    const what = item === undefined || item === null ? String(item) : `the ${typeof item} ${said(item)}`;
    throw new Failure('not numbers', `${who} gives back ${what} where a number should stand.`);
  });
}

/** The elements of an array or a typed array, holes as undefined. */
function elements(value: unknown, who: string, wanted: string): unknown[] {
  const isList = Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
  if (!isList) {
    const what = typeof value === 'object' ? 'something else' : `the ${typeof value} ${said(value)}`;
    throw new Failure('not a list', `${who} gives back ${what}, where ${wanted} is asked for.`);
  }
  const items = value as unknown as ArrayLike<unknown>;
  if (items.length > longest)
    throw new Failure('shape', `${who} gives back ${items.length} elements, far more than it was given.`);
  return Array.from(items);
}
