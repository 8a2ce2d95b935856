import { blockDrawn } from '../../../src/plot/block/draw.js';
import type { BlockGraph } from '../../../src/plot/block/places.js';
import { block } from '../examples.js';

const boxes = (svg: string): { x: number; y: number; width: number; height: number }[] =>
  [...svg.matchAll(/<rect x='([\d.]+)' y='([\d.]+)' width='([\d.]+)' height='([\d.]+)'/g)].map(
    ([, x, y, width, height]) => ({
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: Number(height),
    }),
  );
const everything = block(['before', 'after', 'sum', 'alpha', 'gate']);

it('draws a box or a plus for each part and two shapes for each arrow, inside its room', () => {
  const { svg, width, height } = blockDrawn(everything);
  expect(boxes(svg)).toHaveLength(everything.nodes.filter(({ kind }) => kind !== 'add').length);
  expect(svg.match(/<circle/g)).toHaveLength(2);
  expect(svg.match(/fill='currentColor'\/>/g)).toHaveLength(everything.edges.length);
  for (const box of boxes(svg)) {
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
  }
});

it('lets no box cover another', () => {
  const all = boxes(blockDrawn(everything).svg);
  const covered = all.filter((a, i) =>
    all.some(
      (b, j) =>
        i !== j && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
    ),
  );
  expect(covered).toEqual([]);
});

it('draws the stream as one thick straight line: its arrows share their x', () => {
  const thick = [
    ...blockDrawn(everything).svg.matchAll(
      /d='M([\d.]+),[\d.]+ V[\d.]+' fill='none' stroke='currentColor' stroke-width='3'/g,
    ),
  ];
  expect(thick).toHaveLength(7);
  expect(new Set(thick.map(([, x]) => x)).size).toBe(1);
});

it('leads what goes around a part of the stream along its left side', () => {
  const plain = block(['sum']);
  const last = plain.nodes.filter(({ kind }) => kind === 'add')[1].id;
  const around: BlockGraph = { nodes: plain.nodes, edges: [...plain.edges, ['x', last]] };
  expect(blockDrawn(around).width).toBeGreaterThan(blockDrawn(plain).width);
  const middle = /<text x='([\d.]+)'[^>]*>x</.exec(blockDrawn(around).svg)![1];
  const turns = [...blockDrawn(around).svg.matchAll(/d='M[\d.]+,[\d.]+ H([\d.]+) V/g)].map(([, x]) =>
    Number(x),
  );
  expect(turns.filter((x) => x < Number(middle))).toHaveLength(1);
});

it('writes labels as text, whatever is in them', () => {
  const graph = block([]);
  const nodes = graph.nodes.map((node) => (node.kind === 'output' ? { ...node, label: "<b>'&" } : node));
  expect(blockDrawn({ ...graph, nodes }).svg).toContain('&lt;b&gt;&#39;&amp;');
});
