import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { gradient, layerNorm, stream, Tensor, tensor } from '../../../src/index.js';
import { exercises, gradeCandidate } from '../../../src/grade/index.js';
import type { Finding } from '../../../src/grade/index.js';
import type { Battery } from '../../../src/grade/exercises/catch-all/asked.js';
import { batteryWith, wholePlan } from '../../../src/grade/exercises/catch-all/battery.js';
import { gradesItsVersions, run } from '../versions.js';

const { catchAll } = exercises;
const found = (battery: Battery): Finding | undefined =>
  gradeCandidate(battery, catchAll, { run }).findings.at(-1);

/** Checks as a learner writes them, in stages: each stage asks one more question. */
function staged(stages: {
  readonly gammaAndBeta?: boolean;
  readonly eps?: readonly number[];
  readonly gradients?: boolean;
  readonly far?: number;
}): Battery {
  const { gammaAndBeta = false, eps = [1e-5], gradients = false, far } = stages;
  return (layer) => {
    const random = stream('a learner', 1);
    const vector = (value: number): Tensor =>
      new Tensor(random.normals([4], { mean: value, deviation: gammaAndBeta ? 1 : 0 }));
    const agrees = (epsilon: number): boolean => {
      const [x, gamma, beta] = [new Tensor(random.normals([2, 3, 4])), vector(1), vector(0)];
      const outputs = [layer(x, gamma, beta, epsilon), layerNorm({ x, gamma, beta }, { eps: epsilon })];
      const dy = new Tensor(random.normals([2, 3, 4]));
      const walked = gradients ? outputs.map((each) => gradient(each, [x], { dy })[0]) : outputs;
      return [outputs, walked].every(([a, b]) =>
        b.data.every((value, i) => Math.abs(a.data[i] - value) < 1e-9),
      );
    };
    if (!eps.every(agrees)) return false;
    if (far === undefined) return true;
    const x = new Tensor(random.normals([3, 4], { mean: far, dtype: 'float32' }));
    const ones = new Tensor(random.normals([4], { mean: 1, deviation: 0, dtype: 'float32' }));
    const zeros = new Tensor(random.normals([4], { deviation: 0, dtype: 'float32' }));
    const right = layerNorm({ x });
    return layer(x, ones, zeros, 1e-5).data.every((value, i) => Math.abs(value - right.data[i]) < 0.02);
  };
}

describe('the exercise of checks that catch all', () => {
  gradesItsVersions(catchAll);

  it('leads a learner from one question to the next', () => {
    const steps: readonly (readonly [Parameters<typeof staged>[0], string])[] = [
      [{}, 'γ is always 1'],
      [{ gammaAndBeta: true }, 'only one ε'],
      [{ gammaAndBeta: true, eps: [1e-5, 0.3] }, 'never in float32'],
      [{ gammaAndBeta: true, eps: [1e-5, 0.3], gradients: true }, 'never in float32'],
      [{ gammaAndBeta: true, eps: [1e-5, 0.3], far: 10 }, 'float32, but near zero'],
      [{ gammaAndBeta: true, eps: [1e-5, 0.3], far: 1e4 }, 'never looks at the way back'],
    ];
    for (const [stages, misconception] of steps)
      expect(found(staged(stages))?.misconception).toBe(misconception);
    const whole = staged({ gammaAndBeta: true, eps: [1e-5, 0.3], far: 1e4, gradients: true });
    expect(gradeCandidate(whole, catchAll, { run }).points).toBe(100);
  });

  it('passes its own worked solution', () => {
    const { outputText } = ts.transpileModule(catchAll.solution, {
      compilerOptions: { target: ts.ScriptTarget.ES2022 },
    });
    const given = { gradient, layerNorm, stream, Tensor };
    const solution = runInNewContext(`${outputText}\n;myChecks`, given) as Battery;
    expect(gradeCandidate(solution, catchAll, { run }).points).toBe(100);
  });

  it('counts what is caught: each group by itself, and the layers that slip through beside the one it shows', () => {
    const stages = { gammaAndBeta: true, eps: [1e-5, 0.3] };
    const last = (battery: Battery): unknown => {
      const { points, findings } = gradeCandidate(battery, catchAll, { run });
      return [points, findings.at(-1)?.shown?.input, findings.at(-1)?.shown?.got];
    };
    expect(last(staged(stages))).toEqual([80, 'E[x²] − E[x]²', 'true, as for 1 more of the eighteen']);
    expect(last(staged({ ...stages, gradients: true }))).toEqual([80, 'E[x²] − E[x]²', 'true']);
    expect(last(staged({ ...stages, far: 1e4 }))).toEqual([90, 'cut off', 'true']);
  });

  it('says to a false alarm that what is caught will count', () => {
    const finding = found((layer) => {
      const equal = tensor([[5, 5, 5, 5]]);
      const [, gamma, beta] = oneQuestion;
      return layer(equal, gamma, beta, 0).data.every(Number.isFinite);
    });
    expect(finding?.misconception).toBe('ε = 0');
    expect(finding?.message).toMatch(/What your checks catch counts as soon as no right layer is accused\.$/);
  });

  it('blames ε = 0 only where that is what offends', () => {
    const finding = found((layer) => layer(oneQuestion[0], oneQuestion[1], oneQuestion[2], 0).data[0] === 7);
    expect(finding?.misconception).toBe('refuses everything');
  });

  it('tells what is too strict in float32 from what is too strict everywhere', () => {
    const strict = (within: number, far: number): Battery =>
      batteryWith({ tolerance: within, far: { ...wholePlan.far, tolerance: far } });
    for (const far of [1e-4, 1e-6, 1e-9])
      expect(found(strict(1e-9, far))?.misconception).toBe('too strict in float32');
    expect(found(strict(0, 0.02))?.misconception).toBe('equal to the last bit');
  });

  it('says where checks stop at a right layer', () => {
    const finding = found((layer) => layer(...oneQuestion).shape[7].toFixed() === '');
    expect(finding?.misconception).toBe('stops');
    expect(finding?.message).toMatch(/^Your experiment stopped with an error at a right one: /);
  });

  it('knows checks that ask about one word alone', () => {
    const [x, gamma, beta] = [1, 2, 3].map((n) => new Tensor(stream('one word', n).normals([5])));
    const finding = found((layer) => {
      const right = layerNorm({ x, gamma, beta }, { eps: 0.1 });
      return layer(x, gamma, beta, 0.1).data.every((value, i) => Math.abs(value - right.data[i]) < 1e-9);
    });
    expect(finding?.misconception).toBe('one word at a time');
    expect(finding?.shown?.input).toBe('over the batch');
  });

  it('names the layer and speaks of it where it knows no more', () => {
    const finding = found((layer) => layer(...oneQuestion).data[0] > -10);
    expect(finding?.misconception).toBe('only shapes');
    const odd = found(
      (layer) => Math.abs(layer(...oneQuestion).data[0] - layerNorm({ x: oneQuestion[0] }).data[0]) < 0.1,
    );
    expect(odd?.shown).toEqual({
      input: expect.any(String) as string,
      expected: 'false',
      got: expect.stringMatching(/^true, as for \d+ more of the eighteen$/) as string,
    });
    expect(odd?.misconception).toBe('slips through');
  });
});

const oneQuestion = [
  new Tensor(stream('one question', 1).normals([3, 4])),
  new Tensor(stream('one question', 2).normals([4], { mean: 1, deviation: 0 })),
  new Tensor(stream('one question', 3).normals([4], { deviation: 0 })),
  1e-5,
] as const;
