import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { gapsOf } from '../../src/grade/gaps.js';
import { exhibits, gradeCandidate, museum } from '../../src/grade/index.js';
import type { Candidate, Exercise, Exhibit, Finding } from '../../src/grade/index.js';
import type { Experiment } from '../../src/grade/judging.js';
import { gradeCode } from '../../src/grade/sandbox/index.js';
import * as library from '../../src/index.js';
import { engine } from './sandbox/engine.js';
import { gradesItsVersions, run } from './versions.js';

const all = Object.entries(exhibits) as unknown as [keyof typeof museum, Exhibit<Candidate, Candidate>][];

/** What stands in the markdown cells of the notebooks: exhibits hang in rooms of their own, or where the course comes to them. */
const notebooks = path.resolve(__dirname, '../../notebooks');
const prose = ['', 'museum']
  .flatMap((folder) =>
    readdirSync(path.join(notebooks, folder)).map((file) => path.join(notebooks, folder, file)),
  )
  .filter((file) => file.endsWith('.ipynb'))
  .flatMap((file) => (JSON.parse(readFileSync(file, 'utf8')) as Notebook).cells)
  .filter(({ cell_type }) => cell_type === 'markdown')
  .map(({ source }) => [source].flat().join(''))
  .join('\n');

interface Notebook {
  readonly cells: readonly { readonly cell_type: string; readonly source: string | readonly string[] }[];
}

/** A worked solution as JavaScript. */
const javascript = (solution: string): string =>
  ts.transpileModule(solution, { compilerOptions: { target: ts.ScriptTarget.ES2022 } }).outputText;

function functionOf(solution: string): Candidate {
  const [, name] = /function\s+(\w+)/.exec(solution) ?? [];
  const code = javascript(solution.replace(/^export /, ''));
  return runInNewContext(`${code}\n;${name}`, { ...library }) as Candidate;
}

describe.each(all)('%s', (id, { exercise, story, reported, fix, cost }) => {
  gradesItsVersions(exercise);

  it('has a whole exercise, and a worked solution that gets all points', () => {
    expect(gapsOf(exercise)).toEqual([]);
    expect([exercise.id, museum[id]]).toEqual([id, exercise]);
    const { findings, points } = gradeCandidate(functionOf(exercise.solution), exercise, { run });
    expect(findings.filter(({ passed }) => !passed)).toEqual([]);
    expect(points).toBe(100);
  });

  it('is told in a notebook as it is told here', () => {
    const told = [
      ...story,
      reported,
      fix,
      exercise.statement,
      exercise.why,
      exercise.solution.replace(/^export /, ''),
    ];
    expect(told.filter((sentence) => !prose.includes(sentence))).toEqual([]);
  });

  it('measures what it costs, the same way twice', () => {
    const measured = cost.at.map((at) => cost.measure(at));
    expect(measured.some(({ output, gradient }) => Math.max(output ?? 0, gradient ?? 0) > 1e-3)).toBe(true);
    expect(cost.at.map((at) => cost.measure(at))).toEqual(measured);
  });
});

describe('what the bugs cost', () => {
  const output = (id: keyof typeof exhibits, at: number): number =>
    exhibits[id].cost.measure(at).output ?? NaN;
  const slope = (id: keyof typeof exhibits, at: number): number =>
    exhibits[id].cost.measure(at).gradient ?? NaN;

  it('is what the mathematics says', () => {
    expect(slope('B1', 1)).toBe(1);
    expect(output('B2', 1)).toBeLessThan(1e-12);
    expect(output('B2', 2)).toBeGreaterThan(0.1);
    expect(output('B4', 24)).toBeCloseTo(Math.sqrt(24 / 23) - 1, 12);
    expect(output('B6', 4)).toBeCloseTo(1 - Math.sqrt(3 / 4), 4);
    expect(output('B7', 1)).toBeGreaterThan(0.1);
    expect(output('B8', 1)).toBe(0);
    expect(output('B8', 3)).toBeGreaterThan(0.5);
    expect(output('B9', 0)).toBeLessThan(1e-6);
    expect(output('B9', 3000)).toBeGreaterThan(1);
    expect(output('B11', 8)).toBe(0);
    expect(slope('B11', 8)).toBeGreaterThan(0.1);
    expect(output('B13', 2)).toBeCloseTo(Math.sqrt(Math.PI / 2) - 1, 1); // of two, the mean deviation is σ √(2/π)
    expect(output('B14', 4)).toBeCloseTo(Math.sqrt(4 / 3) - 1, 4);
    expect(output('B15', 1)).toBeLessThan(1e-4);
    expect(output('B15', 0.001)).toBeGreaterThan(1);
    expect(output('B16', 0)).toBe(0);
    expect(output('B16', 1)).toBeGreaterThan(0.1);
    expect(slope('B17', 1)).toBeLessThan(0.1);
    expect(slope('B17', 10)).toBeGreaterThan(10);
    expect(output('B19', 4)).toBeGreaterThan(0.5);
    expect(output('B23', 2)).toBeLessThan(1e-4);
    expect(output('B23', -2)).toBeCloseTo(2, 3);
    expect(slope('B18', 512)).toBeGreaterThan(0.9);
  });
});

