import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gradeFolder } from '../../../../src/cli/check/folder/grade-folder.js';
import { rowsOf } from '../../../../src/cli/check/folder/row.js';
import { library } from '../../../../src/cli/check/library.js';
import type { FolderRequest } from '../../../../src/cli/check/request.js';

const folder = mkdtempSync(join(tmpdir(), 'folder '));
afterAll(() => rmSync(folder, { recursive: true }));
const request: FolderRequest = {
  task: 'folder',
  exercise: 'layer-norm',
  path: '.',
  csv: 'out.csv',
  jobs: 2,
  seed: 0,
};

beforeAll(() => {
  const { solution } = library.exercises['layer-norm'];
  for (let i = 0; i < 6; i++) writeFileSync(join(folder, `a${i}.ts`), solution);
  writeFileSync(join(folder, 'b.ts'), solution.replace('eps)', '0)'));
});

/** The exit code and what was said; the user stops the run after so many files. */
async function grade(of: FolderRequest, stopAfter = Infinity): Promise<{ code: unknown; said: string[] }> {
  const said: string[] = [];
  let [stop, steps]: [() => void, number] = [() => undefined, 0];
  const code = await gradeFolder(of, {
    say: (line) => said.push(line),
    terminal: {
      isTTY: true,
      write: (words) => void (/graded/.test(words) && ++steps === stopAfter && stop()),
    },
    now: () => performance.now(),
    cores: 2,
    onInterrupt: (f) => (stop = f),
    locate: (file) => join(folder, file),
    library,
  });
  return { code, said };
}
const table = (): ReturnType<typeof rowsOf> => rowsOf(readFileSync(join(folder, 'out.csv'), 'utf8'));

test('a run that was stopped is gone on with, and gives what one run gives', async () => {
  const stopped = await grade(request, 2);
  expect([stopped.code, table()?.length]).toEqual([130, 2]);
  expect(stopped.said).toEqual([expect.stringMatching(/stopped with 2 of 7 files of \. in out\.csv/)]);
  const whole = await grade(request);
  expect([whole.code, whole.said[0]]).toEqual([0, '7 files: 6 right, 1 wrong, 0 that cannot be graded.']);
  expect(whole.said[1]).toMatch(/^2 of them are as they were/);
  const inPieces = table();
  rmSync(join(folder, 'out.csv'));
  await grade(request);
  expect(table()).toEqual(inPieces);
});

test('another seed grades everything again', async () => {
  const { said } = await grade({ ...request, seed: 1 });
  expect(said.join()).not.toMatch(/as they were/);
});
