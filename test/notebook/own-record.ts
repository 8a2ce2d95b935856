import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Gives the tests of a file a folder of their own for the learner's record, emptied before each test. */
export function ownRecord(): { readonly folder: string; readonly file: string } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'normlab-learner-'));
  const file = path.join(folder, 'deep', 'learner.json');
  const before = process.env.NORMLAB_LEARNER;
  beforeEach(() => {
    fs.rmSync(folder, { recursive: true, force: true });
    process.env.NORMLAB_LEARNER = file;
  });
  afterAll(() => {
    if (before === undefined) delete process.env.NORMLAB_LEARNER;
    else process.env.NORMLAB_LEARNER = before;
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return { folder, file };
}
