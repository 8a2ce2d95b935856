import { placementInWords, placementPicture, rangesOf } from '../../../src/plot/explorer/picture.js';
import { block, placementStates } from '../examples.js';

const [post, , none] = placementStates;
const ranges = rangesOf(placementStates);

it('shows block, stream and gradient together', () => {
  const svg = placementPicture(post, ranges);
  expect(svg).toContain('LayerNorm');
  expect(svg.match(/<polyline/g)).toHaveLength(1);
  expect(svg.match(/<circle[^>]*r='3.2'/g)).toHaveLength(7 + 6);
});

it('draws a higher block smaller, so that it stays in its room', () => {
  const tall = { ...post, diagram: block(['before', 'after', 'sum', 'alpha', 'gate']) };
  const scale = (svg: string): number => Number(/scale\(([\d.]+)\)/.exec(svg)![1]);
  expect(scale(placementPicture(tall, ranges))).toBeLessThan(scale(placementPicture(post, ranges)));
});

it('takes axes for all states, and leaves explosions beyond them', () => {
  expect(ranges.stream[0]).toBeLessThan(1);
  expect(ranges.stream[1]).toBeGreaterThan(13);
  expect(ranges.stream[1]).toBeLessThan(1e5);
  expect(placementPicture(placementStates[5], ranges)).toContain("fill='#0072B2'/>");
  const same = { ...post, streamByLayer: { theory: [1, 1], measured: [1, 1] }, gradientByLayer: [NaN] };
  const { stream, gradient } = rangesOf([same]);
  for (const [low, high] of [stream, gradient]) expect(low).toBeLessThan(high);
});

it('says a state in words, with what theory says and what was measured', () => {
  expect(placementInWords(post)).toBe(
    'Post-LN, 6 blocks of two sub-layers: v ← v + 1 at each. The mean square of the stream goes from 1.1 to 1.1 (theory: 1); ' +
      'the gradient at the last block is 2.49 times that at the first.',
  );
  const still = { ...post, gradientByLayer: [0, 0, 0, 0, 0, 0] };
  expect(placementInWords(still)).toContain('the gradient is 0 at the last block and 0 at the first.');
  const broken = { ...none, gradientByLayer: [1, 2, 3, 4, 5, Infinity] };
  expect(placementInWords(broken)).toContain('no finite number times');
});
