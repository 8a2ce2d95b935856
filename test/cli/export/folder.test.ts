import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readReproduction, writeAssets, writeFiles, writeFolder } from '../../../src/cli/export/folder.js';

let home: string;
beforeEach(() => void (home = mkdtempSync(path.join(tmpdir(), 'normlab-test-'))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

const ours = '{"madeBy":"normlab export"}';
const fill = (text: string) => (draft: string) =>
  writeFiles(
    draft,
    new Map([
      ['index.html', text],
      ['reproduce.json', ours],
      ['figures/a.svg', '<svg/>'],
    ]),
  );

test('an export is written whole, and replaced whole', () => {
  const folder = path.join(home, 'deep', 'page');
  writeFolder(folder, fill('one'));
  writeFolder(folder, (draft) =>
    writeFiles(
      draft,
      new Map([
        ['index.html', 'two'],
        ['reproduce.json', ours],
      ]),
    ),
  );
  expect(readdirSync(folder).sort()).toEqual(['index.html', 'reproduce.json']);
  expect(readFileSync(path.join(folder, 'index.html'), 'utf8')).toBe('two');
  expect(readdirSync(path.dirname(folder))).toEqual(['page']);
});

test('when filling fails, what was there stays and nothing is left beside it', () => {
  const folder = path.join(home, 'page');
  writeFolder(folder, fill('one'));
  const failing = (): never => {
    throw new Error('stopped');
  };
  expect(() => writeFolder(folder, failing)).toThrow('stopped');
  expect(readFileSync(path.join(folder, 'index.html'), 'utf8')).toBe('one');
  expect(readdirSync(home)).toEqual(['page']);
});

test('a folder that holds something else is left alone, with a sentence', () => {
  const folder = path.join(home, 'thesis');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'chapter.tex'), '');
  expect(() => writeFolder(folder, fill('one'))).toThrow(
    /^thesis is not empty .* name another folder with --out\.$/,
  );
  expect(readdirSync(folder)).toEqual(['chapter.tex']);
  expect(readReproduction(folder)).toBeUndefined();
});

test('the assets name only files beside them', () => {
  const root = path.resolve(__dirname, '..', '..', '..');
  writeAssets(home, root, false);
  const css = readFileSync(path.join(home, 'assets', 'katex.css'), 'utf8');
  const named = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, file]) => file);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((file) => !existsSync(path.join(home, 'assets', file)))).toEqual([]);
  expect(existsSync(path.join(home, 'assets', 'plotly.js'))).toBe(false);
});
