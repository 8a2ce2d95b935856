/** Which numbers of a block share one statistic: a mean and a deviation, or whatever a layer takes of them. */
import type { Axis } from './axis.js';
import { cells } from './cells.js';
import type { Grid, GridCell } from './cells.js';
import type { Figure } from './figure.js';
import { okabeIto } from './palette.js';
import { withSlider } from './with-slider.js';

/** Which normalization: the last is a layer met in published lessons, whose statistics run over the batch as well. */
export type SharedStatisticKind = 'LayerNorm' | 'BatchNorm' | 'batch and features';

/** A layer of one's own. */
export interface SharedStatisticLayer {
  /** What the slider calls it. */
  readonly name: string;
  /** The axes along which the numbers of a group differ, from 0. */
  readonly axes: readonly number[];
  /** Into how many neighbouring parts one of these axes is cut, as the channels of GroupNorm: `{ 1: 2 }`. */
  readonly parts?: Readonly<Record<number, number>>;
  /** Who shares, in words. */
  readonly words: string;
}

/** One to four sizes, and the layers that the slider goes through. */
export interface SharedStatisticOptions {
  readonly shape: readonly number[];
  /** What one step along each axis is. Of three axes: sentence, word, feature. */
  readonly names?: readonly string[];
  readonly kinds?: readonly (SharedStatisticKind | SharedStatisticLayer)[];
  readonly initial?: string;
}

const known: Readonly<Record<SharedStatisticKind, SharedStatisticLayer>> = {
  LayerNorm: { name: 'LayerNorm', axes: [2], words: 'each word for itself, over its features' },
  BatchNorm: {
    name: 'BatchNorm',
    axes: [0, 1],
    words: 'each feature for itself, over all words of all sentences',
  },
  'batch and features': {
    name: 'batch and features',
    axes: [0, 2],
    words: 'each place of a sentence, over all sentences: a mistake',
  },
};

const ofSentences = ['sentence', 'word', 'feature'];
const units: Readonly<Record<string, string>> = {
  sentence: 'index in the batch',
  word: 'place in the sentence',
};

/** Entries listed under the pointer before "and n more". */
const mostListed = 12;

/**
 * Cells of one letter and colour share a statistic, and the pointer lists them. One grid for each entry of the first axis,
 * its rows along the second, its columns along what is left; of one axis or two there is one grid. The slider is the layer, where there are several.
 *
 * @throws RangeError for no axis or more than four, a size below 1, or more than 6 grids of 12 rows and 12 columns: no
 * picture to look at.
 * @example
 * sharedStatistic({ shape: [2, 3, 4] });
 * sharedStatistic({ shape: [4, 6], names: ['sample', 'feature'], kinds: [{ name: 'LN', axes: [1], words: 'each sample' }] });
 */
export function sharedStatistic({ shape, names, kinds, initial }: SharedStatisticOptions): Figure {
  const block = blockOf(
    shape,
    names ?? (shape.length === 3 ? ofSentences : shape.map((_, axis) => `axis ${axis}`)),
  );
  const all = (kinds ?? (Object.keys(known) as SharedStatisticKind[])).map((kind) =>
    typeof kind === 'string' ? known[kind] : kind,
  );
  if (all.length === 1) return oneLayer(block, all[0]);
  const positions = all.map((layer) => ({ value: layer.name, figure: oneLayer(block, layer) }));
  const sizes = shape.map((size, axis) => `${size} ${block.names[axis]}${size === 1 ? '' : 's'}`).join(' × ');
  return withSlider(positions, {
    label: 'layer',
    initial: initial ?? all[0].name,
    alt: `A block of ${sizes}. ${all.map((layer) => finding(block, layer)).join(' ')}`,
  });
}

/** x, laid out: grids × rows × columns. */
interface Block {
  readonly shape: readonly number[];
  readonly names: readonly string[];
  readonly grids: number;
  readonly rows: number;
  readonly columns: number;
}

