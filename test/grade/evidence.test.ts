import { brief, shown } from '../../src/grade/evidence.js';
import { stream, tensor, Tensor } from '../../src/index.js';

describe('evidence', () => {
  it('shows small inputs whole, in one line', () => {
    expect(
      brief([
        tensor([
          [1, 2],
          [3, 0.5],
        ]),
        1e-5,
        true,
        [1, 2],
      ]),
    ).toBe('[[1, 2], [3, 0.5000]], 0.00001, true, [1,2]');
    expect(brief([tensor(3), tensor([1], { dtype: 'float32' }), tensor([[[1], [2]]])])).toBe(
      '3, float32 [1], [1, 2] of shape [1, 2, 1]',
    );
    expect(brief([tensor([])])).toBe('[]');
  });

  it('shows a rounding error beside larger numbers as nothing', () => {
    expect(brief([tensor([-2.8e-17, 0.1])])).toBe('[0.0000, 0.1000]');
    expect(brief([tensor([-2.8e-17])])).toBe('[-2.800e-17]');
  });

  it('shows of a large tensor its shape and first row', () => {
    const large = new Tensor(stream('large', 0).normals([20, 3]));
    expect(brief([large])).toMatch(/^a tensor \[20, 3\], first row \[[-\d., ]+\]$/);
  });

  it('writes wanted and got one under the other, with as many digits as tell them apart', () => {
    const [right, off] = [tensor([1, 12.5]), tensor([1, 12.5000001])];
    expect(shown([tensor([3])], right, off, 1)).toEqual({
      input: '[3]',
      expected: '[          1, 12.50000000]',
      got: '[          1, 12.50000010]',
    });
    expect(shown([tensor([3])], tensor([1, 0]), tensor([1, 1e-17]))).toMatchObject({
      expected: '[1, 0]',
      got: '[1, 0]',
    });
  });

  it('shows the row in which large results differ', () => {
    const large = new Tensor({
      data: Float64Array.from({ length: 16 }, (_, i) => i),
      shape: [4, 4],
      dtype: 'float64',
    });
    expect(shown([large], large, large, 9)).toEqual({
      input: 'row 2: [8, 9, 10, 11]',
      expected: 'row 2: [ 8,  9, 10, 11]',
      got: 'row 2: [ 8,  9, 10, 11]',
    });
  });
});
