import { mean } from '../../../src/autograd/ops/mean.js';
import { tensor } from '../../../src/autograd/tensor.js';
import type { Tensor } from '../../../src/autograd/tensor.js';
import {
  requireSentences,
  rootMeanSquare,
  statisticsOver,
  withGammaAndBeta,
} from '../../../src/grade/exercises/statistics-over.js';
import { layerNorm } from '../../../src/norm/layer-norm.js';

const x = tensor([
  [
    [1, 3, 4, 8],
    [0, 2, 2, 5],
  ],
  [
    [7, -3, 1, 1],
    [2, 0, 1, 9],
  ],
]);

/** To nine digits. */
const close = ({ data }: Tensor): number[] => Array.from(data, (value) => Number(value.toFixed(9)) + 0);

describe('layers with statistics over chosen axes', () => {
  it('over the last axis, are LayerNorm', () => {
    expect(close(statisticsOver([2])(x))).toEqual(close(layerNorm({ x })));
  });

  it('over sentences and words, are BatchNorm: every feature has mean 0', () => {
    expect(close(mean(statisticsOver([0, 1])(x), { axis: [0, 1] }))).toEqual([0, 0, 0, 0]);
  });

  it('may take the deviation over other axes than the mean', () => {
    const one = statisticsOver([0, 2], [2])(x).data;
    expect(one[0]).not.toBeCloseTo(statisticsOver([0, 2])(x).data[0]);
  });

  it('multiply and shift every feature by numbers of its own', () => {
    const [plain, affine] = [rootMeanSquare(x).data, withGammaAndBeta(rootMeanSquare)(x).data];
    expect(affine[0]).toBeCloseTo(2 * plain[0] - 1);
    expect(affine[3]).toBeCloseTo(plain[3] + 0.5);
  });

  it('ask for three axes', () => {
    expect(() => requireSentences(tensor([1, 2]))).toThrow('three axes, and got [2]');
    for (const layer of [statisticsOver([0]), rootMeanSquare])
      expect(() => layer(tensor([[1, 2]]))).toThrow('three axes, and got [1, 2]');
  });
});
