import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { gapsOf } from '../../src/grade/gaps.js';
import { exhibits, gradeCandidate, museum } from '../../src/grade/index.js';
import type { Candidate, Exhibit, Finding } from '../../src/grade/index.js';
import type { Experiment } from '../../src/grade/judging.js';
import { gradeCode } from '../../src/grade/sandbox/index.js';
import * as library from '../../src/index.js';
import { engine } from './sandbox/engine.js';
import { gradesItsVersions, run } from './versions.js';

const all = Object.entries(exhibits) as unknown as [keyof typeof museum, Exhibit<Candidate, Candidate>][];

/** What stands in the markdown cells of its notebook. */
const room = path.resolve(__dirname, '../../notebooks/museum/01-first-room.ipynb');
const { cells } = JSON.parse(readFileSync(room, 'utf8')) as {
  readonly cells: readonly { readonly cell_type: string; readonly source: readonly string[] }[];
};
const prose = cells
  .filter(({ cell_type }) => cell_type === 'markdown')
  .map(({ source }) => source.join(''))
  .join('\n');

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

  it('is told in the notebook as it is told here', () => {
    for (const sentence of [...story, reported, fix, exercise.statement, exercise.why])
      expect(prose).toContain(sentence);
    expect(prose).toContain(exercise.solution.replace(/^export /, ''));
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
    expect(output('B9', 0)).toBeLessThan(1e-6);
    expect(output('B9', 3000)).toBeGreaterThan(1);
    expect(output('B11', 8)).toBe(0);
    expect(slope('B11', 8)).toBeGreaterThan(0.1);
    expect(output('B15', 1)).toBeLessThan(1e-4);
    expect(output('B15', 0.001)).toBeGreaterThan(1);
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
    const large: Experiment<Layer> = (layer) => layer([1, 2, 4])[0] > 100;
    expect(last(large)).toMatchObject({ misconception: 'false alarm', passed: false });
    const lenient: Experiment<Layer> = (layer) => Number.isFinite(layer([2, 5, 3])[0]);
    expect(last(lenient)?.message).toMatch(/This is LayerNorm/);
  });

  it('must ask the layer, and end with a verdict', () => {
    expect(last(() => true)?.misconception).toBe('asks nothing');
    expect(last((layer: Layer) => layer([1, 2, 4]))?.misconception).toBe('not a verdict');
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
