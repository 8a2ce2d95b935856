import { rightLayers, wrongLayers } from './layers.js';
import type { HallLayer } from './layers.js';
import { styles } from './styles.js';
import type { Style } from './styles.js';

/**
 * The hall of wrong layers: eighteen of them, four right ones, and five well-known styles of checking.
 *
 * @example
 * hall.wrong.filter(({ layer }) => hall.styles[2].check(layer)); // the wrong layers that pass a gradient check
 */
export const hall: {
  readonly wrong: readonly HallLayer[];
  readonly right: readonly HallLayer[];
  readonly styles: readonly Style[];
} = { wrong: wrongLayers, right: rightLayers, styles };
