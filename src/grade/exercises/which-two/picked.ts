/** What an answer of the exercise says: which layers, and why. */
import { wrongLayers } from '../../hall/layers.js';

/** Why a layer may fail a gradient check: the names of the reasons, and what each says. */
export const reasons = {
  'wrong numbers': 'its numbers are not those of LayerNorm',
  'path missing': 'its way back leaves out a path by which x moves y',
  'rounded steps': 'its forward pass goes up in steps, and its way back takes them for a smooth slope',
  'not a number': 'it answers NaN for the words of the check',
  'lost digits': 'its forward pass subtracts two large, nearly equal numbers',
} as const;

/** The name of a reason. */
export type Reason = keyof typeof reasons;

/** What was picked out, in the order in which it was named; the n-th reason belongs to the n-th layer. */
export interface Picked {
  readonly layers: readonly string[];
  readonly reasons: readonly Reason[];
  /** Names that are neither. */
  readonly unknown: readonly string[];
}

/** Reads a list of names, whatever the order, the spaces and the letters' case. */
export function picked(names: readonly string[]): Picked {
  const found = names.map((name) => ({
    name,
    layer: wrongLayers.find((one) => plain(one.name) === plain(name))?.name,
    reason: (Object.keys(reasons) as Reason[]).find((one) => plain(one) === plain(name)),
  }));
  return {
    layers: found.flatMap(({ layer }) => layer ?? []),
    reasons: found.flatMap(({ reason }) => reason ?? []),
    unknown: found.filter(({ layer, reason }) => !layer && !reason).map(({ name }) => name),
  };
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[−–]/g, '-').replace(/\s/g, '');
}
