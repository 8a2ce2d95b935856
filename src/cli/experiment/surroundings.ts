import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { experiments } from '../../experiments/index.js';
import { fingerprint } from './fingerprint.js';
import type { World } from './world.js';

const root = join(__dirname, '../../..');

/** The world as it is. */
export function surroundings(): World {
  const from = process.env.INIT_CWD ?? process.cwd();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    say: (line) => console.log(line),
    terminal: process.stderr,
    now: () => performance.now(),
    cores: availableParallelism(),
    onInterrupt: (f) => process.once('SIGINT', f),
    locate: (file) => resolve(from, file),
    experiments,
    module: join(root, 'src/experiments/registry.ts'),
    folder: join(root, 'build/experiments'),
    fingerprint: fingerprint(root),
    version,
  };
}
