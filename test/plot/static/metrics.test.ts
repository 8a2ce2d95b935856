import { arimo } from '../../../src/plot/static/metrics.js';

/** Advances of Helvetica and Arial in thousandths of an em, as published in their metric files. */
const regular = {
  A: 667,
  W: 944,
  i: 222,
  m: 833,
  '0': 556,
  ' ': 278,
  '.': 278,
  '(': 333,
  '−': 584,
  '²': 333,
};
const bold = { A: 722, W: 944, i: 278, m: 889, '0': 556 };

it.each(Object.entries(regular))('knows that %p is as wide as in Arial', async (character, width) => {
  expect((await arimo())(character, 1000)).toBeCloseTo(width, -0.5);
});

it.each(Object.entries(bold))('knows that bold %p is as wide as in Arial Bold', async (character, width) => {
  expect((await arimo())(character, 1000, true)).toBeCloseTo(width, -0.5);
});

it('adds up, scales with the size, and gives a combining mark no width', async () => {
  const measure = await arimo();
  expect(measure('Ai', 20)).toBeCloseTo(measure('A', 20) + measure('i', 20), 10);
  expect(measure('Ai', 20)).toBeCloseTo(2 * measure('Ai', 10), 10);
  expect(measure('x̂', 10)).toBe(measure('x', 10));
});

it.each(Array.from('γβεμσ√²⁻≤∓⟨⟩→∞⁰'))('has a width for %s', async (character) => {
  const width = (await arimo())(character, 1);
  expect(width).toBeGreaterThan(0.2);
  expect(width).toBeLessThanOrEqual(1);
});
