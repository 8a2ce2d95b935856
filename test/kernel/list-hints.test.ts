import { listHint } from '../../src/kernel/list-hints.js';

const hint = (code: number, types: string[], messages: string[] = [''], line = ''): string | undefined =>
  listHint({ code, messages, types, start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }, line);

describe('a sign', () => {
  test.each([
    [2363, ['number', 'number[]'], '`row.map((v) => 2 * v)`'],
    [2365, ['number[]', 'number[]'], '`row.map((v, i) => v - other[i])`'],
    [2362, ['Complex[]', '2'], '`row.map('],
    [2362, ['Tensor[]', '2'], '`row.map('],
    [2365, ['number', 'number[][]'], '`x.map((row) => row.map((v) => 2 * v))`'],
    [2365, ['Tensor', 'Tensor'], '`add(a, b)`'],
    [2363, ['2', 'number | Tensor'], '`add(a, b)`'],
    [2362, ['Tensor', 'number[]'], '`tensor(row)`'],
    [2362, ['Complex', '2'], '`a.add(b)`'],
  ])('%i between %j is told %s', (code, types, written) => {
    expect(hint(code, types)).toContain(written);
  });

  test('between other things is told nothing of lists', () => {
    expect(hint(2362, ['{ b: number; }', '3'])).toBeUndefined();
    expect(hint(2365, ['string', 'ComplexLayerNorm'])).toBeUndefined();
    expect(hint(2363, [])).toBeUndefined();
  });
});

describe('a property', () => {
  const of = (name: string, type: string, code = 2339): string | undefined =>
    hint(code, [type], [`Property '${name}' does not exist on type 'Row'. Did you mean 'x'?`]);

  test.each([
    ['shape', 'number[][]', '`x.length` rows, each of `x[0].length`'],
    ['shape', 'number[]', 'holds `x.length` values'],
    ['size', 'number[]', 'no size'],
    ['sum', 'number[]', '`row.reduce((total, v) => total + v, 0)`'],
    ['mean', 'number[]', '/ row.length`'],
    ['max', 'number[]', '`Math.max(...row)`'],
    ['min', 'number[]', '`Math.min(...row)`'],
    ['append', 'number[][]', '`row.push(v)`'],
    ['copy', 'number[]', '`[...row]`'],
    ['T', 'number[][]', 'x.map((row) => row[c])'],
    ['data', 'number[]', 'Only a Tensor'],
  ])('%s of a %s', (name, type, written) => {
    expect(of(name, type)).toContain(written);
    expect(of(name, type, 2551)).toBe(of(name, type));
    expect(of(name, 'Tensor')).toBeUndefined();
  });

  test('that no list has in Python either is told nothing', () => {
    expect(of('lenght', 'number[]')).toBeUndefined();
  });
});

describe('a function that nothing has', () => {
  const of = (name: string, line = `const a = ${name}(row)`, code = 2304): string | undefined =>
    hint(code, [], [`Cannot find name '${name}'.`], line);

  test.each([
    ['sqrt', '`Math.sqrt(v)`'],
    ['exp', '`Math.exp(v)`'],
    ['sum', '`row.reduce((total, v) => total + v, 0)`'],
    ['mean', '/ row.length`'],
    ['max', '`Math.max(...row)`'],
  ])('%s', (name, written) => {
    expect(of(name)).toContain(written);
    expect(of(name, undefined, 2552)).toContain(written);
    expect(of(name, `const a = ${name} + 1`)).toBeUndefined();
  });

  test('nor Math is told nothing', () => {
    for (const name of ['normalise', 'PI', 'toString']) expect(of(name)).toBeUndefined();
  });
});

describe('one kind of value where another is wanted', () => {
  const argument = (given: string, wanted: string): string | undefined =>
    hint(2345, [], [`Argument of type '${given}' is not assignable to parameter of type '${wanted}'.`]);
  const missing = (given: string, wanted: string): string =>
    `Type '${given}' is missing the following properties from type '${wanted}': length, pop, and 31 more.`;

  test.each([
    ['Tensor', 'number[]', '`[...y.data]`'],
    ['Tensor', 'readonly number[]', '`[...y.data]`'],
    ['Tensor', 'number[][]', '`toNested(y) as number[][]`'],
    ['Tensor', 'readonly (readonly number[])[]', '`toNested(y) as number[][]`'],
    ['Storage', 'number[]', '`[...y.data]`'],
    ['Float64Array', 'number[]', '`[...y.data]`'],
    ['Storage', 'number[][]', '`toNested(y) as number[][]`'],
    ['Nested', 'number[][]', '`toNested(y) as number[][]`'],
    ['number[]', 'Tensor', '`tensor(x)`'],
    ['readonly number[]', 'Tensor', '`tensor(x)`'],
    ['number[][]', 'Tensor | undefined', '`tensor(x)`'],
    ['number', 'Tensor', '`Math.sqrt(v)`'],
  ])('%s for %s', (given, wanted, written) => {
    expect(argument(given, wanted)).toContain(written);
    expect(hint(2740, [], [missing(given, wanted)])).toContain(written);
    expect(
      hint(2322, [], [`Type '() => ${given}' is not assignable to type 'F'.`, missing(given, wanted)]),
    ).toContain(written);
  });

  test('is told nothing where neither is a Tensor, or where functions differ in what they take', () => {
    expect(argument('number[]', 'number[][]')).toBeUndefined();
    expect(argument('string', 'number[]')).toBeUndefined();
    expect(argument('string', 'Tensor')).toBeUndefined();
    expect(argument('Tensor', 'number')).toBeUndefined();
    const functions = [
      "Type 'F' is not assignable to type 'G'.",
      "Types of parameters 'x' and 'y' are incompatible.",
    ];
    expect(hint(2322, [], [...functions, missing('number[][]', 'Tensor')])).toBeUndefined();
  });

  test('a number is nothing to go through', () => {
    const iterator = (type: string): string | undefined =>
      hint(2488, [], [`Type '${type}' must have a '[Symbol.iterator]()' method that returns an iterator.`]);
    expect(iterator('number')).toContain('`for (let i = 0; i < n; i++) { … }`');
    expect(iterator('Tensor')).toBeUndefined();
  });
});