describe('an experiment that is no known one', () => {
  const last = (experiment: unknown): Finding | undefined =>
    gradeCandidate(experiment, museum.B23, { run }).findings.at(-1);
  type Layer = (x: number[]) => number[];

  it('is told what the layer does that it misjudges', () => {
    const large: Experiment<Layer> = (layer) => layer([1, 2, 4])[0] > layer([1, 2, 4])[1];
    expect(last(large)).toMatchObject({ misconception: 'false alarm', passed: false });
    const lenient: Experiment<Layer> = (layer) => Number.isFinite(layer([2, 5, 3])[0]);
    expect(last(lenient)?.message).toMatch(/This is LayerNorm/);
  });

  it('must ask the layer, and end with a verdict', () => {
    expect(last(() => true)?.misconception).toBe('asks nothing');
    expect(last((layer: Layer) => layer([1, 2, 4]))?.misconception).toBe('not a verdict');
  });
});

describe('an experiment whose mistake shows in what it asks', () => {
  const told = (id: keyof typeof museum, experiment: unknown): string | undefined =>
    gradeCandidate(experiment, museum[id] as unknown as Exercise, { run }).findings.at(-1)?.misconception;
  const { gradient, layerNorm, stream, sum, tensor, Tensor } = library;
  const batch = new Tensor(stream('batch', 1).normals([8, 3]));
  const sized = (t: library.Tensor): number => Math.sqrt(t.data.reduce((total, v) => total + v * v, 0));
  type TensorLayer = (x: library.Tensor) => library.Tensor;

  it('is told so where it compares rounding with rounding', () => {
    const slope = (layer: TensorLayer): library.Tensor => gradient(sum(layer(batch)), [batch])[0];
    const experiment = (layer: TensorLayer): boolean =>
      sized(library.sub(slope(layer), slope(exhibits.B11.right))) / sized(slope(exhibits.B11.right)) < 1e-6;
    expect(told('B11', experiment)).toBe('the sum as the loss');
  });

  it('is told how far its rows lie from zero, in whatever units it judges', () => {
    const at = (offset: number) => (layer: TensorLayer) => {
      const x = new Tensor(stream('rows', 1).normals([4, 16], { mean: offset, dtype: 'float32' }));
      return sized(library.sub(layer(x), layerNorm({ x }))) < 1;
    };
    expect([0, 70, 3000].map((offset) => told('B9', at(offset)))).toEqual([
      'near zero',
      'a little off zero',
      'slips through',
    ]);
  });

  it('is told that it lets NaN pass, however it measures', () => {
    const accuses = (layer: TensorLayer): boolean =>
      [-1e4, 1e4].some((mean) => {
        const x = new Tensor(stream('rows', 1).normals([64, 64], { mean, dtype: 'float32' }));
        return sized(library.sub(layer(x), layerNorm({ x }))) > 3;
      });
    expect(told('B9', (layer: TensorLayer) => !accuses(layer))).toBe('NaN passes');
  });

  it('is told what γ and dy it took', () => {
    const against =
      (gamma: number[], dy: number[]) =>
      (wayBack: typeof exhibits.B18.right): boolean => {
        const [got, right] = [wayBack, exhibits.B18.right].map((f) => f([1, 2, 4], gamma, dy, 1e-5));
        return right.every((value, i) => Math.abs(got[i] - value) < 1e-9);
      };
    expect(told('B18', against([1, 1, 1], [1, 0, 0]))).toBe('γ of ones');
    expect(told('B18', against([1, 2, 3], [1, 0, 0]))).toBe('slips through');
    expect(told('B18', against([2, 1, 3], [1, 0, 0]))).toBe('slips through');
    expect(told('B18', against([2, 1, 3], [1, -2, 0.5]))).toBe('');
  });

  it('is told of its tolerance, where every error up to that passes', () => {
    const within = (tolerance: number) => (layer: (x: number[][], eps: number) => number[][]) =>
      Math.abs(layer([[-2, 2]], 5)[0][1] - 2 / 3) < tolerance;
    expect([0.2, 1e-9].map((tolerance) => told('B15', within(tolerance)))).toEqual([
      'a tolerance that is too large',
      '',
    ]);
  });

  it('is told of a sub-layer that only stretches, whatever its tolerance', () => {
    const { add, mul, sub, tanh } = library;
    const row = tensor([[1, 4, 2, -3]]);
    type Through = (x: library.Tensor) => library.Tensor;
    const asked = (f: Through, alpha: number, within: number) => (block: typeof exhibits.B8.right) =>
      sized(sub(block(row, f, alpha), layerNorm({ x: add(mul(alpha, row), f(row)) }))) < within;
    for (const within of [1e-6, 1e-3]) {
      for (const f of [(x) => mul(x, 0.5), (x) => add(x, 2), (x) => mul(x, -0.1)] satisfies Through[])
        expect(told('B8', asked(f, 3, within))).toBe('a sub-layer that repeats x');
      expect(
        told(
          'B8',
          asked((x) => mul(x, 0), 3, within),
        ),
      ).toBe('a sub-layer that says nothing');
      expect(told('B8', asked(tanh, 1, within))).toBe('α is 1');
      expect(told('B8', asked(tanh, 3, within))).toBe('');
    }
  });

  it('is told how little growth it asks for, and at how few depths and seeds', () => {
    type Family = typeof exhibits.B21.right;
    const mean = (family: Family, depth: number, count: number): number =>
      Array.from({ length: count }, (_, seed) => family(depth, seed) / count).reduce((a, b) => a + b);
    const rises = (depths: number[], least: number, count: number) => (family: Family) =>
      depths
        .slice(1)
        .every((depth, i) => mean(family, depth, count) > least * mean(family, depths[i], count));
    expect(told('B21', rises([2, 32], 1, 16))).toBe('any growth at all');
    expect(told('B21', rises([2, 8, 32], 1, 16))).toBe('any growth at all');
    expect(told('B21', rises([2, 32], 2, 16))).toBe('two depths far apart');
    expect(told('B21', rises([2, 32], 4, 16))).toBe('two depths far apart');
    expect(told('B21', rises([2, 32], 2, 1))).toBe('one seed');
    expect(told('B21', rises([2, 8, 32], 1.3, 16))).toBe('');
    expect(told('B21', (family: Family) => family(32, 0) / family(2, 0) === 16)).toBe('one seed');
  });

  it('is shown what the layer made of its first numbers', () => {
    const positive = (layer: (x: number[][], eps: number) => number[][]): boolean =>
      layer([[-2, 2]], 0)[0][1] > 0;
    const { findings } = gradeCandidate(positive, museum.B15, { run });
    expect(findings.at(-1)?.shown?.input).toBe(
      'a layer that divides by σ + ε; of [[-2,2]], 0 it makes [[-1,1]]',
    );
  });

  it('is told where it puts noise, and that a single run may be one that goes otherwise', () => {
    type World = typeof exhibits.B22.right;
    const shifted = (norm: boolean, seeds: number[]) => (world: World) => {
      const steps = (withNorm: boolean, noise: number): number =>
        seeds.reduce((total, seed) => total + world({ norm: withNorm, noise, seed }).steps, 0) / seeds.length;
      const [bare, normed] = [steps(false, 0), steps(true, 0)];
      return bare > normed + 30 && steps(norm, 0.8) - normed > (bare - normed) / 2;
    };
    const eight = [1, 2, 3, 4, 5, 6, 7, 8];
    expect(told('B22', shifted(false, eight))).toBe('noise without a norm');
    expect(told('B22', shifted(true, eight))).toBe('');
    const single = [0, 1, 2, 3, 44].map((seed) => told('B22', shifted(true, [seed])));
    expect(single.filter((misconception) => misconception === '')).toEqual([]);
  });

  it('may take a row of any length but the one that is built in', () => {
    const ofLength = (row: number[]) => (layer: (x: library.Tensor, eps: number) => library.Tensor) =>
      [1e-5, 2].every((eps) => {
        const [y, right] = [layer(tensor([row]), eps), layerNorm({ x: tensor([row]) }, { eps })];
        return right.data.every((value, i) => Math.abs(y.data[i] - value) < 1e-9);
      });
    expect(told('B6', ofLength([1, 0, 0]))).toBe('');
    expect(told('B6', ofLength([1, 0, 0, 0]))).toBe('one length of row');
  });
});

const filed = all.filter(([, { exercise }]) => exercise.exportName !== undefined);

test.each(filed)('%s can also be answered from a file, in the sandbox', async (_, { exercise }) => {
  const { exportName = '', solution, wrong } = exercise;
  const graded = async (code: string): Promise<string> => {
    const result = gradeCode({ code, exportName }, exercise, { quickjs: await engine() });
    return result.kind === 'stopped' ? result.message : result.grade.outcome;
  };
  const code = javascript(solution);
  expect(await graded(code)).toBe('passed');
  expect(await graded(code.replace(/return /g, 'void '))).not.toBe('passed');
  expect(wrong.length).toBeGreaterThanOrEqual(8);
});
