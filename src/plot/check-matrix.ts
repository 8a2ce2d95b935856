/** Which checks catch what: a matrix of wrong layers by checks. */
import { cells } from './cells.js';
import type { GridCell } from './cells.js';
import type { Figure } from './figure.js';
import { okabeIto } from './palette.js';

/** What one check made of each layer. */
export interface CheckRecord {
  readonly name: string;
  /** By the name of the layer: whether the check found it to be wrong. */
  readonly caught: Readonly<Record<string, boolean>>;
}

/** A sign stands beside each colour. */
const [caughtColour, slipsColour] = [okabeIto[0], okabeIto[1]];

/**
 * Checks across, layers down, both from what is caught least to what is caught most.
 *
 * @throws RangeError for no check or no layer, or checks that were not asked about the same layers.
 * @example
 * checkMatrix([{ name: 'shapes', caught: { 'n − 1': false } }, { name: 'numbers', caught: { 'n − 1': true } }]);
 */
export function checkMatrix(records: readonly CheckRecord[]): Figure {
  const layers = Object.keys(records[0]?.caught ?? {});
  if (layers.length === 0) throw new RangeError('checkMatrix: needs at least one check of one layer.');
  for (const { name, caught } of records)
    if (layers.some((layer) => !(layer in caught)))
      throw new RangeError(
        `checkMatrix: "${name}" was not asked about the same layers as "${records[0].name}".`,
      );
  const checks = sortedBy(records, ({ caught }) => layers.filter((layer) => caught[layer]).length);
  const rows = sortedBy(layers, (layer) => checks.filter(({ caught }) => caught[layer]).length);
  const counts = checks.map(({ name, caught }) => `${name} ${rows.filter((layer) => caught[layer]).length}`);
  const unseen = rows.filter((layer) => checks.every(({ caught }) => !caught[layer])).length;
  const title =
    unseen === 0
      ? 'Every wrong layer is caught by some check'
      : `${unseen} of ${rows.length} wrong layers slip by every check`;
  return cells({
    title,
    subtitle: 'blue, ✓: caught; orange, ✗: slips through',
    alt: `${rows.length} wrong layers by ${checks.length} checks. ${title}. Caught by each check: ${counts.join(', ')}.`,
    x: {
      label: 'Check',
      unit: 'and how many it catches',
      ticks: named(counts.map((count) => count.replace(/ (\d+)$/, '<br>$1'))),
    },
    y: { label: 'Wrong layer', unit: 'by name', ticks: named(rows) },
    grids: [{ name: '', cells: rows.map((layer) => checks.map((check) => cellOf(layer, check))) }],
    records: {
      columns: ['layer', 'check', 'verdict'],
      rows: rows.flatMap((layer) => checks.map(({ name, caught }) => [layer, name, verdict(caught[layer])])),
    },
    rowHeight: Math.max(22, 160 / rows.length), // The name of the axis needs its height too.
  });
}

function cellOf(layer: string, { name, caught }: CheckRecord): GridCell {
  return {
    text: caught[layer] ? '✓' : '✗',
    colour: caught[layer] ? caughtColour : slipsColour,
    hover: `<b>${layer}</b><br>${name}: ${verdict(caught[layer])}`,
  };
}

function verdict(caught: boolean): string {
  return caught ? 'caught' : 'slips through';
}

function named(labels: readonly string[]): { values: number[]; labels: readonly string[] } {
  return { values: labels.map((_, i) => i), labels };
}

/** From the least to the most; equals stay in order. */
function sortedBy<T>(items: readonly T[], size: (item: T) => number): T[] {
  return [...items].sort((a, b) => size(a) - size(b));
}
