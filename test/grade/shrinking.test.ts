import { smaller } from '../../src/grade/shrinking.js';
import { stream, tensor, Tensor } from '../../src/index.js';

const numbers = (...shape: number[]): Tensor => new Tensor(stream('shrinking', 1).normals(shape));
type Inputs = readonly [x: Tensor, gamma: Tensor, eps: number];

describe('a smaller input', () => {
  it('has short axes and round numbers, and axes that belong together stay alike', () => {
    const inputs: Inputs = [numbers(4, 3, 6), numbers(6), 0.3];
    const [x, gamma, eps] = smaller<Inputs>(inputs, ([less, factors]) => {
      expect(less.shape.at(-1)).toBe(factors.shape[0]);
      return true;
    });
    expect([x.shape, gamma.shape, eps]).toEqual([[1, 1, 3], [3], 0.3]);
    expect(x.data.every((value) => Number(value.toFixed(2)) === value && value !== 0)).toBe(true);
  });

  it('keeps what the mistake needs', () => {
    const inputs: readonly [Tensor] = [
      tensor([
        [1.5, 2],
        [7.25, 3],
        [4, 4],
        [5, 5],
      ]),
    ];
    const hasSeven = ([x]: readonly [Tensor]): boolean => x.data.some((value) => value > 7.2);
    const [x] = smaller(inputs, hasSeven);
    expect(x.shape).toEqual([1, 2]);
    expect(Array.from(x.data)).toEqual([7.3, 3]);
  });

  it('is never so round that numbers become 0 or alike', () => {
    const [x] = smaller([tensor([0.2, 0.3, 1])], () => true);
    expect(Array.from(x.data)).toEqual([0.2, 0.3, 1]);
  });

  it('is the input itself where nothing less shows the mistake', () => {
    const inputs: Inputs = [numbers(2, 3), numbers(3), 1];
    expect(smaller<Inputs>(inputs, () => false)).toBe(inputs);
  });
});
