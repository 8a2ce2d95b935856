import {
  directionThroughDepth,
  signalThroughDepth,
  sizeAtTop,
  weightGradientByScale,
} from '../../src/experiments/signal-through-depth.js';

const seeds = [1, 2, 3, 4, 5];

test('signalThroughDepth multiplies the size by about s/√2 in each plain layer', () => {
  for (const seed of seeds)
    for (const scale of [0.1, 0.5, 2, 5]) {
      const { sizes } = signalThroughDepth([scale], seed)[0];
      expect(sizes).toHaveLength(51);
      const exponent = Math.log10(sizes[50] / sizes[0]);
      // Fifty random layers of width 64 wander by about one power of ten around the expected factor.
      expect(Math.abs(exponent - 50 * Math.log10(scale / Math.SQRT2))).toBeLessThan(2.5);
    }
});

test('signalThroughDepth is exactly proportional: the same seed means the same weights at every scale', () => {
  const [one, two] = signalThroughDepth([1, 2], 3);
  one.sizes.forEach((size, layer) =>
    expect(two.sizes[layer] / (size * Math.pow(2, layer))).toBeCloseTo(1, 10),
  );
});

test('signalThroughDepth with LayerNorm does not depend on s while the deviation is far above √ε', () => {
  for (const seed of seeds) {
    const [a, b] = signalThroughDepth([0.1, 10], seed, { norm: 'layerNorm', eps: 1e-12 });
    expect(Math.abs(sizeAtTop([a], 0.1) / sizeAtTop([b], 10) - 1)).toBeLessThan(1e-6);
  }
});

test('signalThroughDepth with LayerNorm dies at s = 0.001 of its ε and of nothing else', () => {
  for (const seed of seeds) {
    expect(signalThroughDepth([1e-3], seed, { norm: 'layerNorm' })[0].sizes[50]).toBeLessThan(1e-25);
    expect(signalThroughDepth([1e-3], seed, { norm: 'layerNorm', eps: 1e-14 })[0].sizes[50]).toBeGreaterThan(
      0.5,
    );
  }
});

test('weightGradientByScale falls as 1/s', () => {
  for (const seed of seeds) {
    const products = weightGradientByScale([0.5, 1, 2, 10], seed, { eps: 1e-12 }).map(
      (r) => r.gradient * r.scale,
    );
    for (const product of products) expect(product / products[0]).toBeCloseTo(1, 5);
  }
});

test('directionThroughDepth brings two unrelated inputs together, with and without LayerNorm', () => {
  for (const norm of ['plain', 'layerNorm'] as const)
    for (const seed of seeds) {
      const { cosines } = directionThroughDepth(Math.SQRT2, seed, { norm });
      expect(Math.abs(cosines[0])).toBeLessThan(0.5);
      expect(cosines[50]).toBeGreaterThan(0.9);
      expect(cosines[50]).toBeLessThanOrEqual(1 + 1e-12);
    }
});

test('sizeAtTop names the scales it has when asked for another', () => {
  expect(() => sizeAtTop(signalThroughDepth([1, 2], 1, { depth: 1 }), 3)).toThrow(
    'sizeAtTop: expected one of the scales 1, 2, got 3',
  );
});
