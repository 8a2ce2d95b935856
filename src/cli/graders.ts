/** `npm run graders [-- EXERCISE…]`: what the checks make of the answers they are tested on; see graders/run.ts. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formulaExercises } from '../grade/formulas/index.js';
import { fileExercises } from '../grade/from-files.js';
import { exercises, museum } from '../grade/index.js';
import type { Exercise } from '../grade/index.js';
import { runGraders } from './graders/run.js';

const folder = join(__dirname, '..', '..', 'build');

process.exitCode = runGraders(process.argv.slice(2), {
  // Some of the museum's are answered by a file as well, and stand in both.
  exercises: [
    ...new Set(
      [exercises, formulaExercises, museum, fileExercises].flatMap((some) => Object.values<Exercise>(some)),
    ),
  ],
  say: (line) => console.log(line),
  save: (text) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'graders.txt'), text);
    return 'build/graders.txt';
  },
});
