import { backwardByHand } from './backward-by-hand.js';
import type { Climb } from './level.js';

/**
 * Climbs, by name: the levels of a notebook that is won step by step.
 *
 * @example
 * levels(climbs.backwardByHand);
 */
export const climbs: { readonly backwardByHand: Climb } = { backwardByHand };
