/** `npm run graders [-- EXERCISE…]`: what the checks make of the answers they are tested on; see graders/run.ts. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listed } from './exercise/listed.js';
import { runGraders } from './graders/run.js';

const folder = join(__dirname, '..', '..', 'build');

process.exitCode = runGraders(process.argv.slice(2), {
  exercises: listed.map(({ exercise }) => exercise),
  say: (line) => console.log(line),
  save: (text) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'graders.txt'), text);
    return 'build/graders.txt';
  },
});
