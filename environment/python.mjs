import { spawnSync } from 'node:child_process';
import { Stop } from './say.mjs';

const question = `
import sys
print('%d.%d' % sys.version_info[:2])
try:
    import venv, ensurepip
    print('venv')
except ImportError:
    print('bare')
`;

/** Asks one Python for its version and whether it can make a virtual environment; null where it does not run. */
export function ask([command, ...args]) {
  const { status, stdout } = spawnSync(command, [...args, '-c', question], { encoding: 'utf8' });
  if (status !== 0) return null;
  const [version, venv] = stdout.trim().split(/\s+/);
  return { command: [command, ...args], version, venv: venv === 'venv' };
}

const recentEnough = ({ version }) => {
  const [major, minor] = version.split('.').map(Number);
  return major > 3 || (major === 3 && minor >= 11);
};

/** The first Python that is recent enough and can make a virtual environment; a Stop that says what to do where there is none. */
export function findPython({ pythons, advice }, answerOf = ask) {
  const old = [];
  const bare = [];
  for (const candidate of pythons) {
    const answer = answerOf(candidate);
    if (!answer) continue;
    if (!recentEnough(answer)) old.push(answer.version);
    else if (!answer.venv) bare.push(answer.version);
    else return answer;
  }
  if (bare.length > 0)
    throw new Stop(
      `Python ${bare[0]} is here but cannot make virtual environments: ${advice.venv}, then run this command again.`,
    );
  if (old.length > 0)
    throw new Stop(
      `Python ${old[0]} is too old, 3.11 or newer is needed: ${advice.python}, then run this command again.`,
    );
  throw new Stop(`No Python was found: ${advice.python}, then run this command again.`);
}
