import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makePage, recheck } from '../../../src/cli/export/make.js';
import type { World } from '../../../src/cli/export/make.js';
import { code, markdown, notebookOf } from './executed.js';

const root = path.resolve(__dirname, '..', '..', '..');
const fixture = path.join(root, 'test', 'notebooks', 'fixtures', 'every-kind.ipynb');
const world = (signal = new AbortController().signal): World => ({
  root,
  signal,
  terminal: { write: () => true },
});

let home: string;
beforeEach(() => void (home = mkdtempSync(path.join(tmpdir(), 'normlab-test-'))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

const write = (name: string, ...cells: ReturnType<typeof code>[]): string => {
  const file = path.join(home, name);
  writeFileSync(file, JSON.stringify({ ...notebookOf(...cells), nbformat: 4, nbformat_minor: 5 }));
  return file;
};

test('an export holds page, figures and record, names no folder of this machine, and its numbers hold', async () => {
  const folder = await makePage(fixture, path.join(home, 'page'), world());
  expect(readdirSync(folder).sort()).toEqual(['assets', 'figures', 'index.html', 'reproduce.json']);
  expect(readdirSync(path.join(folder, 'figures')).sort()).toEqual(['powers-grow.json', 'powers-grow.svg']);
  for (const file of ['index.html', 'reproduce.json', 'figures/powers-grow.json']) {
    const content = readFileSync(path.join(folder, file), 'utf8');
    for (const place of [root, tmpdir() + path.sep, home]) expect(content).not.toContain(place);
  }
  const same = await recheck(folder, undefined, world());
  expect(same).toMatchObject({ differences: [], edited: false });
  expect(same.compared).toBeGreaterThan(30);
});

test('a number that changed is named with its cell, old and new, and that the notebook was edited', async () => {
  const file = write('a.ipynb', markdown('# A'), code('one', '1 + 1'));
  const folder = await makePage(file, path.join(home, 'a'), world());
  write('a.ipynb', markdown('# A'), code('one', '1 + 2'));
  expect(await recheck(folder, file, world())).toMatchObject({
    differences: ['cell one: 2 → 3'],
    edited: true,
  });
});

test('a notebook that fails names its cell, and no page is written', async () => {
  const file = write('bad.ipynb', code('one', '1'), code('two', "throw new Error('too wide')"));
  await expect(makePage(file, path.join(home, 'bad'), world())).rejects.toThrow(
    /does not run through, so there is no page: bad\.ipynb, cell 2: Error: too wide/,
  );
  expect(readdirSync(home)).toEqual(['bad.ipynb']);
});

test('a run that is stopped leaves no half page and no kernel', async () => {
  const note = path.join(home, 'pid');
  const pid = `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(note)}, String(process.pid));`;
  const file = write('long.ipynb', code('one', pid), code('two', 'while (true);'));
  const stopped = new AbortController();
  const making = makePage(file, path.join(home, 'long'), world(stopped.signal));
  while (!existsSync(note)) await new Promise((resolve) => setTimeout(resolve, 50));
  stopped.abort();
  await expect(making).rejects.toThrow('Stopped: nothing was written.');
  expect(readdirSync(home)).toEqual(['long.ipynb', 'pid']);
  expect(() => process.kill(Number(readFileSync(note, 'utf8')), 0)).toThrow('ESRCH');
});
