import { join } from 'node:path';
import { fingerprint, graderCode, seedOf } from '../../../../src/cli/check/folder/fingerprint.js';

test('another part is another fingerprint, also where the same letters are cut elsewhere', () => {
  const prints = [
    ['a', 'b', 1],
    ['a', 'b', 2],
    ['ab', '', 1],
    ['a', 'b', '1'],
  ].map((parts) => fingerprint(...parts));
  expect(new Set(prints).size).toBe(4);
  expect(fingerprint('a', 'b', 1)).toBe(prints[0]);
});

test('each file has a seed of its own, the same in every run', () => {
  expect(seedOf(0, 'ada.ts')).toBe(seedOf(0, 'ada.ts'));
  expect(new Set([seedOf(0, 'ada.ts'), seedOf(1, 'ada.ts'), seedOf(0, 'bob.ts')]).size).toBe(3);
  expect(Number.isSafeInteger(seedOf(-5, 'ada.ts'))).toBe(true);
});

test('the code of the graders holds the checks, the sandbox and what is said, without comments', async () => {
  const code = await graderCode(join(__dirname, '../../../../src/grade/from-files.ts'));
  expect(code).toContain('answers the same whenever it is called');
  expect(code).toContain('centres and scales each row');
  expect(code).not.toContain('// src/');
});
