import { depthRate } from '../../src/plot/index.js';
import type { DepthRateRecord, Figure } from '../../src/plot/index.js';
import { depthRateRecords } from './examples.js';

const options = { chance: Math.log(8), depth: 12 };
const named = (figure: Figure, name: string): Record<string, unknown> =>
  figure.data.find((trace) => trace.name === name) ?? {};
const runs = (arm: string, losses: Record<number, number[]>): DepthRateRecord[] =>
  Object.entries(losses).flatMap(([rate, all]) =>
    all.map((loss, seed) => ({ arm, seed, learningRate: Number(rate), loss })),
  );

it('draws medians over seeds and a band from the smallest to the largest, rates in order', () => {
  const figure = depthRate(runs('pre', { 0.01: [0.2, 0.9, 0.3], 0.001: [1, 1.2, 1.1] }), options);
  expect(named(figure, 'pre')).toMatchObject({ x: [0.001, 0.01], y: [1.1, 0.3] });
  expect(named(figure, 'pre, band').y).toEqual([1.2, 0.9, 0.2, 1]);
});

it('marks each rate with its number as one writes it', () => {
  const { layout } = depthRate(runs('pre', { 0.0003: [1], 0.003: [0.3], 0.03162278: [0.4] }), options);
  expect((layout.xaxis as { ticktext: string[] }).ticktext).toEqual(['0.0003', '0.003', '0.0316']);
});

it('puts at the upper edge, each in a row of its own, what is too large or no finite number', () => {
  const figure = depthRate(
    [...runs('none', { 0.01: [NaN], 0.1: [77] }), ...runs('post', { 0.01: [1], 0.1: [Infinity] })],
    options,
  );
  const beyond = named(figure, 'beyond the picture') as { x: number[]; y: number[]; hovertext: string[] };
  expect(beyond.x).toEqual([0.01, 0.1, 0.1]);
  expect(beyond.y[2]).toBeLessThan(beyond.y[1]);
  expect(beyond.hovertext.map((text) => /Loss: ([^,]+),/.exec(text)?.[1])).toEqual([
    'no finite number',
    '77',
    'no finite number',
  ]);
  expect((named(figure, 'bare network').hovertext as string[])[1]).toContain('Loss: 77,');
  expect(JSON.stringify(figure.toJSON())).not.toContain('Infinity,');
});

it('names no winner across rates unless one wins them all', () => {
  expect(depthRate(depthRateRecords, options).title).toBe(
    'At depth 12 the best placement depends on the learning rate: deepnorm at 4 and peri at 1 of 5',
  );
  const one = [...runs('pre', { 0.01: [0.2], 0.1: [0.3] }), ...runs('post', { 0.01: [1], 0.1: [2] })];
  expect(depthRate(one, options).title).toBe(
    'At depth 12, pre has the lowest loss at each of 2 learning rates',
  );
});

it('says in words what each placement comes to, and at how many rates it trains', () => {
  const { alt } = depthRate(depthRateRecords, options);
  expect(alt).toContain('post comes to 0.9 at 0.001 and below half of chance at 1 of 5 rates');
  expect(alt).toContain('Trained here: post 1.75 at 0.003.');
  expect(depthRate(runs('none', { 0.1: [NaN] }), options).alt).toContain('gives no finite number');
});

it('lays live runs over the stored ones as open circles, and leaves medians and bands alone', () => {
  const stored = runs('pre', { 0.01: [0.2, 0.4, 0.3] });
  const figure = depthRate([...stored, { ...stored[0], loss: 9, live: true }], options);
  expect(named(figure, 'pre').y).toEqual([0.3]);
  const live = named(figure, 'trained here');
  expect(live).toMatchObject({ x: [0.01], y: [2 * options.chance] });
  expect(live.marker).toMatchObject({ symbol: 'circle-open' });
  expect(depthRate(stored, options).subtitle).not.toContain('trained in this notebook');
  expect(() => depthRate([{ ...stored[0], live: true }], options)).toThrow(RangeError);
});
