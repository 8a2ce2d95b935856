import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shuffled } from '../../src/cli/derivations/mutants.js';
import { randomFrom } from '../../src/derive/random.js';
import { milliseconds, note, seed } from '../long-run.js';
import { isEquivalent } from './equivalent.js';
import { score, shownScores } from './score.js';
import { mutated } from './stryker.js';
import type { Mutant } from './stryker.js';

const root = join(__dirname, '../..');
const { sourcesOf } = jest.requireActual<{ sourcesOf(root: string): string[] }>('./tests-of.cjs');
const limit = milliseconds('mutation');
const whole = limit === Infinity;

/** In a short run not more than this of a file, from a line that the seed chooses. */
const most = 40;

/** Nine of ten; of a sample, less three of its standard errors, which good tests miss once in a thousand runs. */
const floor = (count: number): number => (whole ? 0.9 : 0.9 - 3 * Math.sqrt((0.9 * 0.1) / count));

function someLines(file: string, random: { below(n: number): number }): [number, number] | undefined {
  if (whole) return undefined;
  const count = readFileSync(join(root, file), 'utf8').split('\n').length;
  const from = 1 + random.below(Math.max(1, count - most));
  return [from, from + most];
}

test('tests notice nine changes of ten to tensors, differentiation, normalizations and layers', async () => {
  const end = Date.now() + limit;
  const random = randomFrom(seed);
  const queue = shuffled(sourcesOf(root), random);
  const found: Mutant[] = [];
  let tried = 0;
  for (const file of queue) {
    const mutants = await mutated(file, someLines(file, random), end - Date.now());
    if (!mutants) break;
    found.push(...mutants);
    tried++;
  }
  for (const line of shownScores(found)) note(`mutation, seed ${seed}: ${line}`);
  if (tried < queue.length)
    note(`mutation: ${queue.length - tried} of ${queue.length} files left out for want of time.`);
  const alive = found.filter((mutant) => mutant.alive && !isEquivalent(mutant));
  for (const { file, line, replacement } of alive)
    note(`mutation: nothing notices "${replacement}" in ${file}: ${line}`);
  if (whole) expect(tried).toBe(queue.length);
  // If emptied functions lived, the tests would not see the mutants at all, and every number here would mean nothing.
  const emptied = found.filter(({ kind }) => kind === 'BlockStatement');
  if (emptied.length > 10) expect(score(emptied)).toBeGreaterThan(floor(emptied.length));
  if (found.length > 100) expect(score(found)).toBeGreaterThan(floor(found.length));
}, 86_400_000);
