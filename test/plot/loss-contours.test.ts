import { at, lossContours } from '../../src/plot/index.js';
import type { Figure, LossBowl } from '../../src/plot/index.js';
import { bowls } from './examples.js';

const named = (figure: Figure, name: string): { x: (number | null)[]; y: (number | null)[] } =>
  figure.data.find((trace) => trace.name === name) as unknown as {
    x: (number | null)[];
    y: (number | null)[];
  };

it('draws six rings, each of one loss and of a quarter of the next one, the second through the start', () => {
  const [{ hessian, minimum, paths }] = bowls;
  const [[a, b], [, c]] = hessian;
  const loss = (x: number, y: number): number => (a * x * x + 2 * b * x * y + c * y * y) / 2;
  const { x, y } = named(lossContours(bowls), 'contours, raw');
  const values = x.map((w, i) => (w === null ? NaN : loss(w, Number(y[i]))));
  const [w, v] = paths[0].weights[0];
  for (let ring = 0; ring < 6; ring++)
    for (const value of values.slice(122 * ring, 122 * ring + 121))
      expect(value / (loss(w - minimum[0], v - minimum[1]) * Math.pow(4, 1 - ring))).toBeCloseTo(1, 10);
  expect(x.filter((one) => one === null)).toHaveLength(6);
});

it('draws the path of each rate, up to the step that leaves the picture', () => {
  expect(named(lossContours(bowls), 'path, raw').x).toEqual([-1, -0.5, -0.25]);
  expect(named(at(lossContours(bowls), '3'), 'path, raw').x).toEqual([-1, 8]);
});

it('has the same scale along both axes of each bowl', () => {
  const { layout } = lossContours(bowls);
  expect(layout).toMatchObject({ yaxis: { scaleanchor: 'x' }, yaxis2: { scaleanchor: 'x2' } });
});

it('says what is left of the loss at each rate', () => {
  expect(lossContours(bowls).alt).toContain(
    'At rate 0.5: raw, after 2 steps 0.063 of the loss is left; standardized, after 2 steps it is there.',
  );
  expect(lossContours(bowls).alt).toContain('At rate 3: raw, after 2 steps further away than at the start');
});

it('refuses bowls without a minimum, of other rates, or that start in it', () => {
  const [raw, round] = bowls;
  const flat: LossBowl = {
    ...raw,
    hessian: [
      [1, 2],
      [2, 1],
    ],
  };
  expect(() => lossContours([flat])).toThrow('the loss of raw has no minimum');
  expect(() => lossContours([raw, { ...round, paths: round.paths.slice(1) }])).toThrow(
    'other learning rates',
  );
  expect(() => lossContours([{ ...raw, minimum: [0, 0] }])).toThrow('does not start away from its minimum');
  expect(() => lossContours([])).toThrow(RangeError);
});
