/**
 * `npm run exactness`: the largest errors of the normalizations against arithmetic of 64 digits, as Markdown.
 * `npm run exactness -- --check`: says whether the table of the README is current.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measured } from './exactness/formulas.js';
import { errorsOf, kinds } from './exactness/measure.js';
import type { NormName, Rows } from './exactness/measure.js';
import { tables } from './exactness/table.js';
import type { Line } from './exactness/table.js';

const root = join(__dirname, '..', '..');

/** Measures all; returns the exit code. */
export function main(
  args: readonly string[],
  say: (text: string) => void,
  readme: string = join(root, 'README.md'),
): number {
  const data = JSON.parse(readFileSync(join(root, 'test', 'golden', 'exactness.json'), 'utf8')) as Rows;
  const lines = (Object.keys(measured) as NormName[]).map((name): Line => {
    const errors = Object.fromEntries(kinds.map((kind) => [kind, errorsOf(name, data, kind)]));
    return { name, errors: errors as Line['errors'] };
  });
  const { beside, others } = tables(lines, data.torch.replace(/\+.*/, ''));
  if (!args.includes('--check')) {
    say(`${beside}\n\n${others}`);
    return 0;
  }
  const current = readFileSync(readme, 'utf8').includes(beside);
  say(
    current
      ? 'The table of exactness in the README is current.'
      : 'The table of exactness in the README is not current: put there the first one that npm run exactness prints.',
  );
  return current ? 0 : 1;
}

if (require.main === module) process.exitCode = main(process.argv.slice(2), console.log);