function blockOf(shape: readonly number[], names: readonly string[]): Block {
  const [grids, rows, ...rest] = [
    ...Array.from({ length: Math.max(0, 3 - shape.length) }, () => 1),
    ...shape,
  ];
  const columns = rest.reduce((product, size) => product * size, 1);
  const isFine =
    shape.length >= 1 && shape.length <= 4 && shape.every((size) => Number.isInteger(size) && size >= 1);
  if (!isFine || grids > 6 || rows > 12 || columns > 12 || names.length !== shape.length) {
    throw new RangeError(
      `sharedStatistic: expected a shape of at most [6, 12, 12] with sizes from 1, or of four sizes whose last two make at most 12, and a name for each, got [${shape.join(', ')}].`,
    );
  }
  return { shape, names, grids, rows, columns };
}

function oneLayer(block: Block, layer: SharedStatisticLayer): Figure {
  const { shape, names, rows, columns } = block;
  const all = indices(shape);
  const cell = (place: number): GridCell => {
    const at = all[place];
    const group = groupOf(shape, layer, at);
    const members = all.filter((other) => groupOf(shape, layer, other) === group);
    const more = members.length > mostListed ? ` and ${members.length - mostListed} more` : '';
    return {
      text: nameOf(group),
      colour: okabeIto[group % okabeIto.length],
      hover:
        `<b>x[${at.join(', ')}]</b>, group ${nameOf(group)}<br>shares mean and deviation with<br>` +
        `${listed(members.slice(0, mostListed))}${more}`,
    };
  };
  const grids: Grid[] = range(block.grids).map((n) => ({
    name: shape.length < 3 ? '' : `${names[0]} ${n}`,
    cells: range(rows).map((r) => range(columns).map((c) => cell((n * rows + r) * columns + c))),
  }));
  return cells({
    title: 'Numbers of one letter share one mean and one deviation',
    subtitle: `${layer.name}: ${layer.words}`,
    alt: finding(block, layer),
    x: acrossAxis(block),
    y: shape.length === 1 ? axisOf('x', [0]) : axisOf(names[shape.length === 2 ? 0 : 1], range(rows)),
    grids,
    records: {
      columns: [...names, 'group'],
      rows: all.map((at) => [...at, nameOf(groupOf(shape, layer, at))]),
    },
  });
}

/** Along the columns: the last axis, or the last two one behind the other. */
function acrossAxis({ shape, names, columns }: Block): Axis {
  if (shape.length < 4) return axisOf(names[shape.length - 1], range(columns));
  const places = range(columns).map((c) => `${Math.floor(c / shape[3])},${c % shape[3]}`);
  return axisOf(`${names[2]}, ${names[3]}`, places);
}

function axisOf(name: string, places: readonly (number | string)[]): Axis {
  return {
    label: name[0].toUpperCase() + name.slice(1),
    unit: units[name] ?? 'index',
    ticks: { values: range(places.length), labels: places.map(String) },
  };
}

function finding({ shape }: Block, layer: SharedStatisticLayer): string {
  const [total, size] = [shape, shape.map((length, axis) => length / groupsAlong(shape, layer, axis))].map(
    (sizes) => sizes.reduce((product, length) => product * length, 1),
  );
  return `${layer.name} has ${total / size} pairs of mean and deviation, each of ${size} numbers: ${layer.words}.`;
}

/** How many groups there are along an axis. */
function groupsAlong(shape: readonly number[], { axes, parts }: SharedStatisticLayer, axis: number): number {
  return axes.includes(axis) ? (parts?.[axis] ?? 1) : shape[axis];
}

/** The number of the group an entry belongs to, in reading order. */
function groupOf(shape: readonly number[], layer: SharedStatisticLayer, at: readonly number[]): number {
  return shape.reduce((group, size, axis) => {
    const count = groupsAlong(shape, layer, axis);
    return group * count + Math.floor((at[axis] * count) / size);
  }, 0);
}

function indices(shape: readonly number[]): number[][] {
  return shape.reduce<number[][]>(
    (all, size) => all.flatMap((at) => range(size).map((i) => [...at, i])),
    [[]],
  );
}

/** A, B, … Z, A1, B1, … */
function nameOf(group: number): string {
  return String.fromCharCode(65 + (group % 26)) + (group < 26 ? '' : String(Math.floor(group / 26)));
}

/** Four indices to a line. */
function listed(members: readonly (readonly number[])[]): string {
  return members
    .map((at, i) => `[${at.join(', ')}]${i % 4 === 3 ? '<br>' : ' '}`)
    .join('')
    .replace(/(<br>| )$/, '');
}

function range(size: number): number[] {
  return Array.from({ length: size }, (_, i) => i);
}
