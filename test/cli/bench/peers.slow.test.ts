import { lineOf, measurePeers } from '../../../src/cli/bench/peers.js';

test('without any other engine ours is measured alone, and what is missing is said', async () => {
  const said: string[] = [];
  const all = await measurePeers(['no-such-python'], 1, (line) => said.push(line));
  expect(said.slice(1, 4)).toEqual(
    ['torch', 'torch-compile', 'jax'].map((kind) => `${kind}: none of the given Pythons has it`),
  );
  expect(all).toHaveLength(7);
  for (const { samples } of all) expect(Object.keys(samples)).toEqual(['ours']);
  expect(all.map(({ sizes: { depth, batch, length } }) => [depth, batch, length])).toEqual([
    ...[
      [4, 16, 6],
      [8, 16, 6],
      [12, 16, 6],
    ],
    ...[
      [4, 4, 6],
      [4, 64, 6],
      [4, 16, 12],
      [4, 16, 24],
    ],
  ]);
  expect(all[0].samples.ours[0]).toBeGreaterThan(0);
});

test('a peer is told as a multiple of ours, round by round', () => {
  const samples = { ours: [10, 20, 10], jax: [5, 10, 50] };
  expect(lineOf({ what: 'L = 4', samples })).toBe(
    'L = 4              ours 10.00 ms, jax 10.00 ms (0.50 × ours)',
  );
});
