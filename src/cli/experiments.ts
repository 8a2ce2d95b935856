/** `npm run experiments`: carries out all experiments and judges their claims; see `--help`. */
import { runExperiments } from './experiment/run.js';
import { surroundings } from './experiment/surroundings.js';

void runExperiments('experiments', process.argv.slice(2), surroundings()).then(
  (code) => (process.exitCode = code),
);
