import { leavesAlone, readsItsArgument } from '../../src/grade/behaviour.js';
import { mul, tensor } from '../../src/index.js';
import type { Tensor } from '../../src/index.js';

type F = (x: Tensor) => Tensor;
const standard = { reference: ((x) => x) as F, parts: ['y'], wrong: [], telling: [] };
const reads = readsItsArgument<readonly [Tensor], F>(standard, {
  points: 1,
  inputs: [[tensor([1])], [tensor([2])]],
});
const leaves = leavesAlone<readonly [Tensor], F>({
  points: 1,
  inputs: [[tensor(Array.from({ length: 40 }, (_, i) => i))]],
});

describe('behaviour', () => {
  it('notices an answer that does not depend on the input', () => {
    const elsewhere = tensor([5]);
    expect(() => reads.run(() => mul(elsewhere, 2))).toThrow('Two different inputs got the same answer');
    expect(() => reads.run((x) => mul(x, 2))).not.toThrow();
  });

  it('leaves NaN to the checks of numbers', () => {
    expect(() => reads.run((x) => mul(x, NaN))).not.toThrow();
  });

  it('notices a single number changed far inside a large input', () => {
    const writes: F = (x) => {
      x.data[33] = -1;
      return x;
    };
    expect(() => leaves.run(writes)).toThrow('wrote into what it was given');
    expect(() => leaves.run((x) => x)).not.toThrow();
  });
});
