import { runInThisContext } from 'node:vm';
import ts from 'typescript';
import { arrayExercises } from '../../../src/grade/arrays/index.js';
import { gradeCandidate } from '../../../src/grade/index.js';
import type { Candidate, Exercise } from '../../../src/grade/index.js';
import { run } from '../versions.js';

/** Every place where the first is found is changed into the second, one place at a time. */
const edits: readonly (readonly [RegExp, string])[] = [
  [/ \+ /g, ' - '],
  [/ \+= /g, ' -= '],
  [/ \+= /g, ' = '],
  [/ - /g, ' + '],
  [/ \* /g, ' / '],
  [/ \* /g, ' + '],
  [/ \/ /g, ' * '],
  [/ \/ [a-zA-Z(][\w.]*(?![\w.(])/g, ''],
  [/ \+ eps/g, ''],
  [/ \*\* 2/g, ''],
  [/Math\.sqrt\(/g, '('],
  [/\.map\(Math\.abs\)/g, ''],
  [/Math\.abs\(/g, '('],
  [/ < /g, ' > '],
  [/ <= /g, ' >= '],
  [/ !== /g, ' === '],
  [/\bevery\b/g, 'some'],
  [/\? 1e-5 \*|1e-5/g, '1e-1'],
  [/1e-5/g, '1e-15'],
  [/\b0\b/g, '1'],
  [/\b1\b/g, '2'],
  [/\b2\b/g, '1'],
  [/\[c\]/g, '[0]'],
  [/\[n\]/g, '[0]'],
  [/\btraining\)/g, '!training)'],
  [/\bmomentum \*/g, '(1 - momentum) *'],
  [/\.length\b/g, '.length - 1'],
  [/\bN\b(?= \/|\)|,|;)/g, '(N - 1)'],
  [/\bgamma\[c\]/g, '1'],
  [/beta\[c\]/g, '0'],
];

/** Mutants that give the same answers, and why. */
const equivalent: readonly (readonly [RegExp, string])[] = [
  [/training && N < 1/, 'a single row may stop or give β: with N < 1 it gives β'],
];

const translated = ({ solution }: Exercise): string =>
  ts.transpileModule(solution, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      removeComments: true,
    },
  }).outputText;

function evaluated(code: string, name: string): Candidate | undefined {
  const exported: Record<string, Candidate> = {};
  try {
    const define = runInThisContext(`(exports) => {${code}\n}`) as (exports: object) => void;
    define(exported);
  } catch {
    return undefined;
  }
  return exported[name];
}

interface Mutant {
  readonly line: string;
  readonly code: string;
}

function mutantsOf(code: string): Mutant[] {
  const start = code.indexOf('function ');
  return edits.flatMap(([from, to]) =>
    [...code.matchAll(from)]
      .filter(({ index }) => index > start)
      .map(({ 0: found, index }) => {
        const changed = code.slice(0, index) + to + code.slice(index + found.length);
        const lineStart = changed.lastIndexOf('\n', index) + 1;
        return { code: changed, line: changed.slice(lineStart).split('\n')[0].trim() };
      }),
  );
}

const all = Object.entries(arrayExercises);

describe.each(all)('the worked solution of %s', (_, exercise) => {
  const name = exercise.exportName ?? '';
  const passes = (candidate: Candidate | undefined): boolean =>
    candidate !== undefined && gradeCandidate(candidate, exercise, { run }).outcome === 'passed';

  it('is accepted', () => {
    expect(passes(evaluated(translated(exercise), name))).toBe(true);
  });

  it('is refused with any one thing changed, but for changes that change nothing', () => {
    const mutants = mutantsOf(translated(exercise));
    const survivors = mutants.filter(({ code }) => passes(evaluated(code, name))).map(({ line }) => line);
    expect(mutants.length).toBeGreaterThan(10);
    expect(survivors.filter((line) => !equivalent.some(([like]) => like.test(line)))).toEqual([]);
  });
});
