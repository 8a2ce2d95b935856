import type { Experiment } from '../../judging.js';
import { callsOf, trusts } from '../noticing.js';
import { right } from './layers.js';
import type { Layer } from './layers.js';

/** Families without scatter: what an experiment makes of these, it asks for. */
const risesByTwoFifths: Layer = (depth) => depth ** 0.12;
const risesUpTo8: Layer = (depth) => Math.min(depth, 8);

/** What is wrong with the depths and seeds that an experiment asks for, or with the growth that it is content with. */
export function notice(experiment: Experiment<Layer>): string | undefined {
  const calls = callsOf<Layer>(experiment, (depth) => depth);
  const depths = [...new Set(calls.map(([depth]) => depth))];
  if (depths.length < 2) return undefined;
  const seedsAt = (depth: number): string =>
    [...new Set(calls.flatMap(([at, seed]) => (at === depth ? seed : [])))].sort((a, b) => a - b).join();
  if (new Set(calls.map(([, seed]) => seed)).size === 1) return 'one seed';
  if (new Set(depths.map(seedsAt)).size > 1) return 'other seeds at each depth';
  if (!right.every(({ layer }) => trusts(experiment, layer))) return undefined;
  if (trusts(experiment, risesByTwoFifths)) return 'any growth at all';
  if (depths.length > 2 || !trusts(experiment, risesUpTo8)) return undefined;
  return Math.max(...depths) < 8 * Math.min(...depths) ? 'two depths in the middle' : 'two depths far apart';
}
