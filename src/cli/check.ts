/** `npm run check -- EXERCISE FILE.ts`, or a folder with `--csv OUT`: grades learners' files from outside; see `--help`. */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { library } from './check/library.js';
import { runCheck } from './check/run.js';

const from = process.env.INIT_CWD ?? process.cwd();

void runCheck(process.argv.slice(2), {
  say: (line) => console.log(line),
  terminal: process.stderr,
  now: () => performance.now(),
  cores: availableParallelism(),
  onInterrupt: (f) => process.once('SIGINT', f),
  locate: (file) => resolve(from, file),
  library,
}).then((code) => (process.exitCode = code));
