import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rowsBefore, Table } from '../../../../src/cli/check/folder/table.js';
import { row } from './rows.js';

const folder = mkdtempSync(join(tmpdir(), 'table '));
afterAll(() => rmSync(folder, { recursive: true }));
const place = (name: string): { path: string; name: string } => ({ path: join(folder, name), name });
const files = ['a.ts', 'b.ts', 'c.ts'].map((file) => ({ file, fingerprint: `of ${file}` }));

test('rows stand in the order of the files, and are kept while their fingerprint is', () => {
  const before = [
    row({ file: 'b.ts', fingerprint: 'of b.ts' }),
    row({ file: 'a.ts', fingerprint: 'of another a.ts' }),
    row({ file: 'gone.ts', fingerprint: 'of gone.ts' }),
  ];
  const table = new Table(files, before, place('kept.csv'));
  expect(files.map(({ file }) => table.has(file))).toEqual([false, true, false]);
  table.add('a.ts', row());
  expect(table.rows.map(({ file }) => file)).toEqual(['a.ts', 'b.ts']);
});

test('what is saved is there for the next run, and nothing else is left', () => {
  const table = new Table(files, [], place('out.csv'));
  expect(rowsBefore(place('out.csv'), 'layer-norm')).toEqual([]);
  table.add('a.ts', row());
  expect(table.save()).toBeUndefined();
  expect(rowsBefore(place('out.csv'), 'layer-norm')).toEqual([row()]);
  expect(readdirSync(folder)).toEqual(['out.csv']);
});

test.each([
  ['none/out.csv', /none\/out\.csv cannot be written \(ENOENT\)/],
  ['inner', /inner cannot be written/],
])('a table that cannot be written at %s says so, and leaves nothing behind', (name, sentence) => {
  mkdirSync(join(folder, 'inner', 'full'), { recursive: true });
  expect(new Table(files, [], place(name)).save()).toMatch(sentence);
  expect(readdirSync(folder).filter((file) => file.endsWith('draft'))).toEqual([]);
});

test('what is there and no table of ours is not written over', () => {
  writeFileSync(join(folder, 'grades.csv'), 'name,grade\r\nAda,1\r\n');
  expect(rowsBefore(place('grades.csv'), 'layer-norm')).toMatch(/grades\.csv is another kind of file/);
  expect(rowsBefore(place('inner'), 'layer-norm')).toMatch(/inner cannot be read \(EISDIR\)/);
});

test('a table of another exercise is not written over', () => {
  const table = new Table(files, [], place('big.csv'));
  table.add('a.ts', row());
  table.save();
  expect(rowsBefore(place('big.csv'), 'rms-norm')).toBe(
    'check: big.csv holds layer-norm; give --csv another name for rms-norm.',
  );
});
