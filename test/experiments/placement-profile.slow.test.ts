import { placementProfile, placementSockets } from '../../src/experiments/placement-profile.js';
import { streamSizes } from '../../src/experiments/stream-theory.js';

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;

test.each(Object.entries(placementSockets))(
  'the stream of %s is what theory says, over eight seeds',
  (name, sockets) => {
    const profiles = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => placementProfile({ ...sockets, depth: 6 }, seed));
    expect(profiles[0].placement).toBe(name);
    profiles[0].streamByLayer.theory.forEach((theory, l) => {
      const measured = mean(profiles.map(({ streamByLayer }) => streamByLayer.measured[l]));
      // Without a norm the chances of each layer multiply: a wide spread.
      const allowed = name === 'No norm' ? 0.6 : 0.12;
      expect([l, Math.abs(measured / theory - 1) < allowed]).toEqual([l, true]);
    });
  },
);

test('a theory without the tokens becoming alike would be noticed', () => {
  const [L, T] = [12, 8];
  const withCorrelation = streamSizes({ before: true }, L, T, { alpha: 1, beta: 1 })[L].v;
  const alone = 1 + L * (1 / T + 1 / 2);
  expect(withCorrelation / alone).toBeGreaterThan(1.5);
});

test('Pre-LN stays within the bounds of Xiong et al., Lemma 2: from 1 + l/2 to 1 + 3l/2', () => {
  streamSizes({ before: true }, 24, 16, { alpha: 1, beta: 1 }).forEach(({ v }, l) => {
    expect(v).toBeGreaterThanOrEqual(1 + l / 2);
    expect(v).toBeLessThanOrEqual(1 + (3 * l) / 2);
  });
});

test('at first attention says an eighth of what it hears and feed-forward a half, later attention says more', () => {
  const said = [1, 2, 3, 4, 5, 6, 7, 8].map(
    (seed) => placementProfile({ sum: true, depth: 8 }, seed).saidBySubLayer,
  );
  expect(said.map(({ length }) => length)).toEqual(new Array(8).fill(16));
  const at = (subLayer: number): number => mean(said.map((one) => one[subLayer]));
  expect(Math.abs(at(0) - 1 / 8)).toBeLessThan(0.02);
  for (const l of [0, 3, 7]) expect(Math.abs(at(2 * l + 1) - 1 / 2)).toBeLessThan(0.1);
  expect(at(14)).toBeGreaterThan(4 * at(0));
});

test('in Pre-LN the stream is what came in and all that was said', () => {
  const { saidBySubLayer, streamByLayer } = placementProfile({ before: true, depth: 6 });
  const sum = saidBySubLayer.reduce((total, s) => total + s, streamByLayer.measured[0]);
  expect(Math.abs(streamByLayer.measured[6] / sum - 1)).toBeLessThan(0.1);
});

test('a gate at 0 leaves the stream alone and gives the weights no gradient', () => {
  const { streamByLayer, gradientByLayer } = placementProfile({ gate: true, depth: 3 });
  expect(new Set(streamByLayer.measured).size).toBe(1);
  expect(gradientByLayer).toEqual([0, 0, 0]);
});

test('any combination has a name, a recursion and a drawing', () => {
  const all = placementProfile({ before: true, after: true, sum: true, alpha: true, gate: true, depth: 1 });
  expect(all.placement).toBe(
    'norm before + norm on the branch + norm on the sum + α on the stream + gate on the branch',
  );
  expect(all.recursion).toBe('x ← N(α x + a · N(f(N(x))));  v ← 1');
  expect(all.diagram.nodes.filter(({ kind }) => kind === 'norm')).toHaveLength(6);
});

test.each([0, 1.5, NaN])('a depth of %p is refused', (depth) => {
  expect(() => placementProfile({ depth })).toThrow('expected depth to be a whole number from 1');
});
