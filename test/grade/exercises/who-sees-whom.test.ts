import { exercises } from '../../../src/grade/index.js';
import { gradeCandidate } from '../../../src/grade/grading.js';
import { gapsOf } from '../../../src/grade/gaps.js';
import type { WhoFunction } from '../../../src/grade/exercises/who-sees-whom/right.js';
import { gradesItsVersions, run } from '../versions.js';

describe('the leakage detective', () => {
  it('is whole', () => {
    expect(gapsOf(exercises.whoSeesWhom)).toEqual([]);
  });

  gradesItsVersions(exercises.whoSeesWhom);

  /** Each sample changed in turn, in the batch that `change` makes. */
  const changing =
    (change: (x: number[][], j: number) => number[][], least: number = 0): WhoFunction =>
    (layer, x) => {
      const before = layer(x);
      const after = x.map((_, j) => layer(change(x, j)));
      return x.map((_, i) =>
        x.map((__, j) => Number(before[i].some((v, c) => Math.abs(v - after[j][i][c]) > least))),
      );
    };
  const misconceptionOf = (detective: WhoFunction): string | undefined =>
    gradeCandidate(detective, exercises.whoSeesWhom, { run }).findings.at(-1)?.misconception;

  it('hears that x itself is changed and never put back', () => {
    const inPlace = changing((x, j) => {
      x[j][0] += 1;
      return x;
    });
    expect(misconceptionOf(inPlace)).toBe('changes pile up');
  });

  it('hears that every feature is moved, or multiplied, alike', () => {
    const by = (f: (value: number) => number, least?: number): WhoFunction =>
      changing((x, j) => x.map((row, n) => (n === j ? row.map(f) : row)), least);
    expect(misconceptionOf(by((value) => value + 1))).toBe('one number added to a sample');
    expect(misconceptionOf(by((value) => value * 3, 1e-9))).toBe('a sample made larger');
  });

  it('hears nothing where the change is sound and the table is not', () => {
    const table: WhoFunction = (layer, x) => {
      layer(x.map((row, n) => (n === 0 ? row.map((value, c) => value * value + c) : row)));
      return x.map((_, i) => x.map((__, j) => Number(i === 0 && j === 1)));
    };
    expect(misconceptionOf(table)).toBe('other numbers');
  });
});
