import { placesOf, streamOf } from '../../../src/plot/block/places.js';
import type { BlockGraph } from '../../../src/plot/block/places.js';
import { block } from '../examples.js';

const labels = (graph: BlockGraph): string[] =>
  streamOf(graph).map((id) => graph.nodes.find((node) => node.id === id)?.label ?? '');
const columns = (graph: BlockGraph): string[] =>
  graph.nodes.map(({ id, label }) => `${label}:${placesOf(graph).get(id)?.column}`);

it('takes for the stream the longest way that passes no sub-layer', () => {
  expect(labels(block([]))).toEqual(['x', '+', '+', 'y']);
  expect(labels(block(['before', 'after', 'gate']))).toEqual(['x', '+', '+', 'y']);
  expect(labels(block(['sum', 'alpha']))).toEqual([
    'x',
    '× 1.57',
    '+',
    'LayerNorm',
    '× 1.57',
    '+',
    'LayerNorm',
    'y',
  ]);
});

it('puts branches beside the stream, each part below those it comes from', () => {
  const graph = block(['before']);
  expect(columns(graph).slice(0, 4)).toEqual(['x:0', 'LayerNorm:1', 'attention:1', '+:0']);
  const places = placesOf(graph);
  for (const [from, to] of graph.edges) expect(places.get(from)!.row).toBeLessThan(places.get(to)!.row);
});

it('puts what comes in from beside next to where it goes', () => {
  const plain = block([]);
  const graph = {
    nodes: [
      ...plain.nodes.slice(0, 1),
      { id: 'm', label: 'memory', kind: 'input' as const },
      ...plain.nodes.slice(1),
    ],
    edges: [...plain.edges, ['m', '1'] as const],
  };
  const places = placesOf(graph);
  expect(places.get('m')).toEqual({ row: places.get('1')!.row, column: 2 });
});

it('refuses a block without a stream, and an edge to nowhere', () => {
  const { nodes, edges } = block([]);
  expect(() => streamOf({ nodes, edges: edges.filter(([from]) => from !== 'x') })).toThrow(RangeError);
  expect(() => placesOf({ nodes, edges: [...edges, ['x', 'z']] })).toThrow('names z');
});
