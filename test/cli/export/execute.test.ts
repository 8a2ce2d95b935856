import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { machinePaths, pythonOf } from '../../../src/cli/export/execute.js';

test('no folder of this machine is left in what is kept', () => {
  const [root, scratch] = [path.join(homedir(), 'course'), path.join(tmpdir(), 'run-1')];
  const said = [root, scratch, homedir()].map((folder) => path.join(folder, 'a.ts')).join(' ');
  const kept = machinePaths(root, scratch).reduce(
    (words, [found, instead]) => words.replaceAll(found, instead),
    said,
  );
  expect(kept).toBe('a.ts a.ts ~/a.ts');
});

test('where nothing is set up yet, a sentence says what to run', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'normlab-test-'));
  expect(() => pythonOf(root)).toThrow(
    'The Python part is not set up yet: run `npm start` once, then try again.',
  );
  rmSync(root, { recursive: true });
});
