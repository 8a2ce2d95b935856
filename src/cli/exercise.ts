/** `npm run exercise -- hand-out NAME… --out DIR`, `npm run exercise -- new NAME`: for those who teach; see exercise/run.ts. */
import { join, resolve } from 'node:path';
import { committedNotebooks } from './exercise/committed.js';
import { listed } from './exercise/listed.js';
import { runExercise } from './exercise/run.js';

const root = join(__dirname, '..', '..');
const from = process.env.INIT_CWD ?? process.cwd();

process.exitCode = runExercise(process.argv.slice(2), {
  root,
  listed,
  notebooks: () => committedNotebooks(root),
  say: (line) => console.log(line),
  locate: (file) => resolve(from, file),
});
