/** `npm run check -- EXERCISE FILE.ts [--json]`: grades a learner's file from outside. */
import { join, resolve } from 'node:path';
import { arrayExercises } from '../grade/arrays/index.js';
import type { Candidate, Exercise } from '../grade/index.js';
import { runCheck } from './check/run.js';

const from = process.env.INIT_CWD ?? process.cwd();
const exercises = arrayExercises as unknown as Readonly<Record<string, Exercise<Candidate>>>;

void runCheck(process.argv.slice(2), {
  say: (line) => console.log(line),
  locate: (file) => resolve(from, file),
  library: { exercises, module: join(__dirname, '../grade/arrays/index.ts') },
}).then((code) => (process.exitCode = code));
