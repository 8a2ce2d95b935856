import type { Tensor } from '../../autograd/tensor.js';
import type { Shape } from '../../tensor/shape.js';
import { layoutOf } from '../channels.js';

/** A change of the numbers that share a statistic which must leave the output unchanged (exactly, where ε = 0). */
export type Invariance = 'shift' | 'scale';

/** The inputs of a normalization: x, and its parameters by name. */
export type NormInputs = Readonly<Record<string, Tensor>> & { readonly x: Tensor };

/** What a normalization is given besides x. */
export interface Parameter {
  /** Its shape, for x of a shape. */
  readonly shape: (x: Shape) => Shape;
  /** The axes of x that its own axes run along, so that both can be permuted together. */
  readonly along: readonly number[];
  /** The number it lies around: 1 for a factor, 0 for a shift. */
  readonly around: number;
}

/** What the course and its tests know of a normalization. */
export interface Norm {
  readonly title: string;
  /** What is normalized: what flows through a network, or what is learned. */
  readonly of: 'activations' | 'weights';
  /** Which numbers share a statistic, in words. */
  readonly statisticsOver: string;
  /** The same for a program: numbers of x, by their place in memory, share a statistic if this is equal for both. */
  statisticOf(shape: Shape): (place: number) => number;
  /** Which numbers of y a number of x changes, by place; all that share its statistic unless said otherwise. */
  reaches?(shape: Shape): (from: number, to: number) => boolean;
  /** Whether it holds some numbers of y where they are, whatever x is: the largest deviation at 1. */
  readonly pins?: boolean;
  /** Shapes of x that show what it does; the first has three numbers or more in every statistic, if there is one. */
  readonly shapes: readonly [Shape, ...Shape[]];
  /** Shapes of x that it refuses. */
  readonly refuses: readonly Shape[];
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** Whether it has an ε. */
  readonly hasEps: boolean;
  readonly invariantTo: readonly Invariance[];
  /** The axes of the first of `shapes` along which a permutation of x, and of its parameters, permutes y and no more. */
  readonly equivariantAlong: readonly number[];
  /** Whether equal numbers become what zeros become. */
  readonly centres: boolean;
  /** Whether its way back is derived by hand, or put together from those of the operations it consists of. */
  readonly backward: 'derived' | 'composed';
  /** Whether the way back takes something made from x for a constant, so that differences disagree with it. */
  readonly detaches: boolean;
  readonly source: string;
  /** What it is called in PyTorch; undefined where that has none. */
  readonly inPyTorch: string | undefined;
  apply(inputs: NormInputs, options: { readonly eps: number }): Tensor;
}

/** A factor with a number for each place along these axes of x; a single number, of shape [1], where there are none. */
export const factor = (...axes: number[]): Parameter => along(axes, 1);

/** The same for what is added. */
export const shift = (...axes: number[]): Parameter => along(axes, 0);

function along(axes: readonly number[], around: number): Parameter {
  const shape = (x: Shape): Shape => (axes.length === 0 ? [1] : axes.map((axis) => x.at(axis) ?? 1));
  return { shape, along: axes, around };
}

/** So many numbers, whatever the shape of x. */
export const numbers = (count: number): Parameter => ({ shape: () => [count], along: [], around: 0 });

/** What most of them have in common. */
export const usual = { of: 'activations', hasEps: true, detaches: false, inPyTorch: undefined } as const;

/** Statistics of rows of the last axis. */
export const overRows = {
  statisticsOver: 'the C features of one row',
  statisticOf: (shape: Shape) => (place: number) => Math.floor(place / shape[shape.length - 1]),
  shapes: [
    [3, 5],
    [1, 1],
    [1, 2],
    [2, 3, 4],
    [0, 4],
  ],
  refuses: [[], [2, 0]],
  equivariantAlong: [0, 1],
} as const;

/** No statistics at all: what changes each number by itself. */
export const eachAlone = {
  ...overRows,
  statisticsOver: 'none: each number by itself',
  statisticOf: () => (place: number) => place,
  hasEps: false,
  invariantTo: [],
  centres: false,
} as const;

/** The sample, the channel and the position of a place of x of shape [N, C, ...]. */
export function coordinatesOf(shape: Shape): (place: number) => readonly [number, number, number] {
  const { C, positions } = layoutOf(shape);
  return (place) => [
    Math.floor(place / (C * positions)),
    Math.floor(place / positions) % C,
    place % positions,
  ];
}

/** Numbers of an image share a statistic where the named coordinates are equal. */
export function sharedBy(...names: readonly ('sample' | 'channel' | 'position')[]): Norm['statisticOf'] {
  const which = (['sample', 'channel', 'position'] as const).map((name) => names.includes(name));
  return (shape) => {
    const coordinates = coordinatesOf(shape);
    const { C, positions } = layoutOf(shape);
    const steps = [C * positions, positions, 1];
    return (place) => coordinates(place).reduce((id, value, i) => id + (which[i] ? value * steps[i] : 0), 0);
  };
}
