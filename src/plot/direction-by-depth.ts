/** How near two inputs come to each other in direction, layer by layer. */
import type { Figure } from './figure.js';
import { lines } from './lines.js';

/** The angle between two inputs in one network. */
export interface DirectionByDepthRecord {
  /** Which network: the name of its curve. */
  readonly norm: string;
  /** The cosine of the angle at the input and after each layer: depth + 1 numbers from −1 to 1. */
  readonly cosines: readonly number[];
}

/**
 * Curves of the cosine between two inputs over depth, one for each network.
 *
 * @throws RangeError for more than six networks.
 * @example
 * directionByDepth([{ norm: 'plain', cosines: [0, 0.4, 0.9] }]);
 */
export function directionByDepth(records: readonly DirectionByDepthRecord[]): Figure {
  const together = records.every(({ cosines }) => cosines[0] < 0.5 && cosines[cosines.length - 1] > 0.9);
  const ends = records.map(({ norm, cosines }) => `${cosines[cosines.length - 1].toFixed(3)} (${norm})`);
  return lines({
    title: together
      ? 'Two unrelated inputs end up pointing the same way'
      : 'The angle between two inputs, layer by layer',
    alt: `The cosine of the angle between two inputs, layer by layer, ends at ${ends.join(', ')}; 1 is parallel.`,
    x: { label: 'Layer', unit: 'counted from the input' },
    y: { label: 'Cosine of the angle', unit: '1 = parallel', range: [-0.2, 1.05] },
    series: records.map(({ norm, cosines }) => ({
      name: norm,
      x: cosines.map((_, layer) => layer),
      y: cosines,
    })),
  });
}
