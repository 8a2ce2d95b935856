import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { execute, root } from './execute.js';

/** Runs a notebook on stock tslab 1.0.22 through the built package and expects what our kernel says, word for word. */
export async function expectTheSameOnStock(name: string): Promise<void> {
  const build = spawnSync(process.execPath, [path.join(root, 'environment', 'build.mjs')], { encoding: 'utf8' });
  expect(build.status === 0 ? '' : build.stdout + build.stderr).toBe('');
  const stock = await execute(name, 'stock');
  process.stderr.write(`${name} on stock tslab: ${stock.seconds.toFixed(1)} s\n`);
  expect(stock.failures).toEqual([]);
  expect(stock.words.some((words) => /\d/.test(words))).toBe(true);
  const ours = await execute(name, 'ours');
  expect(stock.words).toEqual(ours.words);
}
