/** Which numbers of a block share one mean and one deviation. */
import type { Axis } from './axis.js';
import { cells } from './cells.js';
import type { Grid, GridCell } from './cells.js';
import type { Figure } from './figure.js';
import { okabeIto } from './palette.js';
import { withSlider } from './with-slider.js';

/** Which normalization: the last is a layer met in published lessons, whose statistics run over the batch as well. */
export type SharedStatisticKind = 'LayerNorm' | 'BatchNorm' | 'batch and features';

/** Sizes along (batch, sequence, features), and the kinds the slider goes through. */
export interface SharedStatisticOptions {
  readonly shape: readonly [batch: number, sequence: number, features: number];
  readonly kinds?: readonly SharedStatisticKind[];
  readonly initial?: SharedStatisticKind;
}

/** The axes along which the numbers of a group differ. */
const within: Readonly<Record<SharedStatisticKind, readonly number[]>> = {
  LayerNorm: [2],
  BatchNorm: [0, 1],
  'batch and features': [0, 2],
};

const words: Readonly<Record<SharedStatisticKind, string>> = {
  LayerNorm: 'each word for itself, over its features',
  BatchNorm: 'each feature for itself, over all words of all sentences',
  'batch and features': 'each place of a sentence, over all sentences: a mistake',
};

const axes: readonly Axis[] = [
  { label: 'Sentence', unit: 'index in the batch' },
  { label: 'Word', unit: 'place in the sentence' },
  { label: 'Feature', unit: 'index' },
];

/** Entries listed under the pointer before "and n more". */
const mostListed = 12;

/**
 * One grid for each entry of the batch; cells of one letter and colour share a mean and a deviation, and the pointer
 * lists them. The slider is the kind.
 *
 * @throws RangeError for a size below 1, or more than 6 sentences, 12 words or 12 features: no picture to look at.
 * @example
 * sharedStatistic({ shape: [2, 3, 4] });
 */
export function sharedStatistic({ shape, kinds, initial }: SharedStatisticOptions): Figure {
  const [batch, sequence, features] = shape;
  if (
    shape.some((size) => !Number.isInteger(size) || size < 1) ||
    batch > 6 ||
    sequence > 12 ||
    features > 12
  ) {
    throw new RangeError(
      `sharedStatistic: expected a shape of at most [6, 12, 12] with sizes from 1, got [${shape.join(', ')}].`,
    );
  }
  const all = kinds ?? ['LayerNorm', 'BatchNorm', 'batch and features'];
  const positions = all.map((kind) => ({ value: kind, figure: oneKind(shape, kind) }));
  return withSlider(positions, {
    label: 'layer',
    initial: initial ?? all[0],
    alt: `A block of ${batch} sentences × ${sequence} words × ${features} features. ${all.map((kind) => finding(shape, kind)).join(' ')}`,
  });
}

function oneKind(shape: readonly number[], kind: SharedStatisticKind): Figure {
  const [batch, sequence, features] = shape;
  const cell = (...at: number[]): GridCell => {
    const group = groupOf(shape, kind, at);
    const members = membersOf(shape, kind, at);
    const more = members.length > mostListed ? ` and ${members.length - mostListed} more` : '';
    return {
      text: nameOf(group),
      colour: okabeIto[group % okabeIto.length],
      hover:
        `<b>x[${at.join(', ')}]</b>, group ${nameOf(group)}<br>shares mean and deviation with<br>` +
        `${listed(members.slice(0, mostListed))}${more}`,
    };
  };
  const grids: Grid[] = range(batch).map((n) => ({
    name: `sentence ${n}`,
    cells: range(sequence).map((t) => range(features).map((c) => cell(n, t, c))),
  }));
  return cells({
    title: 'Numbers of one letter share one mean and one deviation',
    subtitle: `${kind}: ${words[kind]}`,
    alt: finding(shape, kind),
    x: axes[2],
    y: axes[1],
    grids,
    records: {
      columns: ['sentence', 'word', 'feature', 'group'],
      rows: indices(shape).map((at) => [...at, nameOf(groupOf(shape, kind, at))]),
    },
  });
}

function finding(shape: readonly number[], kind: SharedStatisticKind): string {
  const size = within[kind].reduce((product, axis) => product * shape[axis], 1);
  const total = shape.reduce((product, length) => product * length, 1);
  return `${kind} has ${total / size} pairs of mean and deviation, each of ${size} numbers: ${words[kind]}.`;
}

/** The number of the group an entry belongs to, in reading order. */
function groupOf(shape: readonly number[], kind: SharedStatisticKind, at: readonly number[]): number {
  return shape.reduce(
    (group, size, axis) => (within[kind].includes(axis) ? group : group * size + at[axis]),
    0,
  );
}

function membersOf(shape: readonly number[], kind: SharedStatisticKind, at: readonly number[]): number[][] {
  return indices(shape).filter((other) =>
    other.every((i, axis) => within[kind].includes(axis) || i === at[axis]),
  );
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
