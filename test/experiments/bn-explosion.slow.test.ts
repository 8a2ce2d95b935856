import {
  bnExplosion,
  growthUnderBatchNorm,
  squaredGrowthOfLinear,
} from '../../src/experiments/bn-explosion.js';
import { circumstances } from '../../src/experiments/runs.js';
import { add, batchNorm, gradient, matmul, relu, streams, Tensor } from '../../src/index.js';
import { asIf, metricsOf, misjudged } from './as-if.js';

const setting = { width: 24, batch: 12, depth: 9 };
const of = (arm: string, sabotage?: string, seed = 1): number =>
  metricsOf(bnExplosion, { arm, setting }, { seed, ...(sabotage !== undefined && { sabotage }) })
    .gradientGrowth as number;

/** The norms of the gradients at the input and after each layer, of one whole graph. */
function wholeGraph(residual: boolean): number[] {
  const random = streams(1);
  const { width, batch, depth } = setting;
  const weights = random('weights');
  const h = [new Tensor(random('input').normals([batch, width]))];
  for (let l = 0; l < depth; l++) {
    const W = new Tensor(weights.normals([width, width], { deviation: Math.sqrt(2 / width) }));
    const y = relu(batchNorm({ x: matmul(h[l], W) }, { eps: 0 }));
    h.push(residual ? add(h[l], y) : y);
  }
  const dy = new Tensor(random('cotangent').normals([batch, width]));
  return gradient(h[depth], h, { dy }).map(({ data }) => Math.hypot(...data));
}

test('the gradients, layer by layer, are those of the whole network', () => {
  const norms = wholeGraph(false);
  expect(of('batch-norm') / Math.pow(norms[4] / norms[9], 1 / 5)).toBeCloseTo(1, 10);
  const residual = wholeGraph(true);
  const { gradientGrowth, firstOverLast } = metricsOf(bnExplosion, { arm: 'residual-batch-norm', setting });
  expect((gradientGrowth as number) / Math.pow(residual[4] / residual[9], 1 / 5)).toBeCloseTo(1, 10);
  expect((firstOverLast as number) / (residual[0] / residual[9])).toBeCloseTo(1, 10);
});

test('it pauses between layers on both ways, and says how far it is', () => {
  const given = circumstances({ preset: 'notebook', seed: 1 });
  const steps = [...bnExplosion.run({ arm: 'none', setting, cost: 1 }, given)];
  expect(steps.map(({ done, of: all }) => done / all)).toEqual(
    Array.from({ length: 18 }, (_, i) => (i + 1) / 18),
  );
});

test('each sabotage is heard by the arms that it means, and by no other', () => {
  const heard = bnExplosion.arms.map((arm) =>
    Object.keys(bnExplosion.sabotages).filter((sabotage) => Math.abs(of(arm, sabotage) / of(arm) - 1) > 1e-9),
  );
  expect(Object.fromEntries(bnExplosion.arms.map((arm, i) => [arm, heard[i]]))).toEqual({
    'batch-norm': ['no-norm', 'statistics-are-constants'],
    'layer-norm': ['statistics-over-the-batch'],
    'rms-norm': ['statistics-over-the-batch'],
    none: ['variance-halved'],
    'linear-batch-norm': ['no-norm', 'statistics-are-constants'],
    'residual-batch-norm': ['no-norm', 'statistics-are-constants', 'no-skip'],
  });
});

test('under a norm with ε = 0 halving the variance of the weights changes nothing but rounding', () => {
  for (const arm of ['batch-norm', 'layer-norm', 'rms-norm'])
    expect(of(arm, 'variance-halved') / of(arm)).toBeCloseTo(1, 10);
  expect(of('none', 'variance-halved') / of('none')).toBeCloseTo(Math.SQRT1_2, 10);
});

test('the claims hold on what PyTorch measured, and notice what is wrong with it', () => {
  const growths: Record<string, number> = {
    ...{ 'batch-norm': 1.2109, 'layer-norm': 1.0003, 'rms-norm': 0.9993, none: 1.0018 },
    ...{ 'linear-batch-norm 8': 1.0864, 'linear-batch-norm 16': 1.0334, 'linear-batch-norm 32': 1.0166 },
  };
  const firstOverLast: Record<number, number> = { 10: 3, 20: 4.66, 40: 9.4 };
  const yardstick = (preset: 'notebook' | 'full'): string[] =>
    misjudged(
      bnExplosion,
      asIf(
        bnExplosion,
        ({ arm, setting: { width, batch, depth } }) =>
          arm === 'residual-batch-norm'
            ? { gradientGrowth: 1.06, firstOverLast: firstOverLast[Number(depth)] }
            : {
                gradientGrowth: width === 128 ? 1.2247 : (growths[arm] ?? growths[`${arm} ${String(batch)}`]),
              },
        preset,
      ),
      preset,
    );
  expect(yardstick('notebook')).toEqual([]);
  expect(yardstick('full')).toEqual([]);
});

test('the constants of theory are those of Yang and others', () => {
  expect(growthUnderBatchNorm).toBeCloseTo(1.2112, 4);
  expect([5, 8, 16, 32].map(squaredGrowthOfLinear).map((value) => value.toFixed(4))).toEqual([
    '1.5000',
    '1.2000',
    '1.0769',
    '1.0345',
  ]);
});
