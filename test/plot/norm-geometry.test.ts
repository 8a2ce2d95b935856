import { inspect } from 'node:util';
import { normGeometry } from '../../src/plot/index.js';
import { okabeIto } from '../../src/plot/palette.js';
import type { Scene } from '../../src/plot/turning/scene.js';
import { geometryAffine, geometryStages, widgets } from './examples.js';

const widget = widgets.normGeometry();
const sceneIn = (html: string): Scene =>
  JSON.parse(/data-scene="([^"]*)"/.exec(html)![1].replace(/&quot;/g, '"')) as Scene;
const scene = sceneIn(widget.html);
const dots = scene.items.filter(({ dot }) => dot !== undefined);
const third = Math.sqrt(3);

it('takes every row through all stages: straight down, straight out, and along γ', () => {
  expect(dots).toHaveLength(4);
  for (const { path } of dots) {
    const [[x], [c], [xhat]] = path!;
    expect(c[0]).toBeCloseTo(x[0], 2);
    expect(c[1]).toBeCloseTo(x[1], 2);
    expect(c[2]).toBeCloseTo(0, 2);
    expect(Math.hypot(xhat[0], xhat[1])).toBeCloseTo(third, 2);
    expect(Math.atan2(xhat[1], xhat[0])).toBeCloseTo(Math.atan2(c[1], c[0]), 2);
  }
});

it('shows what the points of a stage lie on at that stage alone', () => {
  expect(scene.items.filter(({ seen }) => seen).map(({ seen }) => seen!.join())).toEqual([
    '1,1',
    '1,1',
    '2,2',
    '2,2',
    '3,3',
    '3,3',
  ]);
});

it('says the half axes of the ellipse, which are its least and largest distance from its centre', () => {
  const distances = Array.from({ length: 3600 }, (_, n) => {
    const [a, b] = [Math.cos((n * Math.PI) / 1800), Math.sin((n * Math.PI) / 1800)];
    const row = [
      a / Math.SQRT2 + b / Math.sqrt(6),
      -a / Math.SQRT2 + b / Math.sqrt(6),
      (-2 * b) / Math.sqrt(6),
    ];
    return Math.hypot(...row.map((value, i) => third * value * geometryAffine.gamma[i]));
  });
  const [least, largest] = [Math.min(...distances), Math.max(...distances)].map((d) =>
    Number(d.toPrecision(3)),
  );
  expect(scene.steps![3].note).toContain(`half axes ${largest}, ${least}.`);
  expect(scene.steps![3].note).toContain('around β = (1, 0, 0)');
});

it('says what is seen, and carries its numbers', () => {
  expect(widget.title).toBe(
    'LayerNorm: a cloud falls into a plane and then moves onto a circle, and γ makes it an ellipse',
  );
  expect(widget.alt).toContain('x: 4 rows of three features, each a point, 2.24 to 6.4 from 0.');
  expect(widget.alt).toContain('to the distance √3 from 0: 1.73.');
  expect(inspect(widget)).toBe(widget.alt);
  expect(widget.records.rows).toHaveLength(16);
  expect(widget.svg).not.toMatch(/NaN|undefined/);
});

it('shows RMSNorm as a sphere without a plane', () => {
  const onSphere = geometryStages[0].points.map((row) =>
    row.map((value) => (value * third) / Math.hypot(...row)),
  );
  const rms = normGeometry([geometryStages[0], { name: 'x̂', on: 'sphere', points: onSphere }], {
    marked: { A: 1 },
  });
  expect(rms.title).toBe('RMSNorm: a cloud moves onto a sphere');
  expect(rms.alt).toContain('Nothing falls into the plane.');
  expect(sceneIn(rms.html).items.filter(({ label }) => label === 'A')).toHaveLength(1);
});

it('uses only colours that every kind of colour vision tells apart', () => {
  const colours = scene.items.map(({ colour }) => colour).filter((colour) => colour !== 'currentColor');
  expect(colours.filter((colour) => !okabeIto.includes(colour))).toEqual([]);
});

it('refuses rows that are not where their stage says, other rows, and none', () => {
  const [x, c, xhat] = geometryStages;
  expect(() => normGeometry([{ ...x, on: 'plane' }])).toThrow('the points of x do not lie on the plane');
  expect(() => normGeometry([{ ...c, on: 'circle' }])).toThrow('the points of c do not lie on the circle');
  expect(() => normGeometry([{ ...xhat, on: 'ellipse' }], { gamma: [2, 1, 1] })).toThrow(
    'do not lie on the ellipse',
  );
  expect(() => normGeometry([x, { ...c, points: c.points.slice(1) }])).toThrow('the same rows');
  expect(() => normGeometry([{ ...x, points: [[1, 2]] }])).toThrow('three features');
  expect(() => normGeometry([])).toThrow('the same rows');
});
