import { isEquivalent } from './equivalent.js';
import type { Mutant } from './stryker.js';

/** The share of the mutants that a test noticed, of those that can be noticed. */
export function score(mutants: readonly Mutant[]): number {
  const counted = mutants.filter((mutant) => !mutant.alive || !isEquivalent(mutant));
  return counted.filter(({ alive }) => !alive).length / counted.length;
}

/** A sentence for each room: how many mutants there were, how many were noticed, and how many cannot be. */
export function shownScores(mutants: readonly Mutant[]): string[] {
  const rooms = [...new Set(mutants.map(({ file }) => file.split('/')[1]))].sort();
  return rooms.map((room) => {
    const here = mutants.filter(({ file }) => file.startsWith(`src/${room}/`));
    const equivalent = here.filter((mutant) => mutant.alive && isEquivalent(mutant)).length;
    const noticed = here.filter(({ alive }) => !alive).length;
    const files = new Set(here.map(({ file }) => file)).size;
    return `src/${room}: tests notice ${noticed} of ${here.length - equivalent} changes (${(100 * score(here)).toFixed(1)} %) in ${files} of its files; ${equivalent} more change nothing.`;
  });
}
