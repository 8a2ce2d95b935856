/** A tree drawn from left to right: what has the same path hangs on the same branch. */
import { plotlyAxis } from './axis.js';
import { Figure } from './figure.js';
import type { PlotlyObject } from './figure.js';
import { ink, okabeIto } from './palette.js';
import { headingHeight } from './theme.js';

/** What hangs at the end of a branch, and the branches that lead there, from the trunk. */
export interface Leaf {
  readonly name: string;
  readonly path: readonly string[];
  /** What is said of it under the pointer. */
  readonly says: string;
}

/** What `familyTree` needs. */
export interface FamilyTreeOptions {
  readonly title: string;
  readonly subtitle?: string;
  readonly alt: string;
  /** What each step from the trunk to a leaf decides, in order: one name for each part of a path. */
  readonly steps: readonly string[];
}

interface Branch {
  readonly name: string;
  readonly depth: number;
  readonly y: number;
  readonly children: readonly Branch[];
  readonly says: string;
}

const [rowHeight, below, fewest] = [19, 20, 6];
const bare = { showgrid: false, ticks: '', linewidth: 0, showline: false };

/**
 * Leaves in a column, in the order of their paths, and the branches that join them.
 *
 * @throws RangeError where there is no leaf, or a path does not have a part for each step.
 * @example
 * familyTree([{ name: 'layerNorm', path: ['one row'], says: 'nn.LayerNorm' }], { title: 'One', alt: '…', steps: ['over'] });
 */
export function familyTree(leaves: readonly Leaf[], options: FamilyTreeOptions): Figure {
  const depth = options.steps.length;
  if (leaves.length === 0 || leaves.some(({ path }) => path.length !== depth))
    throw new RangeError('familyTree: needs a leaf, and in each path a part for each of its steps.');
  const branches = branchesOf(leaves, 0, { y: 0 });
  const all = branches.flatMap(withAllBelow);
  const places = placesOf(all, depth);
  const top = headingHeight(options.title, options.subtitle ?? '') + 48;
  return new Figure({
    title: options.title,
    ...(options.subtitle === undefined ? {} : { subtitle: options.subtitle }),
    alt: options.alt,
    data: [edges(all, places), ...[...options.steps, 'name'].map((_, level) => named(all, level, places))],
    layout: {
      height: top + Math.max(fewest, leaves.length) * rowHeight + below,
      margin: { l: 44, r: 16, t: top, b: below },
      ...axesOf(options.steps, places, leaves.length),
    },
    records: {
      columns: [...options.steps, 'name', 'says'],
      rows: leaves.map(({ name, path, says }) => [...path, name, says]),
    },
  });
}

/** Where each level stands, in characters: behind the longest name of the one before; at the end, where the names do. */
function placesOf(all: readonly Branch[], depth: number): number[] {
  const places = [0];
  for (let level = 0; level <= depth; level++) {
    const lengths = all.filter((branch) => branch.depth === level).map(({ name }) => name.length);
    places.push(places[level] + Math.max(...lengths) + 2);
  }
  return places;
}

function axesOf(steps: readonly string[], places: readonly number[], count: number): PlotlyObject {
  const end = places[places.length - 1];
  const ticks = {
    values: places.slice(0, -1),
    labels: [...steps, 'name'].map((step) => `<b>${step}</b>`),
  };
  return {
    xaxis: {
      ...plotlyAxis({ label: 'Step', unit: 'from trunk to leaf', ticks }, [0, end], 0),
      ...bare,
      range: [-1, end],
      side: 'top',
      tickangle: 0,
    },
    yaxis: {
      ...plotlyAxis({ label: 'Leaf', unit: 'one a line' }, [0, count], 0),
      ...bare,
      range: [count - 0.4, -0.9],
      showticklabels: false,
    },
  };
}

/** Groups by the part of the path at this depth, in order of first appearance; `next` counts the rows of leaves. */
function branchesOf(leaves: readonly Leaf[], depth: number, next: { y: number }): Branch[] {
  if (depth === leaves[0].path.length)
    return leaves.map(({ name, says }) => ({ name, says, depth, y: next.y++, children: [] }));
  const parts = [...new Set(leaves.map(({ path }) => path[depth]))];
  return parts.map((name) => {
    const children = branchesOf(
      leaves.filter(({ path }) => path[depth] === name),
      depth + 1,
      next,
    );
    const count = children.flatMap(withAllBelow).filter((one) => one.children.length === 0).length;
    const y = (children[0].y + children[children.length - 1].y) / 2;
    return { name, says: `${name}: ${count}`, depth, y, children };
  });
}

function withAllBelow(branch: Branch): Branch[] {
  return [branch, ...branch.children.flatMap(withAllBelow)];
}

/** From each branch along, then up or down, then along to what hangs on it. */
function edges(all: readonly Branch[], places: readonly number[]): PlotlyObject {
  const points = all.flatMap((from) =>
    from.children.flatMap((to): [number | null, number | null][] => [
      [places[from.depth], from.y],
      [places[to.depth] - 1, from.y],
      [places[to.depth] - 1, to.y],
      [places[to.depth], to.y],
      [null, null],
    ]),
  );
  return {
    type: 'scatter',
    mode: 'lines',
    x: points.map(([x]) => x),
    y: points.map(([, y]) => y),
    line: { color: 'rgba(128,128,128,0.55)', width: 1 },
    hoverinfo: 'skip',
  };
}

function named(all: readonly Branch[], level: number, places: readonly number[]): PlotlyObject {
  const here = all.filter((branch) => branch.depth === level);
  const isLeaf = level === places.length - 2;
  return {
    type: 'scatter',
    mode: 'markers+text',
    x: here.map(() => places[level]),
    y: here.map(({ y }) => y),
    text: here.map(({ name }) => (isLeaf ? name : `<b>${name}</b>`)),
    textposition: isLeaf ? 'middle right' : 'top right',
    textfont: { size: 11, color: ink },
    marker: { size: isLeaf ? 6 : 8, color: okabeIto[level % okabeIto.length] },
    hoverinfo: 'text',
    hovertext: here.map(({ name, says }) => (isLeaf ? `<b>${name}</b><br>${says}` : says)),
    cliponaxis: false,
  };
}
