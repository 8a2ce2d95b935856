import type { TypeProblem } from '../../src/kernel/compiler.js';
import { typeFailure } from '../../src/kernel/type-failure.js';
import { returnHint, typeHints } from '../../src/kernel/type-hints.js';
import { UnmadeNames } from '../../src/kernel/unmade-names.js';
import { plain } from './kernel-client.js';

const problem = (over: Partial<TypeProblem> = {}): TypeProblem => ({
  code: 2322,
  messages: ['First.', 'Because.'],
  start: { line: 2, column: 3 },
  end: { line: 2, column: 6 },
  types: [],
  ...over,
});
const failureOf = (problems: TypeProblem[], code: string) =>
  typeFailure({ problems, names: [] }, { name: 'In[1]', code, unmade: new UnmadeNames() });
const lines = (text: string[]): string[] => text.map(plain);

test('a type error shows place, reasons, line, squiggle and hint', () => {
  const { ename, evalue, traceback } = failureOf([problem()], 'one\n\tabc = 4');
  expect([ename, evalue]).toEqual(['TS2322', 'First.']);
  expect(lines(traceback)).toEqual([
    'TS2322 In[1]:2:3  First.',
    '  Because.',
    '    \tabc = 4',
    '    \t ~~~',
    typeHints[2322],
  ]);
});

test('a type error over several lines is underlined to the end of its first', () => {
  const { traceback } = failureOf([problem({ end: { line: 3, column: 1 } })], 'one\nabcdef\nx');
  expect(lines(traceback)[3]).toBe('      ~~~~');
});

test('of many type errors the first five are shown', () => {
  const { traceback } = failureOf(
    Array.from({ length: 8 }, () => problem({ code: 1 })),
    'one\ntwo',
  );
  expect(lines(traceback).at(-1)).toBe('… and 3 more of the kind.');
  expect(lines(traceback).filter((line) => line.startsWith('TS1 '))).toHaveLength(5);
});

test('the commonest type errors have a hint of one sentence', () => {
  expect(Object.keys(typeHints).length).toBeGreaterThanOrEqual(25);
  for (const hint of Object.values(typeHints)) expect(hint).toMatch(/[.)]$/);
});

test('a value that may be missing has the same advice wherever it stands', () => {
  const hint = (code: number, message: string) =>
    failureOf([problem({ code, messages: [message] })], 'one\ntwo').traceback.at(-1);
  const advice = typeHints[2532];
  expect(advice).toContain('`value ?? 1`');
  expect(typeHints[18048]).toBe(advice);
  const argument = (type: string): string =>
    `Argument of type '${type}' is not assignable to parameter of type 'number'.`;
  expect(hint(2345, argument('number | undefined'))).toBe(advice);
  expect(hint(2322, "Type 'undefined' is not assignable to type 'number'.")).toBe(advice);
  expect(hint(2345, argument('string'))).toBe(typeHints[2345]);
});

describe('signs between tensors', () => {
  const code = 'function f(g: Tensor): Tensor {\n  return r * (g - m);\n}';
  const at = (code: number, column: number, message = 'Left or right.'): TypeProblem =>
    problem({
      code,
      messages: [message],
      start: { line: 2, column },
      end: { line: 2, column: column + 1 },
      types: ['Tensor', 'Tensor'],
    });
  const found = [
    at(2322, 3, "Type 'number' is not assignable to type 'Tensor'."),
    at(2362, 10),
    at(2363, 14),
  ];

  it('are said once for their line, and what follows from them is not', () => {
    const { ename, traceback } = failureOf([...found, at(2304, 14, "Cannot find name 'm'.")], code);
    expect(ename).toBe('TS2362');
    const told = lines(traceback).filter((line) => line.startsWith('TS'));
    expect(told.map((line) => line.slice(0, 6))).toEqual(['TS2362', 'TS2304']);
    expect(traceback.join('\n')).toContain('Tensors have no + − × ÷: write `add(a, b)`');
  });

  it('are told apart from those between lists and between other things by their types', () => {
    const between = (type: string): string | undefined =>
      failureOf([{ ...at(2363, 10), types: [type, 'number'] }], code).traceback.at(-1);
    expect(between('number[]')).toContain('`row.map((v) => 2 * v)`');
    expect(between('Complex')).toContain('`a.add(b)`');
    expect(between('Date')).toBe(typeHints[2363]);
  });

  it('apart, a value that is returned is no value with a name on its left', () => {
    expect(failureOf([at(2322, 3, "Type 'string' is not assignable.")], code).traceback.at(-1)).toBe(
      returnHint,
    );
  });
});

test('a line of Python is told once, whatever else is wrong on it', () => {
  const code = 'one\nraise ValueError()\nlet a: number = "";';
  const found = [1434, 2552].map((code) => problem({ code, messages: ['M.'] }));
  const { traceback } = failureOf(
    [...found, problem({ start: { line: 3, column: 5 } }), problem({ start: { line: 3, column: 5 } })],
    code,
  );
  const told = lines(traceback).filter((line) => line.startsWith('TS'));
  expect(told.map((line) => line.slice(0, 6))).toEqual(['TS1434', 'TS2322', 'TS2322']);
  expect(traceback).toContain(
    "That is Python. In TypeScript an error is `throw new Error('what is wrong')`.",
  );
});

test('what is wrong in the line that the converter adds is not told', () => {
  const found = [7034, 7005].map((code, i) => problem({ code, start: { line: 1 + i, column: 7 } }));
  expect(lines(failureOf(found, 'const y = [];\n').traceback).join('\n')).not.toContain('TS7005');
  expect(lines(failureOf(found, 'const y = [];\ny').traceback).join('\n')).toContain('TS7005');
});
