import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gradeFile } from '../../../src/cli/check/grade-file.js';
import { exitCode } from '../../../src/cli/check/verdict.js';
import { library } from '../../../src/cli/check/library.js';
import { hostile } from './hostile.js';

/** What is hostile here does its work when it runs. */
const untyped = (): Promise<string[]> => Promise.resolve([]);
const folder = mkdtempSync(join(tmpdir(), 'hostile '));
afterAll(() => rmSync(folder, { recursive: true }));

test('there are at least thirty', () => {
  expect(hostile.length).toBeGreaterThanOrEqual(30);
});

describe('no undeserved pass', () => {
  test.each(hostile.map((one) => [one.tries, one] as const))(
    '%s',
    async (_tries, { code, says }) => {
      const path = join(folder, 'answer.ts');
      writeFileSync(path, code);
      const verdict = await gradeFile({ exercise: 'layer-norm', path, file: 'answer.ts' }, library, untyped);
      expect(exitCode(verdict)).toBe(1);
      expect(verdict.points).toBeLessThan(100);
      expect(verdict.reason || verdict.findings.at(-1)?.message).toMatch(says);
      expect(verdict.seconds).toBeLessThan(15);
    },
    30_000,
  );
});
