import path from 'node:path';
import { checkNotebooks } from './check.mjs';
import { doctor } from './doctor.mjs';
import { openLab } from './lab.mjs';
import { platformOf } from './platform.mjs';
import { Stop, say } from './say.mjs';
import { setUp } from './setup.mjs';

/** The project's folder and the machine it stands on. */
export function placeHere() {
  const root = path.resolve(import.meta.dirname, '..');
  const { env, platform, execPath: node } = process;
  return { root, env, node, platform: platformOf({ platform, env, node, root }) };
}

/** Sets up, then opens Lab; `--check` runs the first notebooks instead, `--doctor` only looks. Other arguments reach Lab. */
export async function main(args) {
  const place = placeHere();
  await orStop(async () => {
    if (args.includes('--doctor')) return doctor(place);
    const made = await setUp(place);
    if (made > 0) say('Ready.');
    return args.includes('--check') ? checkNotebooks(place) : openLab(place, args);
  });
}

/** Runs `work`, whose result is the exit code; a Stop becomes its one sentence. */
export async function orStop(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(error.message);
    if (error.detail) console.error(error.detail);
    process.exitCode = 1;
  }
}
