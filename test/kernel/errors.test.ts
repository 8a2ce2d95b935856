import { PlainError, Sources, typeFailure } from '../../src/kernel/errors.js';
import type { TypeProblem } from '../../src/kernel/compiler.js';
import { typeHints } from '../../src/kernel/type-hints.js';
import { plain } from './kernel-client.js';

const problem = (over: Partial<TypeProblem> = {}): TypeProblem => ({
  code: 2322,
  messages: ['First.', 'Because.'],
  start: { line: 2, column: 3 },
  end: { line: 2, column: 6 },
  ...over,
});
const lines = (text: string[]): string[] => text.map(plain);

test('a type error shows place, reasons, line, squiggle and hint', () => {
  const { ename, evalue, traceback } = typeFailure([problem()], 'In[1]', 'one\n\tabc = 4');
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
  const { traceback } = typeFailure([problem({ end: { line: 3, column: 1 } })], 'In[1]', 'one\nabcdef\nx');
  expect(lines(traceback)[3]).toBe('      ~~~~');
});

test('of many type errors the first five are shown', () => {
  const { traceback } = typeFailure(
    Array.from({ length: 8 }, () => problem({ code: 1 })),
    'In[1]',
    'one\ntwo',
  );
  expect(lines(traceback).at(-1)).toBe('… and 3 more of the kind.');
  expect(lines(traceback).filter((line) => line.startsWith('TS1 '))).toHaveLength(5);
});

test('the commonest type errors have a hint of one sentence', () => {
  expect(Object.keys(typeHints).length).toBeGreaterThanOrEqual(25);
  for (const hint of Object.values(typeHints)) expect(hint).toMatch(/[.)]$/);
});

describe('a thrown value', () => {
  const sources = new Sources('/project');
  sources.add('In[1].ts', {
    code: 'zero\none two',
    locate: ({ line, column }) => (line > 9 ? undefined : { line, column }),
  });
  const thrown = (error: Error, ...stack: string[]): Error =>
    Object.assign(error, {
      stack: ['In[1].ts:7', ' junk', String(error), ...stack.map((line) => `    at ${line}`)].join('\n'),
    });

  test('keeps the frames of cells and library and loses the others', () => {
    const error = thrown(
      new RangeError('far'),
      'inner (In[1].ts:1:1)',
      'sum (/project/src/tensor/rows.ts:3:4)',
      'Object.outer (In[1].ts:2:5)',
      'cell (In[1].ts:2:1)',
      'cell (In[1].ts:10:1)',
      'Guard.run (/project/src/kernel/guard.ts:4:4)',
      'node:internal/x:1:1',
    );
    expect(lines(sources.failure(error).traceback)).toEqual([
      'RangeError: far',
      '    at inner (In[1].ts:1:1)',
      '        zero',
      '        ^',
      '    at sum (src/tensor/rows.ts:3:4)',
      '    at outer (In[1].ts:2:5)',
      '    at In[1].ts:2:1',
    ]);
  });

  test('that says everything in one line shows that line and the place in the cell', () => {
    const shape = thrown(
      new RangeError('expected [3]'),
      'check (/project/src/tensor/shape.ts:3:4)',
      'cell (In[1].ts:2:5)',
    );
    shape.name = 'ShapeError';
    const expected = ['    at In[1].ts:2:5', '        one two', '            ^'];
    expect(lines(sources.failure(shape).traceback)).toEqual(['ShapeError: expected [3]', ...expected]);
    const one = thrown(new PlainError('do this'), 'check (/project/src/x.ts:3:4)', 'cell (In[1].ts:2:5)');
    expect(lines(sources.failure(one).traceback)).toEqual(['Error: do this', ...expected]);
  });

  test('names its cause', () => {
    const error = thrown(new Error('outer', { cause: thrown(new TypeError('inner')) }));
    expect(lines(sources.failure(error).traceback)).toEqual(['Error: outer', 'Caused by TypeError: inner']);
  });

  test('need not be an error', () => {
    expect(sources.failure({ a: 1 })).toMatchObject({ ename: 'Thrown', evalue: '{ a: 1 }' });
    expect(sources.failure(undefined).evalue).toBe('undefined');
  });

  test('of a missing module does not list who asked for it', () => {
    const error = new Error("Cannot find module './x'\nRequire stack:\n- /somewhere/cell.ts");
    expect(sources.failure(error).evalue).toBe("Cannot find module './x'");
  });
});
