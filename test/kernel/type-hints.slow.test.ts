import { kernelForAll } from './kernel-client.js';
import type { KernelClient } from './kernel-client.js';

let kernel: KernelClient;
kernelForAll((started) => (kernel = started));

describe('advice after a type error', () => {
  beforeAll(async () => {
    await kernel.run(
      "import { mean, sqrt, tensor, toNested } from 'normlab'; const x = [[1, 2], [3, 4]]; const row = [1, 2]; const t = tensor(x); const running = { mean: row };",
    );
  });

  test.each([
    ['const a = (1 - 0.1) * running.mean', '`row.map((v) => 2 * v)` goes through one'],
    ['const a = row + row', '`row.map((v, i) => v - other[i])` through two'],
    ['const a = x / 2', '`x.map((row) => row.map((v) => 2 * v))`'],
    ['const a = t * 2 + t', '`add(a, b)`'],
    ['const a = row - t', 'A Tensor and a list do not mix'],
    ['const a = x.shape', 'A list has no shape'],
    ['const a = t.data.max()', '`Math.max(...row)`'],
    ['const a = floor(row[0])', '`Math.floor(v)`'],
    ['const a = sqrt(2)', '`Math.sqrt(v)`'],
    ['const a = mean(row)', '`tensor(x)` makes one of a list'],
    ['const a = x[:, 0]', '`x.map((row) => row[0])`'],
    ['const a = x[0, 1].length', '`x[i][j]`'],
    ["if (row.length < 3) raise ValueError('short')", '`throw new Error('],
    ['const a: number[] = t', '`[...y.data]`'],
    ['const f = (): number[][] => t', '`toNested(y) as number[][]`'],
    ['const f = (): { y: number[] } => ({ y: t.data })', '`[...y.data]`'],
    ['const a: number[][] = toNested(t)', '`toNested(y) as number[][]`'],
    ['for (const i of row.length) {}', '`for (let i = 0; i < n; i++) { … }`'],
    ['class A { readonly v = 1 }\nnew A().v = 2', 'can only be read'],
  ])('%s', async (code, advice) => {
    expect((await kernel.error(code)).text).toContain(advice);
  });

  test('that was followed compiles', async () => {
    expect(await kernel.value('(toNested(t) as number[][])[1]')).toBe('[ 3, 4 ]');
    expect(await kernel.value('const list: number[] = [...t.data]; list')).toBe('[ 1, 2, 3, 4 ]');
    expect(await kernel.value('const zeros = new Array<number>(3).fill(0); zeros')).toBe('[ 0, 0, 0 ]');
    expect(await kernel.value('x[0].map((_, c) => x.map((row) => row[c]))')).toBe('[ [ 1, 3 ], [ 2, 4 ] ]');
  });

  test('of a sign names no folder of this computer', async () => {
    expect((await kernel.error('t + t')).evalue).toBe(
      "Operator '+' cannot be applied to types 'Tensor' and 'Tensor'.",
    );
  });

  test('that leads to an earlier cell does not lead to an earlier text of the same cell', async () => {
    const failed = await kernel.error('const height: string = 1;', { cell_id: 'one' });
    expect(failed.ename).toBe('TS2322');
    expect((await kernel.error('height + 1', { cell_id: 'two' })).text).toContain('did not compile');
    expect((await kernel.error('height + 1', { cell_id: 'one' })).text).not.toContain('did not compile');
    expect((await kernel.error('height + 1', { cell_id: 'two' })).text).not.toContain('did not compile');
  });

  test('that leads to an earlier cell takes only names from its top, of other cells', async () => {
    const failed = await kernel.error(
      'const width = 1;\nfunction f(): number { const local = [1]; return local; }',
    );
    const name = /In\[\d+\]/.exec(failed.text)![0];
    expect((await kernel.error('width + 1')).text).toContain(`${name}, did not compile`);
    expect((await kernel.error('local = 2')).text).toContain('A new name needs `const`');
    expect((await kernel.error('width = 2; width')).text).not.toContain('did not compile');
  });
});

test('an error at a row that is not there says how the row is made', async () => {
  const { text } = await kernel.error('const y: number[][] = [];\ny[0][0] = 1;');
  expect(text.split('\n').at(-1)).toBe(
    'There is no row at this place yet: make it first, as in `y[i] = [];`.',
  );
});

test('a check shows the first lines of what a function prints, and all that is printed elsewhere is shown', async () => {
  await kernel.run(`process.env.NORMLAB_LEARNER = 'learner.json';`);
  await kernel.run("import { check, exercises } from 'normlab/notebook'; import { Tensor } from 'normlab';");
  const checked = await kernel.printed(
    'check((x: Tensor): Tensor => { console.log(7); console.error(8); return x; }, exercises.layerNorm)',
  );
  expect(checked).toMatch(/^(7\n){5}… and [\d,]+ more lines that are not shown/);
  expect(await kernel.printed('for (let i = 0; i < 30; i++) console.log(7)')).toBe('7\n'.repeat(30));
});
