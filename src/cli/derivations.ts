/** `npm run derivations [-- NAME…] [--json FILE | --mutate | --rewrite | --lines FILE]`: every line checked against the line before. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runDerivations } from './derivations/run.js';

const from = process.env.INIT_CWD ?? process.cwd();

process.exitCode = runDerivations(process.argv.slice(2), {
  say: (line) => console.log(line),
  heard: process.stdout.isTTY,
  terminal: process.stderr,
  now: () => performance.now(),
  read: (file) => readFileSync(resolve(from, file), 'utf8'),
  write: (file, text) => writeFileSync(resolve(from, file), text),
});
