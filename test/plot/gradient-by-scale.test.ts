import { gradientByScale } from '../../src/plot/gradient-by-scale.js';

test('gradientByScale states the slope it was given', () => {
  const inverse = gradientByScale([1, 2, 4].map((scale) => ({ scale, gradient: 8 / scale })));
  expect([inverse.title, inverse.alt]).toEqual([
    expect.stringMatching(/as 1\/s$/),
    expect.stringContaining('slope of −1.00'),
  ]);
  expect(gradientByScale([1, 2, 4].map((scale) => ({ scale, gradient: 8 / (scale * scale) }))).alt).toContain(
    'slope of −2.00',
  );
});

test('gradientByScale has two log axes, which say so', () => {
  const { layout } = gradientByScale([1, 10].map((scale) => ({ scale, gradient: 1 / scale })));
  expect([layout.xaxis, layout.yaxis]).toEqual([
    expect.objectContaining({ type: 'log' }),
    expect.objectContaining({ type: 'log' }),
  ]);
  expect(JSON.stringify(layout.xaxis)).toContain('log scale');
});
