import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fingerprint } from '../../../src/cli/experiment/fingerprint.js';

const root = mkdtempSync(join(tmpdir(), 'fingerprint-'));
afterAll(() => rmSync(root, { recursive: true }));

function write(name: string, text: string): string {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
  return fingerprint(root);
}

test('it changes with the code that experiments are made of, and with no other', () => {
  writeFileSync(join(root, 'package-lock.json'), '{}');
  const before = write('src/norm/layer-norm.ts', '1');
  expect(before).toMatch(/^[0-9a-f]{12}$/);
  expect(write('src/plot/lines.ts', '1')).toBe(before);
  expect(write('src/cli/experiment/run.ts', '1')).toBe(before);
  expect(write('src/tensor/notes.md', '1')).toBe(before);
  expect(write('test/norm/layer-norm.ts', '1')).toBe(before);

  const seen = [before];
  seen.push(write('src/norm/layer-norm.ts', '2'));
  seen.push(write('src/norm/more/layer-norm.ts', '2'));
  seen.push(write('src/experiments/a.ts', ''));
  seen.push(write('package-lock.json', '{ }'));
  expect(new Set(seen).size).toBe(5);
  write('package-lock.json', '{}');
  rmSync(join(root, 'src/experiments/a.ts'));
  rmSync(join(root, 'src/norm/more/layer-norm.ts'));
  expect(write('src/norm/layer-norm.ts', '1')).toBe(before);
});
