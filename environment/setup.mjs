import fs from 'node:fs';
import path from 'node:path';
import { isWritable } from './files.mjs';
import { kernelMatches, registerKernel } from './kernelspec.mjs';
import { installPackages, packagesMatch } from './packages.mjs';
import { Stop, say } from './say.mjs';
import { installPython, venvMatches } from './venv.mjs';

/** The parts of the set-up, in order. Each looks for itself whether it is done, so that one broken off goes on where it stopped. */
const parts = [
  { name: 'npm packages', usual: 'about a minute', isDone: packagesMatch, make: installPackages },
  { name: 'Python packages', usual: 'one to three minutes', isDone: venvMatches, make: installPython },
  { name: 'TypeScript kernel', usual: 'an instant', isDone: kernelMatches, make: registerKernel },
];

/**
 * Brings the folder to the point where notebooks run. Says what it does, what is left and how long that usually takes.
 * @param place the folder `root`, the path of `node`, `env`, and `platform` as platformOf describes it
 * @returns how many parts had to be made: 0 where everything was there
 * @throws Stop with one sentence of remedy where that cannot be done
 */
export async function setUp(place) {
  const left = parts.filter(({ isDone }) => !isDone(place));
  if (left.length === 0) return 0;
  if (!isWritable(place.root))
    throw new Stop(
      `The folder ${place.root} cannot be written to: copy it to one of your own, such as your home folder, and run this command there.`,
    );
  say(
    hasBegun(place) ? 'Completing the set-up; what is finished is kept.' : 'Setting up; this happens once.',
  );
  for (const [i, { name, usual, make }] of left.entries()) {
    say(`  ${i + 1} of ${left.length}  ${name}: usually ${usual}`);
    await make(place);
  }
  return left.length;
}

/** The names of the parts not yet done. */
export const missing = (place) => parts.filter(({ isDone }) => !isDone(place)).map(({ name }) => name);

const hasBegun = ({ root, platform }) =>
  fs.existsSync(path.join(root, 'node_modules')) || fs.existsSync(platform.venv);
