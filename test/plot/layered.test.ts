import { lanes } from '../../src/plot/lanes.js';
import { crossings, layered } from '../../src/plot/layered.js';

/** LayerNorm: x → mu → c → square → variance → rstd → xhat → scaled → y, with x → c, c → xhat, gamma and beta. */
const chain = ['x', 'mu', 'c', 'square', 'variance', 'rstd', 'xhat', 'scaled', 'y'];
const nodes = ['gamma', 'beta', ...chain];
const edges = [
  ...chain.slice(1).map((to, i) => ({ from: chain[i], to })),
  { from: 'x', to: 'c' },
  { from: 'c', to: 'xhat' },
  { from: 'gamma', to: 'scaled' },
  { from: 'beta', to: 'y' },
];
const graph = layered(nodes, edges);
const place = (name: string): { column: number; height: number } => graph.nodes.get(name)!;

it('puts inputs into the first column, and each other node as far right as its longest way', () => {
  expect(['x', 'gamma', 'beta'].map((name) => place(name).column)).toEqual([0, 0, 0]);
  expect(chain.map((name) => place(name).column)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

it('leads an edge through every column between its ends', () => {
  graph.edges.forEach((path, e) => {
    const [first, last] = [place(edges[e].from), place(edges[e].to)];
    expect(path[0]).toEqual(first);
    expect(path[path.length - 1]).toEqual(last);
    expect(path.map(({ column }) => column)).toEqual(
      Array.from({ length: last.column - first.column + 1 }, (_, i) => first.column + i),
    );
  });
});

it('keeps everything in a column at least one lane apart, so that no edge runs through a node', () => {
  const places = [...graph.nodes.values(), ...graph.edges.flatMap((path) => path.slice(1, -1))];
  for (let column = 0; column <= 8; column += 1) {
    const heights = places.filter((one) => one.column === column).map(({ height }) => height);
    heights.sort((a, b) => a - b);
    heights.slice(1).forEach((height, i) => expect(height - heights[i]).toBeGreaterThanOrEqual(1));
  }
});

it('draws LayerNorm without a crossing, and its long edges straight but for their ends', () => {
  const segments = graph.edges.flatMap((path) => path.slice(1).map((to, i) => ({ from: path[i], to })));
  const crossing = segments.flatMap((one, i) =>
    segments.slice(i + 1).filter((other) => {
      if (one.from.column !== other.from.column) return false;
      return (one.from.height - other.from.height) * (one.to.height - other.to.height) < 0;
    }),
  );
  expect(crossing).toEqual([]);
  const gamma = graph.edges[edges.findIndex(({ from }) => from === 'gamma')];
  expect(new Set(gamma.slice(0, 5).map(({ height }) => height)).size).toBe(1);
});

it('untangles columns that are given crossed', () => {
  const crossed = [
    { from: 'a', to: 'd' },
    { from: 'b', to: 'c' },
  ];
  expect(
    crossings(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      crossed,
    ),
  ).toBe(1);
  const { nodes: places } = layered(['a', 'b', 'c', 'd'], crossed);
  const order = (one: string, other: string): number =>
    Math.sign(places.get(one)!.height - places.get(other)!.height);
  expect(order('a', 'b')).toBe(order('d', 'c'));
});

it('draws a line as a line', () => {
  const height = lanes(
    [['a'], ['b'], ['c']],
    [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
    ],
    () => false,
  );
  expect([...height.values()]).toEqual([0, 0, 0]);
});
