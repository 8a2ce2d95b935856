/**
 * Places for the nodes of a graph: a column for each step from the inputs, and in it an order with few crossings. An edge
 * over several columns has a place of its own in each, so that it runs around the nodes and not through them.
 */
import { lanes } from './lanes.js';

/** From one node to another, by their names. */
export interface Edge {
  readonly from: string;
  readonly to: string;
}

/** Where something stands: its column, counted from 0, and its height, 0 in the middle; neighbours are about 1 apart. */
export interface Place {
  readonly column: number;
  readonly height: number;
}

/** The places of nodes by name, and those that each edge goes through, its ends included. */
export interface Layered {
  readonly nodes: ReadonlyMap<string, Place>;
  readonly edges: readonly (readonly Place[])[];
}

/** So often the order of all columns is improved, from one side and from the other. */
const sweeps = 12;

/**
 * @param nodes Names, each after those it comes from.
 * @param edges Without cycles.
 */
export function layered(nodes: readonly string[], edges: readonly Edge[]): Layered {
  const column = columnsOf(nodes, edges);
  const paths = edges.map((edge, e) => {
    const [first, last] = [column.get(edge.from) ?? 0, column.get(edge.to) ?? 0];
    const passed = Array.from({ length: last - first - 1 }, (_, i) => `edge ${e} in column ${first + 1 + i}`);
    passed.forEach((name, i) => column.set(name, first + 1 + i));
    return [edge.from, ...passed, edge.to];
  });
  const steps = paths.flatMap((path) => path.slice(1).map((to, i) => ({ from: path[i], to })));
  const count = Math.max(-1, ...column.values()) + 1;
  const start = Array.from({ length: count }, (_, c) =>
    [...column.keys()].filter((name) => column.get(name) === c),
  );
  const columns = inOrder(start, steps);
  const isNode = new Set(nodes);
  const height = lanes(columns, steps, (name) => !isNode.has(name));
  const place = (name: string): Place => ({ column: column.get(name) ?? 0, height: height.get(name) ?? 0 });
  return {
    nodes: new Map(nodes.map((name) => [name, place(name)])),
    edges: paths.map((path) => path.map(place)),
  };
}

/** The longest way from an input. */
function columnsOf(nodes: readonly string[], edges: readonly Edge[]): Map<string, number> {
  const column = new Map<string, number>();
  for (const name of nodes) {
    const before = edges.filter(({ to }) => to === name).map(({ from }) => column.get(from) ?? 0);
    column.set(name, Math.max(-1, ...before) + 1);
  }
  return column;
}

/** Columns with their names in the order that has the fewest crossings of those tried. */
function inOrder(
  start: readonly (readonly string[])[],
  steps: readonly Edge[],
): readonly (readonly string[])[] {
  let [best, now] = [start, start];
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const forward = sweep % 2 === 0;
    const order = now.map((names) => [...names]);
    for (let i = 1; i < order.length; i += 1) {
      const c = forward ? i : order.length - 1 - i;
      const beside = order[forward ? c - 1 : c + 1];
      const wish = new Map(order[c].map((name, at) => [name, meanPlace(name, beside, steps) ?? at]));
      order[c].sort((one, other) => (wish.get(one) ?? 0) - (wish.get(other) ?? 0));
    }
    now = order;
    if (crossings(now, steps) < crossings(best, steps)) best = now;
  }
  return best;
}

/** Where in a neighbouring column the places stand that a place is joined to, on average. */
function meanPlace(name: string, beside: readonly string[], steps: readonly Edge[]): number | undefined {
  const joined = steps.flatMap(({ from, to }) => (from === name ? [to] : to === name ? [from] : []));
  const places = joined.map((other) => beside.indexOf(other)).filter((at) => at >= 0);
  return places.length === 0 ? undefined : places.reduce((sum, at) => sum + at, 0) / places.length;
}

/** How many pairs of edges cross between neighbouring columns. */
export function crossings(columns: readonly (readonly string[])[], steps: readonly Edge[]): number {
  const at = new Map(columns.flatMap((names) => names.map((name, i) => [name, i])));
  const columnOf = new Map(columns.flatMap((names, c) => names.map((name) => [name, c])));
  const height = (name: string): number => at.get(name) ?? 0;
  return steps.reduce((sum, one, i) => {
    const others = steps.slice(i + 1).filter(({ from }) => columnOf.get(from) === columnOf.get(one.from));
    const crossing = others.filter(
      ({ from, to }) => (height(one.from) - height(from)) * (height(one.to) - height(to)) < 0,
    );
    return sum + crossing.length;
  }, 0);
}
