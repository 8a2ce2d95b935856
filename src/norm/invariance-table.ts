/**
 * What a normalization behind a linear layer does not see of a change before it:
 *
 *     (1)  z = x W              x [examples, positions, H], W [H, units], z [examples, positions, units]
 *     (2)  z' = f z + s         a change before the norm multiplies z by a factor f and adds a shift s
 *     (3)  y' = y               if f and s are one number each for all that share a statistic, f > 0, and the norm is
 *                               invariant to a scale (f) and to a shift (s), at ε = 0; y' = −y where f < 0
 *
 * So nothing is listed here by hand but along what f and s vary; the rest follows from the registry: which numbers share
 * a statistic, and what their norm is invariant to. A turn Q of the units is neither f nor s: it keeps the mean square of
 * a statistic that covers all units, and its mean only if Q keeps the direction 1.
 *
 * The table compares with that of Ba, Kiros and Hinton (2016), arXiv:1607.06450, section 5.1, table 1, which has the
 * first six changes for three of the norms.
 */
import { sizeOf, stridesOf } from '../tensor/shape.js';
import { norms } from './registry/index.js';
import type { Norm } from './registry/index.js';

/** Along what a factor or a shift differs from number to number. */
type Along = 'example' | 'position' | 'unit' | 'input';

interface Effect {
  readonly factor?: readonly Along[];
  readonly shift?: readonly Along[];
  readonly isNegative?: boolean;
}

/** A change of what stands before a norm. */
interface Change {
  readonly formula: string;
  readonly inWords: string;
  readonly onZ: Effect;
  /** What becomes of the weights themselves; undefined where they stay. */
  readonly onWeights?: Effect;
  /** Neither a factor nor a shift: the units are mixed. */
  readonly turns?: boolean;
}

/** What a norm is applied to: z as [examples, units, positions], z as it is, or the weights as [units, inputs]. */
type Reads = 'channels' | 'rows' | 'weights';

interface Column {
  readonly norm: Norm;
  readonly reads: Reads;
}

const everything: readonly Along[] = [];

/**
 * The changes, by name.
 *
 * @example
 * invarianceChanges['one unit'].formula; // 'wᵢ → αwᵢ'
 */
export const invarianceChanges = {
  weights: {
    formula: 'W → αW',
    inWords: 'all weights times α > 0',
    onZ: { factor: everything },
    onWeights: { factor: everything },
  },
  'common vector': {
    formula: 'W → W + a1ᵀ',
    inWords: 'the same vector a added to the weights of every unit',
    onZ: { shift: ['example', 'position'] },
    onWeights: { shift: ['input'] },
  },
  'one unit': {
    formula: 'wᵢ → αwᵢ',
    inWords: 'the weights of one unit times α > 0',
    onZ: { factor: ['unit'] },
    onWeights: { factor: ['unit'] },
  },
  data: { formula: 'x → αx', inWords: 'all data times α > 0', onZ: { factor: everything } },
  'data shifted': {
    formula: 'x → x + a',
    inWords: 'the vector a added to all data',
    onZ: { shift: ['unit'] },
  },
  'one example': {
    formula: 'xₙ → αxₙ',
    inWords: 'one example times α > 0',
    onZ: { factor: ['example'] },
  },
  'other sign': {
    formula: 'W → −W',
    inWords: 'all weights times −1',
    onZ: { factor: everything, isNegative: true },
    onWeights: { factor: everything, isNegative: true },
  },
  turn: { formula: 'z → zQ', inWords: 'the units turned by an orthogonal Q', onZ: {}, turns: true },
} as const satisfies Readonly<Record<string, Change>>;

/** The name of a change. */
export type InvarianceChange = keyof typeof invarianceChanges;

/**
 * Where the six columns of the table stand in the registry, and what each is applied to.
 *
 * @example
 * invarianceColumns.RMS.norm.title; // 'Root mean square normalization'
 */
