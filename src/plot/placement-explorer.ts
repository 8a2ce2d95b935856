/** Where to put the norm: choose a placement and a depth, see the block, the stream and the gradient together. */
import { inOrder } from './across-seeds.js';
import { explore, exploring } from './explorer/drive.js';
import type { Exploration } from './explorer/drive.js';
import { pictureSize, placementInWords, placementPicture, rangesOf } from './explorer/picture.js';
import type { PlacementState } from './explorer/picture.js';
import { escaped } from './markup.js';
import { stillCard } from './still-card.js';
import { Widget } from './widget.js';

/** Words of the picture, and where it starts. */
export interface PlacementExplorerOptions {
  readonly title?: string;
  /** The placement and depth shown first. */
  readonly initial?: { readonly placement: string; readonly depth: number };
}

const note =
  'Line: theory. Dots: measured before training. ▲ ▼ beyond the axis. The upright axes are logarithmic and the same for all placements.';
const absent =
  'Any combination of norms, α and gate can be tried in the page that npm run export makes of this notebook: there the library is in the page.';

/**
 * Buttons for placement and depth over one picture: the block, the mean square of the stream by block (theory and
 * measured), and the gradient by block. Beside it, where the page holds the library, any combination of sockets.
 *
 * @throws RangeError where there is no state, one is there twice, or `initial` is none of them.
 * @example
 * placementExplorer(depths.flatMap((depth) => names.map((name) => placementProfile(sockets[name], depth))));
 */
export function placementExplorer(
  states: readonly PlacementState[],
  options: PlacementExplorerOptions = {},
): Widget {
  const start = startOf(states, options);
  const title =
    options.title ?? 'Where the norm stands decides how the stream grows and what gradient each block gets';
  const ranges = rangesOf(states);
  const exploration: Exploration = {
    title,
    note,
    absent,
    ranges,
    size: pictureSize,
    first: states.indexOf(start),
    states: states.map((state) => ({
      placement: state.placement,
      depth: state.depth,
      svg: placementPicture(state, ranges),
      words: placementInWords(state),
    })),
  };
  const alt = states
    .filter(({ depth }) => depth === start.depth)
    .map(placementInWords)
    .join(' ');
  const picture = { ...pictureSize, svg: placementPicture(start, ranges) };
  const position = `Shown: ${placementInWords(start)} The notebook shows the other placements and depths.`;
  const svg = stillCard({ title, alt, picture, notes: [note, position] });
  return new Widget({ title, alt, html: pieceOf(exploration, svg, alt), svg, records: recordsOf(states) });
}

function startOf(states: readonly PlacementState[], { initial }: PlacementExplorerOptions): PlacementState {
  const names = inOrder(states, ({ placement, depth }) => `${placement}, ${depth} blocks`);
  if (states.length === 0 || names.length !== states.length)
    throw new RangeError('placementExplorer: needs states, each with its own placement and depth.');
  const start = states.find(
    ({ placement, depth }) =>
      initial === undefined || (placement === initial.placement && depth === initial.depth),
  );
  if (start === undefined)
    throw new RangeError(
      `placementExplorer: no such state to start from; choose one of ${names.join('; ')}.`,
    );
  return start;
}

function recordsOf(states: readonly PlacementState[]): Widget['records'] {
  return {
    columns: [
      'placement',
      'blocks',
      'block',
      'mean square, theory',
      'mean square, measured',
      'gradient of W₂ (norm)',
    ],
    rows: states.flatMap(({ placement, depth, streamByLayer, gradientByLayer }) =>
      streamByLayer.measured.map((measured, layer) => [
        placement,
        depth,
        layer,
        finite(streamByLayer.theory[layer]),
        finite(measured),
        layer === 0 ? null : finite(gradientByLayer[layer - 1]),
      ]),
    ),
  };
}

function finite(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}

/** The still picture, and the script that puts the one that changes in its place. It fetches nothing. */
function pieceOf(exploration: Exploration, still: string, alt: string): string {
  const functions = exploring.map((one) => one.toString()).join('\n');
  return `<div class="normlab-explorer" data-uses="normlab" data-exploration="${escaped(JSON.stringify(exploration))}" style="color:inherit">
<img src="data:image/svg+xml,${encodeURIComponent(still)}" alt="${escaped(alt)}" style="display:block;max-width:100%">
<script>(() => {
'use strict';
${functions}
for (const root of document.querySelectorAll('.normlab-explorer:not([data-started])')) {
  root.dataset.started = 'yes';
  ${explore.name}(root);
}
})();</script>
</div>`;
}
