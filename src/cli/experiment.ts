/** `npm run experiment -- NAME`: carries out one experiment and judges its claims; see `--help`. */
import { runExperiments } from './experiment/run.js';
import { surroundings } from './experiment/surroundings.js';

void runExperiments('experiment', process.argv.slice(2), surroundings()).then(
  (code) => (process.exitCode = code),
);
