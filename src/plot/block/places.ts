/** Where the parts of a residual block stand: the stream as one straight column, branches beside it. */

/** What is in a box, which decides its colour and shape. */
export type BlockKind = 'input' | 'norm' | 'attention' | 'feed-forward' | 'add' | 'scale' | 'output';

/** A part of the block. */
export interface BlockNode {
  readonly id: string;
  /** What stands in its box: "LayerNorm", "× 1.57". */
  readonly label: string;
  readonly kind: BlockKind;
}

/** A block as it runs: its parts, each after those it comes from, and what flows from where to where, by id. */
export interface BlockGraph {
  readonly nodes: readonly BlockNode[];
  readonly edges: readonly (readonly [string, string])[];
}

/** Column 0 is the stream, 1 the branches, 2 what comes in from beside. */
export interface BlockPlace {
  readonly row: number;
  readonly column: 0 | 1 | 2;
}

/**
 * A place for each part, by id. The stream is the longest way from input to output that passes no sub-layer.
 *
 * @throws RangeError where no such way leads from the first input to the output, or an edge names an unknown part.
 */
export function placesOf({ nodes, edges }: BlockGraph): Map<string, BlockPlace> {
  const known = new Set(nodes.map(({ id }) => id));
  const stray = edges.flat().find((id) => !known.has(id));
  if (stray !== undefined)
    throw new RangeError(`blockDiagram: an edge names ${stray}, which is no part of the block.`);
  const stream = new Set(streamOf({ nodes, edges }));
  const first = nodes.find(({ kind }) => kind === 'input')?.id;
  const rows = new Map<string, number>();
  for (const { id } of nodes) {
    const before = edges.filter(([, to]) => to === id).map(([from]) => rows.get(from) ?? 0);
    rows.set(id, Math.max(-1, ...before) + 1);
  }
  return new Map(
    nodes.map(({ id, kind }) => {
      const beside = kind === 'input' && id !== first;
      const target = edges.find(([from]) => from === id)?.[1] ?? id;
      const row = rows.get(beside ? target : id) ?? 0;
      return [id, { row, column: beside ? 2 : stream.has(id) ? 0 : 1 }];
    }),
  );
}

/** Ids along the stream, from input to output. */
export function streamOf({ nodes, edges }: BlockGraph): string[] {
  const ways = new Map<string, readonly string[]>();
  for (const { id, kind } of nodes) {
    if (kind === 'attention' || kind === 'feed-forward') continue;
    const before = edges.flatMap(([from, to]) => (to === id ? [ways.get(from) ?? []] : []));
    const longest = before.reduce((best, way) => (way.length > best.length ? way : best), []);
    if (longest.length > 0 || (kind === 'input' && ways.size === 0)) ways.set(id, [...longest, id]);
  }
  const output = nodes.find(({ kind }) => kind === 'output')?.id ?? '';
  const way = ways.get(output);
  if (way === undefined)
    throw new RangeError('blockDiagram: needs a way from an input to an output that passes no sub-layer.');
  return [...way];
}
