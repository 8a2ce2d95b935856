import { judgedBy } from '../judging.js';
import type { Experiment, Judged } from '../judging.js';
import type { LayerNormFunction } from '../exercises/layer-norm/inputs.js';
import { rightLayers, wrongLayers } from './layers.js';
import type { HallLayer } from './layers.js';

/** What checks made of the hall: who slips through, and who is accused though it is right. */
export interface Tally {
  readonly slips: readonly string[];
  readonly accused: readonly string[];
  /** What the checks stopped with, by the names of right layers at which they did. */
  readonly stopped: Readonly<Record<string, string>>;
}

/**
 * Sends every layer of the hall through somebody's checks.
 *
 * @throws {Failure} if they give something else than true or false, or say so without asking the layer.
 */
export function tally(checks: Experiment<LayerNormFunction>): Tally {
  const judged = (layers: readonly HallLayer[]): [string, Judged][] =>
    layers.map(({ name, layer }) => [name, judgedBy(checks, { name, layer, says: '' })]);
  const [right, wrong] = [judged(rightLayers), judged(wrongLayers)];
  return {
    slips: wrong.filter(([, verdict]) => verdict === 'believed').map(([name]) => name),
    accused: right.filter(([, verdict]) => verdict !== 'believed').map(([name]) => name),
    stopped: Object.fromEntries(
      right.flatMap(([name, verdict]) => (typeof verdict === 'object' ? [[name, verdict.stopped]] : [])),
    ),
  };
}
