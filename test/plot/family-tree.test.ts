import { familyTree } from '../../src/plot/index.js';
import type { Leaf } from '../../src/plot/index.js';

const leaf = (name: string, ...path: string[]): Leaf => ({ name, path, says: `of ${path.join(', ')}` });
const options = { title: 'A family', alt: 'It has four members.', steps: ['of', 'reaches'] };
const figure = familyTree(
  [leaf('a', 'x', 'near'), leaf('c', 'x', 'far'), leaf('b', 'x', 'near'), leaf('d', 'w', 'near')],
  options,
);
type Points = { x: number[]; y: number[]; text: string[]; hovertext: string[] };
const [edges, ...levels] = figure.data as unknown as Points[];

test('what has the same path hangs on one branch, in rows of its own', () => {
  expect(levels[2].text).toEqual(['a', 'b', 'c', 'd']);
  expect(levels[2].y).toEqual([0, 1, 2, 3]);
  expect(levels[1].text).toEqual(['<b>near</b>', '<b>far</b>', '<b>near</b>']);
  expect(levels[0].text).toEqual(['<b>x</b>', '<b>w</b>']);
});

test('a branch stands in the middle of what hangs on it, and says how many leaves it has', () => {
  expect(levels[1].y).toEqual([0.5, 2, 3]);
  expect(levels[0].y).toEqual([1.25, 3]);
  expect(levels[0].hovertext).toEqual(['x: 3', 'w: 1']);
  expect(levels[2].hovertext[2]).toBe('<b>c</b><br>of x, far');
});

test('every branch but the first ones has an edge that ends at it', () => {
  const ends = edges.x.flatMap((x, i) => (edges.x[i + 1] === null ? [[x, edges.y[i]]] : []));
  const wanted = [1, 2].flatMap((level) => levels[level].y.map((y, k) => [levels[level].x[k], y]));
  expect([...ends].sort()).toEqual([...wanted].sort());
});

test('a level stands behind the longest name of the one before', () => {
  expect(levels.map(({ x }) => x[0])).toEqual([0, 3, 9]);
  expect(figure.layout.xaxis).toMatchObject({ tickvals: [0, 3, 9], range: [-1, 12] });
});

test('a path of another length, and no leaf at all, are refused', () => {
  expect(() => familyTree([leaf('a', 'x')], options)).toThrow('familyTree: needs a leaf');
  expect(() => familyTree([], options)).toThrow(RangeError);
});