export const invarianceColumns = {
  BN: { norm: norms.batchNorm, reads: 'channels' },
  WN: { norm: norms.weightNorm, reads: 'weights' },
  LN: { norm: norms.layerNorm, reads: 'rows' },
  RMS: { norm: norms.rmsNorm, reads: 'rows' },
  IN: { norm: norms.instanceNorm, reads: 'channels' },
  GN: { norm: norms.groupNorm, reads: 'channels' },
} as const satisfies Readonly<Record<string, Column>>;

/** The name of a column. */
export type InvarianceColumn = keyof typeof invarianceColumns;

/**
 * What becomes of the output: it stays (`yes`), it changes (`no`), it changes its sign and nothing else (`sign`), it is
 * turned along only by a Q with Q1 = ±1 (`Q1=±1`); `-` where the question makes no sense. For a turn, `yes` says that the
 * output is turned along.
 */
export type InvarianceVerdict = 'yes' | 'no' | 'sign' | 'Q1=±1' | '-';

/** A shape in which everything differs from everything: two places of each kind at least, and two groups of two units. */
const shapes: Readonly<
  Record<Reads, { readonly shape: readonly number[]; readonly axes: readonly Along[] }>
> = {
  channels: { shape: [2, 4, 3], axes: ['example', 'unit', 'position'] },
  rows: { shape: [2, 3, 4], axes: ['example', 'position', 'unit'] },
  weights: { shape: [4, 3], axes: ['unit', 'input'] },
};

/**
 * The table: for each change and each of six norms, what becomes of the output.
 *
 * @example
 * invarianceTable['one unit'].BN; // 'yes'
 * invarianceTable['one unit'].LN; // 'no'
 */
export const invarianceTable: Readonly<
  Record<InvarianceChange, Readonly<Record<InvarianceColumn, InvarianceVerdict>>>
> = byKey(invarianceChanges, (change: Change) =>
  byKey(invarianceColumns, (column: Column) => verdictOf(column, change)),
);

function byKey<K extends string, V, R>(record: Readonly<Record<K, V>>, f: (value: V) => R): Record<K, R> {
  return Object.fromEntries(Object.entries<V>(record).map(([key, value]) => [key, f(value)])) as Record<K, R>;
}

function verdictOf(column: Column, change: Change): InvarianceVerdict {
  const { norm, reads } = column;
  if (change.turns) return turnedAlong(column);
  const effect = reads === 'weights' ? change.onWeights : change.onZ;
  if (effect === undefined) return 'no';
  const isUnseen = ([by, along]: readonly ['scale' | 'shift', readonly Along[] | undefined]): boolean =>
    along === undefined || (norm.invariantTo.includes(by) && Math.max(...kindsIn(column, along)) === 1);
  const parts = [['scale', effect.factor] as const, ['shift', effect.shift] as const];
  if (!parts.every(isUnseen)) return 'no';
  return effect.isNegative ? 'sign' : 'yes';
}

function turnedAlong(column: Column): InvarianceVerdict {
  if (column.reads === 'weights') return '-';
  const { shape, axes } = shapes[column.reads];
  const units = shape[axes.indexOf('unit')];
  if (Math.min(...kindsIn(column, ['unit'])) < units) return 'no';
  return column.norm.centres ? 'Q1=±1' : 'yes';
}

/** How many different places along these axes share each of the statistics. */
function kindsIn({ norm, reads }: Column, along: readonly Along[]): number[] {
  const { shape, axes } = shapes[reads];
  const statisticOf = norm.statisticOf(shape);
  const kinds = new Map<number, Set<string>>();
  for (let place = 0; place < sizeOf(shape); place++) {
    const index = stridesOf(shape).map((stride, axis) => Math.floor(place / stride) % shape[axis]);
    const kind = index.filter((_, axis) => along.includes(axes[axis])).join();
    kinds.set(statisticOf(place), (kinds.get(statisticOf(place)) ?? new Set()).add(kind));
  }
  return [...kinds.values()].map(({ size }) => size);
}
