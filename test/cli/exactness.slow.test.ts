import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measured } from '../../src/cli/exactness/formulas.js';
import { main } from '../../src/cli/exactness.js';

const readme = join(__dirname, '../../README.md');

/** What the command says, and its exit code. */
function said(args: readonly string[], file = readme): readonly [number, string] {
  const lines: string[] = [];
  return [main(args, (line) => lines.push(line), file), lines.join('\n')];
}

test('the table in the README is what the command prints', () => {
  expect(said(['--check'])).toEqual([0, 'The table of exactness in the README is current.']);
});

test('no error of ours is more than a few roundings, on any rows', () => {
  const [, text] = said([]);
  const lines = text.split('\n').filter((line) => line.startsWith('| `'));
  expect(lines).toHaveLength(Object.keys(measured).length);
  for (const line of lines) {
    const [double, single] = [line.split('|').slice(2, 5), line.split('|').slice(5, 8)].map((cells) =>
      Math.max(...cells.join().split(',').map(Number)),
    );
    expect(double).toBeLessThan(1e-15);
    expect(single).toBeLessThan(1e-7);
  }
});

test('an old table is told', () => {
  const folder = mkdtempSync(join(tmpdir(), 'exactness '));
  const file = join(folder, 'README.md');
  writeFileSync(file, readFileSync(readme, 'utf8').replace(/9e-17/, '8e-17'));
  expect(said(['--check'], file)).toEqual([
    1,
    'The table of exactness in the README is not current: put there the first one that npm run exactness prints.',
  ]);
  rmSync(folder, { recursive: true });
});
