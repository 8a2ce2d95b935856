import { inspect } from 'node:util';
import { projection3d, Widget } from '../../src/plot/index.js';
import { okabeIto } from '../../src/plot/palette.js';
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

it('draws every word of three from the side, x̂ to the right', () => {
  for (const word of [
    [0.5, 0.1, 0.1],
    [0.1, 0.5, -1],
    [-3, 2, 1],
  ]) {
    const { svg } = projection3d(wayBack(word, [1, -2, 0.5], 1e-5));
    const [, x, anchor] = /<text x="([\d.]+)"[^>]*>(x̂)</.exec(svg) ?? [];
    expect(anchor).toBe('x̂');
    expect(Number(x)).toBeGreaterThan(250);
    expect(svg).not.toMatch(/NaN|undefined/);
  }
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
