/** One state of the placement explorer as SVG: the block, what becomes of the stream, and the gradient of each block. */
import { blockDrawn } from '../block/draw.js';
import type { BlockGraph } from '../block/places.js';
import { middleRange } from '../middle-range.js';
import { readable } from '../number.js';
import { okabeIto } from '../palette.js';
import { chartDrawn } from './chart.js';

/** A placement at a depth, in theory and as measured before training. */
export interface PlacementState {
  /** "Pre-LN". */
  readonly placement: string;
  /** Number of blocks. */
  readonly depth: number;
  /** One block, from the parts that run. */
  readonly diagram: BlockGraph;
  /** The mean square of the residual stream: as it enters, and after each block. depth + 1 numbers each. */
  readonly streamByLayer: { readonly theory: readonly number[]; readonly measured: readonly number[] };
  /** The norm of the gradient of each block's W₂, the last weights of its feed-forward: depth numbers. */
  readonly gradientByLayer: readonly number[];
  /** How the mean square goes from one sub-layer to the next, in plain text: "v ← v + 1". */
  readonly recursion: string;
}

/** The axes, the same for all states that are compared. */
export interface PictureRanges {
  readonly stream: readonly [number, number];
  readonly gradient: readonly [number, number];
}

/** Size of the picture, in px; it is high enough for a block with every socket filled. */
export const pictureSize = { width: 430, height: 500 } as const;
/** The diagram takes the left part. */
const diagramWidth = 200;

/** The picture of a state, to stand in an `svg` element of `pictureSize`. */
export function placementPicture(state: PlacementState, ranges: PictureRanges): string {
  const block = blockDrawn(state.diagram);
  const scale = Math.min(1, diagramWidth / block.width, pictureSize.height / block.height);
  const place = { x: diagramWidth + 10, width: pictureSize.width - diagramWidth - 10, height: 236 };
  const { theory, measured } = state.streamByLayer;
  const { depth } = state;
  return [
    `<g transform='scale(${scale.toFixed(3)})'>${block.svg}</g>`,
    chartDrawn({
      title: 'Mean square of the stream',
      traces: [
        { as: 'line', colour: okabeIto[5], from: 0, values: theory },
        { as: 'dots', colour: okabeIto[0], from: 0, values: measured },
      ],
      range: ranges.stream,
      place: { ...place, y: 0 },
      depth,
    }),
    chartDrawn({
      title: 'Gradient of W₂ (norm)',
      traces: [{ as: 'dots', colour: okabeIto[1], from: 1, values: state.gradientByLayer }],
      range: ranges.gradient,
      place: { ...place, y: 250 },
      depth,
    }),
  ].join('');
}

/** The axes that hold what most states show: up to a thousand times more and less than the middle one. */
export function rangesOf(states: readonly PlacementState[]): PictureRanges {
  return {
    stream: middleRange(
      states.flatMap(({ streamByLayer }) => [...streamByLayer.theory, ...streamByLayer.measured]),
    ),
    gradient: middleRange(states.flatMap(({ gradientByLayer }) => gradientByLayer)),
  };
}

/** A state in words. */
export function placementInWords({
  placement,
  depth,
  streamByLayer,
  gradientByLayer,
  recursion,
}: PlacementState): string {
  const { theory, measured } = streamByLayer;
  const ends = `${said(measured[0])} to ${said(measured[depth])} (theory: ${said(theory[depth])})`;
  const [first, last] = [gradientByLayer[0], gradientByLayer[depth - 1]];
  const gradient =
    first === 0
      ? `the gradient is ${said(last)} at the last block and 0 at the first`
      : `the gradient at the last block is ${said(last / first)} times that at the first`;
  return (
    `${placement}, ${depth} blocks of two sub-layers: ${recursion} at each. The mean square of the stream goes from ${ends}; ` +
    `${gradient}.`
  );
}

function said(value: number): string {
  return Number.isFinite(value) ? readable(Number(value.toPrecision(3))) : 'no finite number';
}
