import { PlainError, Sources } from '../../src/kernel/errors.js';
import { NotYetWritten } from '../../src/grade/index.js';
import { plain } from './kernel-client.js';

const lines = (text: string[]): string[] => text.map(plain);

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

  test('that says an exercise is not written yet is that sentence alone', () => {
    const unwritten = thrown(new NotYetWritten('Exercise E4.3.'), 'myChecks (In[1].ts:2:5)');
    expect(lines(sources.failure(unwritten).traceback)).toEqual(['NotYetWritten: Exercise E4.3.']);
  });

  test('of a list in a list is told about the row that is not there, and no other error is', () => {
    const y: number[][] = [];
    const last = (f: () => unknown): string | undefined => {
      try {
        f();
      } catch (error) {
        return sources.failure(error).traceback.at(-1);
      }
      return undefined;
    };
    expect(last(() => (y[0][1] = 2))).toBe(
      'There is no row at this place yet: make it first, as in `y[i] = [];`.',
    );
    expect(last(() => y[0][1])).toContain('0 to `x.length - 1`');
    expect(last(() => (y[0] as never as { mean: number }).mean)).not.toContain('`');
    expect(last(() => (y as never as { f(): void }).f())).not.toContain('row');
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
