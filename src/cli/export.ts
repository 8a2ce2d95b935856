import path from 'node:path';
import { readArguments, usage } from './export/arguments.js';
import { makePage, recheck } from './export/make.js';
import type { Recheck, World } from './export/make.js';
import { ExportError } from './export/notebook.js';

const root = path.resolve(__dirname, '..', '..');
const from = process.env['INIT_CWD'] ?? process.cwd();

/** Does what the words ask for. Exit code: 0 done, 1 a number differs, 2 it could not be done. */
async function main(words: readonly string[]): Promise<number> {
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort());
  const asked = readArguments(words, from);
  if (asked.kind === 'help') {
    console.log(usage);
    return 0;
  }
  const { timeout } = asked;
  const world: World = { root, terminal: process.stderr, signal: stopped.signal, timeout };
  if (asked.kind === 'compare') return report(await recheck(asked.folder, asked.notebook, world));
  else {
    const folder = await makePage(asked.notebook, asked.out, world);
    console.log(
      `The page is ${path.relative(from, path.join(folder, 'index.html'))}: open it in a browser, no network is needed.`,
    );
  }
  return 0;
}

function report({ compared, differences, edited, notebook }: Recheck): number {
  for (const difference of differences) console.log(difference);
  if (edited) console.log(`${notebook} was edited after the export.`);
  const verdict = differences.length === 0 ? 'all the same' : `${differences.length} differ`;
  console.log(`${compared} numbers compared, ${verdict}`);
  return differences.length === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    if (!(error instanceof ExportError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  },
);
