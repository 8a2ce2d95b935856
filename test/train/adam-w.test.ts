import { Adam, AdamW } from '../../src/index.js';
import { byRule, distance, fading, path } from './steps.js';

const [learningRate, eps, weightDecay] = [0.02, 1e-3, 0.3];
const betas = [0.7, 0.9] as const;

test('every number first shrinks by ηλ, then steps as Adam does without decay', () => {
  const want = byRule((g, p) => {
    const mean = ((1 - betas[0]) * fading(g, betas[0])) / (1 - Math.pow(betas[0], g.length));
    const squares = g.map((value) => value * value);
    const square = ((1 - betas[1]) * fading(squares, betas[1])) / (1 - Math.pow(betas[1], g.length));
    return p * (1 - learningRate * weightDecay) - (learningRate * mean) / (Math.sqrt(square) + eps);
  });
  const got = path((p) => new AdamW(p, { learningRate, betas, eps, weightDecay }));
  expect(distance(got, want)).toBeLessThan(1e-14);
  const coupled = path((p) => new Adam(p, { learningRate, betas, eps, weightDecay }));
  expect(distance(got, coupled)).toBeGreaterThan(0.01);
});

test('without decay it is Adam, bit for bit', () => {
  expect(path((p) => new AdamW(p, { learningRate, weightDecay: 0 }))).toEqual(
    path((p) => new Adam(p, { learningRate })),
  );
});

test('its decay is 0.01 unless said otherwise, and refused if negative', () => {
  expect(new AdamW(new Map(), { learningRate })).toMatchObject({ decoupledDecay: 0.01, weightDecay: 0 });
  expect(() => new AdamW(new Map(), { learningRate, weightDecay: -1 })).toThrow(
    'AdamW: expected weightDecay',
  );
});
