import { say } from './say.mjs';
import { platformOf } from './platform.mjs';
import { installPython, venvMatches } from './venv.mjs';

/** Inside the other environment, so that it goes when that one goes. */
const folder = ['.venv', 'optional'];

/** The Python of the long tests: its packages are those of optional.txt, none of which anything else needs. */
export const optionalPython = ({ root, platform, env = {}, node = '' }) =>
  platformOf({ platform, env, node, root, folder }).python;

/** Makes that environment where it is missing or was made of other requirements. */
export async function setUpOptional({ root, env, node }) {
  const platform = platformOf({ platform: process.platform, env, node, root, folder });
  const place = { root, env, node, platform, requirements: 'optional.txt' };
  if (venvMatches(place)) return;
  say('Setting up the Python packages that only long tests use: usually half a minute');
  await installPython(place);
}
