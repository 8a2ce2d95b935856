/** `npm run check -- EXERCISE FILE.ts [--json]`: grades a learner's file from outside. */
import { resolve } from 'node:path';
import { library } from './check/library.js';
import { runCheck } from './check/run.js';

const from = process.env.INIT_CWD ?? process.cwd();

void runCheck(process.argv.slice(2), {
  say: (line) => console.log(line),
  locate: (file) => resolve(from, file),
  library,
}).then((code) => (process.exitCode = code));
