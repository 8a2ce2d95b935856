import type { RightVersion, WrongVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import type { Layer } from './layers.js';

/** Names of the checks. */
export const [believing, refusing, disguises] = [
  'says true of families whose gradient grows',
  'says false of Post-LN',
  'says false of other families whose gradient does not grow',
];

const seedsFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => first + i);
const average = (layer: Layer, depth: number, seeds: readonly number[]): number =>
  seeds.reduce((total, seed) => total + layer(depth, seed), 0) / seeds.length;
const growth = (layer: Layer, [from, to]: readonly [number, number], seeds: readonly number[]): number =>
  average(layer, to, seeds) / average(layer, from, seeds);
const eight = seedsFrom(1, 8);

/** Every step of these depths, one after another. */
const risesThrough = (
  layer: Layer,
  depths: readonly number[],
  seeds: readonly number[],
  least: number,
): boolean => depths.slice(1).every((depth, i) => growth(layer, [depths[i], depth], seeds) > least);

/** Plausible experiments that do not do. */
export const wrong: readonly WrongVersion<Experiment<Layer>>[] = [
  {
    name: 'the other way round',
    says: 'You say true where the gradient falls. The claim is that it grows.',
    caughtBy: believing,
    candidate: (layer) => growth(layer, [2, 32], eight) < 0.5,
  },
  {
    name: 'the verdict the wrong way round',
    says: 'You say true of families for which the claim is false, and false of the others.',
    caughtBy: believing,
    candidate: (layer) => !(risesThrough(layer, [2, 8, 32], eight, 1.3) && growth(layer, [2, 32], eight) > 2),
  },
  {
    name: 'every seed by itself',
    says: 'You ask that the gradient grows for every seed and every step. Seeds scatter: take their mean, and steps that are wide.',
    caughtBy: believing,
    candidate: (layer) => eight.every((seed) => risesThrough(layer, [2, 3, 4, 5, 6, 7, 8], [seed], 1)),
  },
  {
    name: 'never true',
    says: 'Your experiment says false whatever the family does. Which gradient would it believe?',
    caughtBy: believing,
    candidate: (layer) => layer(2, 1) < 0,
  },
  {
    name: 'any growth at all',
    says: 'How much growth do you ask for? Of two depths that are alike one is always larger, and chance alone can make a mean over eight seeds a sixth larger. Where the claim holds, it grows fourfold or more from depth 2 to 32.',
    caughtBy: refusing,
    candidate: (layer) => growth(layer, [2, 8], eight) > 1,
  },
  {
    name: 'is there a gradient',
    says: 'You ask whether there is a gradient. The claim is about how it changes with depth.',
    caughtBy: refusing,
    candidate: (layer) => layer(8, 1) > 0,
  },
  {
    name: 'one seed',
    says: 'You take one seed. What grows for one seed may be chance, or that seed: take several.',
    caughtBy: disguises,
    candidate: (layer) => risesThrough(layer, [2, 8, 32], [0], 1.1) && growth(layer, [2, 32], [0]) > 2,
  },
  {
    name: 'two depths in the middle',
    says: 'You compare two depths alone, and they lie near each other. What rises there may fall again: go from 2 to 32, by way of others.',
    caughtBy: disguises,
    candidate: (layer) => growth(layer, [4, 12], eight) > 1.5,
  },
  {
    name: 'two depths far apart',
    says: 'You compare two depths alone. A family that grows up to depth 8 and no more looks there like one that grows all the way: take a depth in between, and ask for growth on either side of it.',
    caughtBy: disguises,
    candidate: (layer) => growth(layer, [2, 32], seedsFrom(0, 16)) > 2,
  },
  {
    name: 'other seeds at each depth',
    says: 'You take other seeds at each depth, so that a difference of seeds looks like one of depth. Compare the same seeds.',
    caughtBy: disguises,
    candidate: (layer) => average(layer, 32, [5, 6, 12, 13]) / average(layer, 2, [7, 8, 14, 15]) > 1.8,
  },
];

/** Experiments that do, each in its own way. */
export const rightExperiments: readonly RightVersion<Experiment<Layer>>[] = [
  {
    name: 'from 2 to 32 by way of 8',
    candidate: (layer) => risesThrough(layer, [2, 8, 32], eight, 1.3) && growth(layer, [2, 32], eight) > 2,
  },
  ...[0, 1, 100].map((first) => ({
    name: `eight seeds from ${first}`,
    candidate: (layer: Layer) => risesThrough(layer, [2, 8, 32], seedsFrom(first, 8), 1.3),
  })),
  {
    name: 'three depths, twelve seeds',
    candidate: (layer) => risesThrough(layer, [2, 10, 40], seedsFrom(20, 12), 1.4),
  },
  {
    name: 'a power of the depth',
    candidate: (layer: Layer): boolean => {
      const slope = (from: number, to: number): number =>
        Math.log(growth(layer, [from, to], seedsFrom(3, 16))) / Math.log(to / from);
      return slope(2, 32) > 0.3 && slope(8, 32) > 0.2;
    },
  },
  {
    name: 'a count of pairs',
    candidate: (layer: Layer): boolean => {
      const up = seedsFrom(1, 20).filter((seed) => layer(32, seed) > 1.5 * layer(2, seed)).length;
      const further = seedsFrom(1, 20).filter((seed) => layer(32, seed) > 1.1 * layer(10, seed)).length;
      return up >= 15 && further >= 12;
    },
  },
];
