import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { kernelForAll, python, textOf } from './kernel-client.js';
import type { KernelClient, KernelFolder } from './kernel-client.js';

let place: KernelFolder;
let kernel: KernelClient;
kernelForAll((started, at) => ([kernel, place] = [started, at]));

describe('output', () => {
  test('appears in order, under the cell it belongs to', async () => {
    const { outputs } = await kernel.run([
      `console.log('one'); console.error('two'); console.log('three'); 4`,
      `process.stdout.write('no line end')`,
    ]);
    expect(outputs.filter(({ request }) => request === 0)).toMatchObject([
      { name: 'stdout', text: 'one\n' },
      { name: 'stderr', text: 'two\n' },
      { name: 'stdout', text: 'three\n' },
      { type: 'execute_result' },
    ]);
    expect(outputs.find(({ request }) => request === 1)).toMatchObject({ text: 'no line end' });
  });

  test('printed after its cell has ended still belongs to it', async () => {
    const { outputs } = await kernel.run([
      `let release = () => {}; setTimeout(function again() { if (go) { console.log('late'); release(); } else setTimeout(again, 5); }, 5); let go = false;`,
      `console.log('mine'); await new Promise<void>((done) => { release = done; go = true; }); console.log('mine too');`,
    ]);
    expect(outputs.map(({ request, text }) => [request, text])).toEqual([
      [1, 'mine\n'],
      [0, 'late\n'],
      [1, 'mine too\n'],
    ]);
  });

  test('of a million lines is cut, and says so', async () => {
    const ran = await kernel.run('for (let i = 0; i < 1e6; i++) console.log(i)');
    const text = textOf(ran);
    expect(text.split('\n').length).toBeLessThan(10_010);
    expect(text).toContain('cut here: a cell shows at most 10,000 lines');
    expect(textOf(ran, 'stderr')).toBe('… and 990,000 more lines that are not shown.\n');
  });

  test('of tslab’s display and of ours can be updated', async () => {
    const { outputs } = await kernel.run([
      `import { display, newDisplay } from 'tslab'; display.html('<b>x</b>'); const d = newDisplay(); d.text('a'); d.text('b');`,
      `const show = (globalThis as any)[Symbol.for('normlab.display')];
       show({ 'text/plain': 'one', 'text/html': '1' }, { id: 'k' }); show({ 'text/plain': 'two' }, { id: 'k', update: true });`,
    ]);
    const [html, a, b, one, two] = outputs;
    expect(html).toMatchObject({ type: 'display_data', data: { 'text/html': '<b>x</b>' }, transient: {} });
    expect([a.type, b.type]).toEqual(['display_data', 'update_display_data']);
    expect(a.transient!.display_id).toBe(b.transient!.display_id);
    expect(one).toMatchObject({ type: 'display_data', data: { 'text/plain': 'one', 'text/html': '1' } });
    expect(two).toMatchObject({ type: 'update_display_data', transient: { display_id: 'k' } });
  });
});

describe('help while writing', () => {
  test('completion names kinds and counts characters, not string units', async () => {
    await kernel.run(`import { layerNorm, tensor } from 'normlab'`);
    const found = await kernel.ask('complete_request', { code: `'😀'; layerN`, cursor_pos: 11 });
    expect(found).toMatchObject({ matches: ['layerNorm'], cursor_start: 5, cursor_end: 11 });
    expect(found['metadata']).toMatchObject({
      _jupyter_types_experimental: [{ text: 'layerNorm', type: 'alias' }],
    });
    const members = await kernel.ask('complete_request', { code: 'tensor([1]).', cursor_pos: 12 });
    expect(members['matches']).toEqual(expect.arrayContaining(['shape', 'backward']));
  });

  test('inspection shows signature and documentation', async () => {
    const found = await kernel.ask('inspect_request', { code: 'layerNorm', cursor_pos: 9, detail_level: 0 });
    const data = found['data'] as Record<string, string>;
    expect(data['text/plain']).toMatch(/^function layerNorm\([^]*Normalizes each row/);
    expect(data['text/markdown']).toMatch(/^```typescript\nfunction layerNorm/);
    expect(await kernel.ask('inspect_request', { code: '   ', cursor_pos: 1 })).toMatchObject({
      found: false,
    });
  });
});

test('nbclient goes on after an error where it is allowed', () => {
  const cell = (source: string): object => ({
    cell_type: 'code',
    source,
    metadata: {},
    outputs: [],
    execution_count: null,
  });
  const notebook = {
    nbformat: 4,
    nbformat_minor: 4,
    metadata: { kernelspec: { name: 'tslab', display_name: 'TypeScript', language: 'typescript' } },
    cells: [cell(`throw new Error('first')`), cell('const n: number = ""'), cell('1 + 1'), cell('2 + 2')],
  };
  const [from, to] = ['in.ipynb', 'out.ipynb'].map((name) => path.join(place.folder, name)) as [
    string,
    string,
  ];
  writeFileSync(from, JSON.stringify(notebook));
  const run = (...options: string[]): number | null =>
    spawnSync(python(), [path.join(__dirname, 'allow_errors.py'), from, to, ...options], { env: place.env })
      .status;
  expect(run('--allow-errors')).toBe(0);
  const { cells } = JSON.parse(readFileSync(to, 'utf8')) as {
    cells: { outputs: { output_type: string }[] }[];
  };
  expect(cells.map(({ outputs }) => outputs.map((output) => output.output_type))).toEqual([
    ['error'],
    ['error'],
    ['execute_result'],
    ['execute_result'],
  ]);
  expect(run()).not.toBe(0);
});

test('jupyter_kernel_test passes as far as it applies', () => {
  const { status, stderr } = spawnSync(python(), [path.join(__dirname, 'kernel_protocol.py')], {
    env: place.env,
    encoding: 'utf8',
  });
  expect(stderr).toMatch(/Ran \d+ tests/);
  expect(stderr.match(/\.\.\. ok$/gm)?.length).toBeGreaterThanOrEqual(10);
  expect([status, stderr.match(/FAIL|ERROR/)]).toEqual([0, null]);
});
