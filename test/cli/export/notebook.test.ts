import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readNotebook, sourceHash, tagged, text, titleOf } from '../../../src/cli/export/notebook.js';
import { code, markdown, notebookOf, printed } from './executed.js';

let home: string;
beforeEach(() => void (home = mkdtempSync(path.join(tmpdir(), 'normlab-test-'))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

test('paths of a machine are replaced while reading, and cells without an id get one', () => {
  const file = path.join(home, 'a.ipynb');
  writeFileSync(
    file,
    JSON.stringify({ cells: [{ cell_type: 'code', source: ['at /ada/x', '.ts'] }], metadata: {} }),
  );
  const [cell] = readNotebook(file, [['/ada/', '']]).cells;
  expect([cell?.id, text(cell?.source)]).toEqual(['cell-1', 'at x.ts']);
});

test('a file that is missing or no notebook is said in a sentence', () => {
  const file = path.join(home, 'a.ipynb');
  expect(() => readNotebook(file)).toThrow(/^There is no notebook .*a\.ipynb: name one/);
  writeFileSync(file, '{"not": 1}');
  expect(() => readNotebook(file)).toThrow(/is not a notebook that can be read/);
});

test('the hash is of what the author wrote, not of what came out', () => {
  const fresh = sourceHash(notebookOf(code('a', '1 + 1')));
  expect(sourceHash(notebookOf(code('a', '1 + 1', [printed('2')])))).toBe(fresh);
  expect(sourceHash(notebookOf(code('a', '1 + 2')))).not.toBe(fresh);
});

test('the title is the first heading without its marks', () => {
  expect(titleOf(notebookOf(code('a', '# no'), markdown('words\n# The *first*\n# second')), 'x')).toBe(
    'The first',
  );
  expect(titleOf(notebookOf(), 'x')).toBe('x');
  expect(tagged(code('a', '', [], ['hide-export']), 'hide-export')).toBe(true);
});
