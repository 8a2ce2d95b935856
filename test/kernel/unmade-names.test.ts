import * as ts from '@tslab/typescript-for-tslab';
import type { TypeProblem } from '../../src/kernel/compiler.js';
import { namesMade } from '../../src/kernel/parsing.js';
import { typeFailure } from '../../src/kernel/type-failure.js';
import { typeHints } from '../../src/kernel/type-hints.js';
import { UnmadeNames } from '../../src/kernel/unmade-names.js';

const missing = (name: string): TypeProblem => ({
  code: 2552,
  messages: [`Cannot find name '${name}'. Did you mean 'mean'?`],
  start: { line: 2, column: 3 },
  end: { line: 2, column: 6 },
  types: [],
});
const failureOf = (problem: TypeProblem, code: string, unmade: UnmadeNames) =>
  typeFailure({ problems: [problem], names: namesMade(ts, code) }, { name: 'In[1]', code, unmade });

describe('a name that nothing has', () => {
  const unmade = new UnmadeNames();
  unmade.add({ name: 'In[4]', cell: undefined }, ['myMean', 'second']);
  unmade.add({ name: 'In[5]', cell: 'a cell' }, ['größe', 'total', '$x']);

  test.each([
    ['myMean', 'In[4]'],
    ['second', 'In[4]'],
    ['größe', 'In[5]'],
  ])('%s: leads to the cell that would have made it', (name, cell) => {
    const { evalue, traceback } = failureOf(missing(name), `\n${name}`, unmade);
    expect(evalue).toBe(`Cannot find name '${name}'.`);
    expect(traceback.at(-1)).toBe(`The cell that makes it, ${cell}, did not compile: look there first.`);
  });

  test('keeps the compiler’s guess where no cell would have made it, or only this one', () => {
    for (const code of ['\nmyMaen', '\nmyMaen(); const myMaen = 1']) {
      const { evalue, traceback } = failureOf(missing('myMaen'), code, unmade);
      expect(evalue).toContain("Did you mean 'mean'?");
      expect(traceback.at(-1)).toBe(typeHints[2552]);
    }
    expect(failureOf(missing('myMean'), '\nfunction myMean() {}', unmade).evalue).toContain('Did you mean');
  });

  test.each([
    '\ntotal = row[0];',
    '\nif (x) { total=0 }',
    '\ntotal = 0;\nshow(total);',
    '\n$x = [];\n$x.pop()',
  ])('lacks `const` where the cell itself gives it its first value: %j', (code) => {
    const { traceback } = failureOf(missing(code.includes('$') ? '$x' : 'total'), code, unmade);
    expect(traceback.at(-1)).toContain('write `const` before a new name');
  });

  test.each([
    '\ntotal = total + 1;',
    '\ntotal += 1;',
    '\ntotal == 1',
    '\nsubtotal = 1; total',
    '\nsum.total = total',
  ])('leads to its cell where its value is needed: %j', (code) => {
    expect(failureOf(missing('total'), code, unmade).traceback.at(-1)).toContain('In[5], did not compile');
  });

  test('leads to no text that its cell has no longer', () => {
    const later = new UnmadeNames();
    later.add({ name: 'In[1]', cell: 'one' }, ['a']);
    later.add({ name: 'In[2]', cell: 'two' }, ['b']);
    later.add({ name: 'In[3]', cell: undefined }, ['c']);
    later.forget('one');
    later.forget(undefined);
    expect(['a', 'b', 'c'].map((name) => later.runOf(name, name))).toEqual([undefined, 'In[2]', 'In[3]']);
  });
});
