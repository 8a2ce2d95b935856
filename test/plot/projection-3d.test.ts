import { inspect } from 'node:util';
import { projection3d, Widget } from '../../src/plot/index.js';
import { okabeIto } from '../../src/plot/palette.js';
import { turned } from '../../src/plot/turning/draw.js';
import type { Scene } from '../../src/plot/turning/scene.js';
import { wayBack, widgets } from './examples.js';

const widget = widgets.projection3d();
const length = (v: readonly number[]): number => Math.hypot(...v);
const vector = (name: string): number[] =>
  widget.records.rows.find(([first]) => first === name)!.slice(1, 4) as number[];
const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * b[i], 0);

it('shows g without its part along 1, and then without its part along x̂', () => {
  expect(dot(vector('g − mean(g)'), [1, 1, 1])).toBeCloseTo(0, 12);
  expect(dot(vector('dx / r'), [1, 1, 1])).toBeCloseTo(0, 12);
  expect(dot(vector('dx / r'), vector('x̂'))).toBeCloseTo(0, 2); // ε leaves a little of it
  const taken = vector('g').map((value, i) => value - vector('g − mean(g)')[i]);
  expect(new Set(taken.map((value) => value.toFixed(12))).size).toBe(1);
});

it('says how much of g remains', () => {
  const share = (100 * length(vector('dx / r'))) / length(vector('g'));
  expect(widget.title).toBe(
    `Of the gradient g, ${Number(share.toPrecision(2))} % remain: what is orthogonal to 1 and to x̂`,
  );
  expect(widget.alt).toContain(`g has length ${length(vector('g')).toPrecision(3)}.`);
  expect(inspect(widget)).toBe(widget.alt);
});

it('shows as a page, as a picture and in words, and carries its numbers', () => {
  const bundle = widget._repr_mimebundle_();
  expect(Object.keys(bundle)).toEqual([
    'text/html',
    'image/svg+xml',
    'application/vnd.normlab.records+json',
    'text/plain',
  ]);
  expect(bundle['application/vnd.normlab.records+json']).toMatchObject({
    title: widget.title,
    columns: ['vector', 'feature 0', 'feature 1', 'feature 2', 'length'],
  });
  expect(widget.table().rows.map(([name]) => name)).toEqual(['g', 'g − mean(g)', 'dx / r', 'x̂']);
  expect(widget).toBeInstanceOf(Widget);
});

it('uses only colours that every kind of colour vision tells apart, and follows the page in all else', () => {
  const scene = /data-scene="([^"]*)"/.exec(widget.html)![1];
  expect((scene.match(/#[0-9A-F]{6}/gi) ?? []).filter((colour) => !okabeIto.includes(colour))).toEqual([]);
  expect(scene).toContain('currentColor');
});

it('is first seen from where no arrow in the plane points at the eye', () => {
  const words = [
    [0.5, 0.1, 0.1],
    [0.1, 0.5, -1],
    [-3, 2, 1],
  ];
  for (const word of words) {
    const { html } = projection3d(wayBack(word, [1.5, -1, -0.2], 1e-5));
    const scene = JSON.parse(/data-scene="([^"]*)"/.exec(html)![1].replace(/&quot;/g, '"')) as Scene;
    for (const { points } of scene.items.filter(({ label }) => label === 'x̂' || label === 'g − mean(g)')) {
      const [right, up] = turned(points[1], scene.views[0]);
      expect(Math.hypot(right, up) / length(points[1])).toBeGreaterThan(0.6);
    }
  }
});

it('looks along x̂, along 1, and from the side', () => {
  const scene = JSON.parse(/data-scene="([^"]*)"/.exec(widget.html)![1].replace(/&quot;/g, '"')) as Scene;
  const [side, down, along] = scene.views;
  const xhat = scene.items.find(({ label }) => label === 'x̂')!.points[1];
  expect(turned(xhat, along)[2]).toBeCloseTo(length(xhat), 12);
  expect(turned([0, 0, 1], down)[2]).toBeCloseTo(1, 12);
  expect(turned([0, 0, 1], side)[1]).toBeGreaterThan(0.8);
});

it('stands a gradient of 0', () => {
  const none = projection3d(wayBack([1, 2, 4], [0, 0, 0], 1e-5));
  expect(none.svg).not.toMatch(/NaN|undefined/);
});

it('refuses other lengths, and a dx that is not that of LayerNorm', () => {
  expect(() => projection3d(wayBack([1, 2], [1, 2], 0))).toThrow('three entries');
  const records = wayBack([1, 2, 4], [1, 0, 0], 0);
  expect(() => projection3d({ ...records, dx: records.g })).toThrow('dx / rstd is not g − mean(g)');
});
