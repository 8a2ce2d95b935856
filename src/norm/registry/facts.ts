/** The registry as plain records: what its rows say, and what can be worked out from them. */
import type { Shape } from '../../tensor/shape.js';
import { sizeOf } from '../../tensor/shape.js';
import { norms } from './index.js';
import type { Norm } from './norm.js';

/** How far a number of x reaches into y. */
export type Circle = 'itself alone' | 'its own sample' | 'other samples too' | 'other weights';

/** What is known of a normalization, in words. */
export interface NormFacts {
  readonly name: string;
  readonly title: string;
  readonly of: Norm['of'];
  /** Who shares a statistic. */
  readonly statisticsOver: string;
  /** The axes along which a number reaches others, and for which shape of x: "2 of [2, 3, 4]"; "part of 1" where it does not reach all. */
  readonly axes: string;
  readonly parameters: string;
  readonly reaches: Circle;
  readonly invariantTo: string;
  /** "derived" by hand, or "composed". */
  readonly backward: Norm['backward'];
  /** What it is called in PyTorch; empty where that has none. */
  readonly inPyTorch: string;
  readonly source: string;
}

/**
 * A record for each normalization of the registry, in its order.
 *
 * @example
 * normFacts().find(({ name }) => name === 'layerNorm')?.axes; // '2 of [2, 3, 4]'
 */
export function normFacts(): readonly NormFacts[] {
  return Object.entries<Norm>(norms).map(([name, norm]) => {
    const { title, of, statisticsOver, parameters, invariantTo, backward, inPyTorch, source } = norm;
    const along = reachedAxes(norm);
    return {
      name,
      title,
      of,
      statisticsOver,
      axes: axesInWords(along, tellingShape(norm)),
      parameters: Object.keys(parameters).join(', '),
      reaches: circleOf(of, along),
      invariantTo: invariantTo.length === 0 ? 'neither' : invariantTo.join(' and '),
      backward,
      inPyTorch: inPyTorch ?? '',
      source,
    };
  });
}

/** The largest shape, on which every axis has somewhere to reach and a window is not the whole. */
function tellingShape({ shapes }: Norm): Shape {
  return shapes.reduce((best, shape) => (sizeOf(shape) >= sizeOf(best) ? shape : best));
}

/** For each axis, which share of the other places along it a number of x reaches. */
function reachedAxes(norm: Norm): number[] {
  const shape = tellingShape(norm);
  const id = norm.statisticOf(shape);
  const reaches = norm.reaches?.(shape) ?? ((from: number, to: number) => id(from) === id(to));
  return shape.map((size, axis) => {
    const step = sizeOf(shape.slice(axis + 1));
    let [asked, reached] = [0, 0];
    for (let from = 0; from < sizeOf(shape); from++) {
      const start = from - (Math.floor(from / step) % size) * step;
      for (let to = start; to < start + size * step; to += step) {
        if (to === from) continue;
        asked++;
        if (reaches(from, to)) reached++;
      }
    }
    return reached / asked;
  });
}

function axesInWords(along: readonly number[], shape: Shape): string {
  const named = along.flatMap((share, axis) =>
    share === 0 ? [] : [share < 1 ? `part of ${axis}` : `${axis}`],
  );
  return named.length === 0 ? 'none' : `${named.join(', ')} of [${shape.join(', ')}]`;
}

function circleOf(of: Norm['of'], along: readonly number[]): Circle {
  if (along.every((share) => share === 0)) return 'itself alone';
  if (of === 'weights') return 'other weights';
  return along[0] > 0 ? 'other samples too' : 'its own sample';
}
