import { atStep, drawn, turned } from '../../../src/plot/turning/draw.js';
import type { Item, Scene, Vector, View } from '../../../src/plot/turning/scene.js';

const front: View = { yaw: 0, pitch: 0 };
const sceneOf = (...items: Item[]): Scene => ({
  title: '',
  alt: '',
  note: '',
  legend: [],
  views: [{ name: 'front', ...front }],
  radius: 2,
  size: 200,
  items,
});
const rounded = (v: Vector): number[] => v.map((value) => Math.round(value * 1e6) / 1e6 + 0);

it('looks along the second axis, with the third one up', () => {
  expect(rounded(turned([1, 0, 0], front))).toEqual([1, 0, 0]);
  expect(rounded(turned([0, 1, 0], front))).toEqual([0, 0, -1]);
  expect(rounded(turned([0, 0, 1], front))).toEqual([0, 1, 0]);
});

it('looks down on it when tilted by a right angle, and from behind after half a turn', () => {
  expect(rounded(turned([0, 1, 0], { yaw: 0, pitch: Math.PI / 2 }))).toEqual([0, 1, 0]);
  expect(rounded(turned([0, 0, 1], { yaw: 0, pitch: Math.PI / 2 }))).toEqual([0, 0, 1]);
  expect(rounded(turned([1, 0, 0], { yaw: Math.PI, pitch: 0 }))).toEqual([-1, 0, 0]);
});

it('changes no length, however it is turned', () => {
  for (const view of [front, { yaw: 0.7, pitch: 0.3 }, { yaw: -2, pitch: 1.2 }])
    expect(Math.hypot(...turned([1, -2, 0.5], view))).toBeCloseTo(Math.hypot(1, -2, 0.5), 12);
});

const line: Item = {
  points: [
    [0, 0, 0],
    [1, 0, 0],
  ],
  colour: '#0072B2',
  width: 2,
};

it('draws from the middle, up as up', () => {
  expect(drawn(sceneOf(line), front)).toContain('points="100.0,100.0 150.0,100.0"');
  const upright: Item = {
    ...line,
    points: [
      [0, 0, 0],
      [0, 0, 1],
    ],
  };
  expect(drawn(sceneOf(upright), front)).toContain('points="100.0,100.0 100.0,50.0"');
});

it('draws what is behind the ground first, and what lies in it after it', () => {
  const ground: Item = {
    points: [
      [1, 1, 0],
      [1, -1, 0],
      [-1, 0, 0],
    ],
    colour: 'green',
  };
  const under: Item = {
    ...line,
    colour: 'red',
    points: [
      [0, 0, 0],
      [0, 0, -1],
    ],
  };
  const order = (view: View): string[] =>
    [...drawn(sceneOf(line, ground, under), view).matchAll(/(?:fill|stroke)="(#0072B2|green|red)"/g)].map(
      ([, colour]) => colour,
    );
  expect(order({ yaw: 0, pitch: 0.5 })).toEqual(['red', 'green', '#0072B2']);
  expect(order({ yaw: 0, pitch: -0.5 })).toEqual(['green', expect.any(String), expect.any(String)]);
});

it('points with a head that does not outgrow its arrow', () => {
  const arrow: Item = { ...line, isArrow: true };
  expect(drawn(sceneOf(arrow), front)).toMatch(/<polygon points="153\.0,100\.0 /);
  expect(drawn(sceneOf(arrow), { yaw: Math.PI / 2, pitch: 0 })).not.toContain('<polygon');
  expect(drawn(sceneOf(line), front)).not.toContain('<polygon');
});

interface Label {
  readonly x: number;
  readonly y: number;
}
const labelsOf = (svg: string): Label[] =>
  [...svg.matchAll(/<text x="([-\d.]+)" y="([-\d.]+)"/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));

it('writes labels outwards, apart from each other, and inside the picture', () => {
  const [one] = labelsOf(drawn(sceneOf({ ...line, label: 'a' }), front));
  expect(one.x).toBeGreaterThan(150);
  const [a, b] = labelsOf(drawn(sceneOf({ ...line, label: 'first' }, { ...line, label: 'second' }), front));
  expect(Math.abs(a.y - b.y) >= 14 || Math.abs(a.x - b.x) >= 36).toBe(true);
  const far: Item = {
    ...line,
    points: [
      [0, 0, 0],
      [2, 0, 0],
    ],
    label: 'a long label',
  };
  const [inside] = labelsOf(drawn(sceneOf(far), front));
  expect(inside.x + 3.6 * 'a long label'.length).toBeLessThanOrEqual(200);
});

it('writes a label beside a line that goes on, not on it', () => {
  const on: Item = {
    ...line,
    points: [
      [-2, 0, 0],
      [2, 0, 0],
    ],
  };
  const [label] = labelsOf(drawn(sceneOf({ ...line, label: 'dx' }, on), front));
  expect(Math.abs(label.y - 4.5 - 100)).toBeGreaterThan(8);
});

const moving = {
  ...line,
  path: [
    [
      [0, 0, 0],
      [1, 0, 0],
    ],
    [
      [0, 0, 0],
      [0, 0, 1],
    ],
  ] as Vector[][],
};

it('moves what has a path straight from step to step, and leaves it where its path ends', () => {
  const ends = [0, 0.5, 1, 2].map((step) => atStep(sceneOf(moving), step).items[0].points[1]);
  expect(ends).toEqual([
    [1, 0, 0],
    [0.5, 0, 0.5],
    [0, 0, 1],
    [0, 0, 1],
  ]);
});

it('shows an item from its first to its last step, and one without steps always', () => {
  const scene = sceneOf({ ...line, seen: [1, 2] }, line);
  expect([0, 0.4, 0.6, 2, 3].map((step) => atStep(scene, step).items.length)).toEqual([1, 1, 2, 2, 1]);
});

it('draws a dot at its place, and hides one behind the ground', () => {
  const dot: Item = { points: [[1, 0, 0]], colour: '#0072B2', dot: 4 };
  expect(drawn(sceneOf(dot), front)).toBe('<circle cx="150.0" cy="100.0" r="4" fill="#0072B2"/>');
  const ground: Item = {
    points: [
      [1, 1, 0],
      [1, -1, 0],
      [-1, 0, 0],
    ],
    colour: 'green',
  };
  const under = drawn(sceneOf(ground, { ...dot, points: [[0, 0, -1]] }), { yaw: 0, pitch: 0.5 });
  expect(under.indexOf('circle')).toBeLessThan(under.indexOf('polygon'));
});
