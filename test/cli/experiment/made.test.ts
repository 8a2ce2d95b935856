import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteMade } from '../../../src/cli/experiment/made.js';

const folder = mkdtempSync(join(tmpdir(), 'normlab-made-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const beside = join(folder, 'made.json');
const day = new Date('2026-11-28T23:59:59Z');

test('where no made.json stands beside the records, nothing is noted', () => {
  noteMade(join(folder, 'warm-up.json'), 'npm run experiment -- warm-up', day);
  expect(existsSync(beside)).toBe(false);
});

test('command and day are noted by the name of the file, and other files keep theirs', () => {
  writeFileSync(
    beside,
    JSON.stringify({ 'z.json': { command: 'old', date: '2026-01-01' }, 'warm-up.json': 1 }),
  );
  noteMade(join(folder, 'warm-up.json'), 'npm run experiment -- warm-up --seeds 100-107', day);
  const made = JSON.parse(readFileSync(beside, 'utf8')) as Record<string, unknown>;
  expect(made).toEqual({
    'warm-up.json': { command: 'npm run experiment -- warm-up --seeds 100-107', date: '2026-11-28' },
    'z.json': { command: 'old', date: '2026-01-01' },
  });
  expect(Object.keys(made)).toEqual(['warm-up.json', 'z.json']);
});
