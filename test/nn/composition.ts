import { gradient, stream, Tensor } from '../../src/index.js';

/** The gradients by hand, those through the composition, and the largest number among them. */
export function bothWays(
  f: (...inputs: Tensor[]) => Tensor,
  inputs: readonly Tensor[],
): { byHand: number[]; composed: number[]; size: number } {
  const y = f(...inputs);
  const dy = new Tensor(stream('both ways', y.data.length).normals(y.shape));
  const [byHand, composed] = [false, true].map((createGraph) =>
    gradient(y, inputs, { dy, createGraph }).flatMap((dx) => [...dx.data]),
  );
  return { byHand, composed, size: Math.max(1, ...byHand.map(Math.abs)) };
}

/** Expects that the backward derived by hand is that of the composition, to a few roundings. */
export function expectBothWaysEqual(f: (...inputs: Tensor[]) => Tensor, inputs: readonly Tensor[]): void {
  const { byHand, composed, size } = bothWays(f, inputs);
  expect(byHand).toHaveLength(composed.length);
  const error = Math.max(...byHand.map((value, i) => Math.abs(value - composed[i])));
  expect(error).toBeLessThanOrEqual(1e-14 * size);
}
