import { mean } from '../../src/index.js';
import { check, exercise, exercises, hint, notYetWritten } from '../../src/notebook/index.js';
import { recall, remember } from '../../src/notebook/learner.js';
import { bessel, right } from './layer-norms.js';
import type { LayerNormFunction } from './layer-norms.js';
import { ownRecord } from './own-record.js';

ownRecord();

describe('check', () => {
  it('says what passed', () => {
    const text = check(right, exercises.layerNorm).toString();
    expect(text).toMatch(/^✓ Passed: E1\.1 · Your own LayerNorm/);
    expect(text).toContain('All 9 checks hold. Your function\n  ✓  reads what it is given\n');
    expect(text.match(/✓ {2}/g)).toHaveLength(9);
  });

  it('says the misconception first, then the numbers, then what is right so far', () => {
    const lines = check(bessel, exercises.layerNorm).toString().split('\n');
    expect(lines[0]).toBe('✗ Not yet: E1.1 · Your own LayerNorm');
    expect(lines[1]).toContain(
      'Your variance divides by n − 1. LayerNorm divides by n: at n = 4 that is 13 % off.',
    );
    expect(lines.slice(2, 5).map((line) => line.trim().split(' ')[0])).toEqual(['input', 'expected', 'got']);
    expect(lines[5]).toMatch(/^ {2}\d+ of 100 points so far\. Your function$/);
    expect(lines[6]).toBe('  ✓  reads what it is given');
    expect(lines[7]).toBe('  hint(exercises.layerNorm) shows the first of three hints.');
  });

  it('lists what else is open or wrong where each check counts, and speaks of what is wrong first', () => {
    const [heading, ...lines] = exercises.invarianceTable.solution.split('\n').slice(1, -1);
    const wrong = lines.map((line) => (line.startsWith('x → αx') ? line.replace('no', 'yes') : line));
    const table = [
      heading,
      ...wrong.map((line) => (line.startsWith('W → αW') ? line.replace(/yes/g, '?') : line)),
    ];
    const said = check(table.join('\n'), exercises.invarianceTable).toString();
    expect(said.split('\n')[1]).toContain('Weight normalization looks at weights.');
    expect(said).toMatch(/76 of 100 points so far\. Your table\n {2}✓ +is a table/);
    expect(said).toMatch(/Besides:\n {2}\? +The line W → αW is open at BN, WN, LN, RMS, IN, GN\.\n/);
  });

  it('offers the next help that was not read', () => {
    hint(exercises.layerNorm);
    expect(check(bessel, exercises.layerNorm).toString()).toContain('shows the second of three hints.');
    hint(exercises.layerNorm);
    hint(exercises.layerNorm);
    expect(check(bessel, exercises.layerNorm).toString()).toContain(
      'solution(exercises.layerNorm) shows the worked solution.',
    );
  });

  it('calls an answer what it is', () => {
    expect(check([], exercises.whichTwo).toString()).toContain('Write them into the list');
    expect(check(['', ''], exercises.lostDirections).toString()).toContain(
      'Write the formulas into the list',
    );
    expect(check('', exercises.invarianceTable).toString()).toContain('Write a word in place of each ?');
    expect(check('', exercises.oneHot).toString()).toContain('Write the formula between the quotes');
    expect(check(['cut off', 'float16'], exercises.whichTwo).toString()).toMatch(
      /Your list\n +✓ +is written in/,
    );
    expect(check((layer) => !!layer, exercises.catchAll).toString()).toMatch(/^✗ Not yet: E4\.3/);
    expect(check(exercises.catchAll.right[0].candidate, exercises.catchAll).toString()).toContain(
      'Your function\n',
    );
  });

  it('says of a function that can do nothing yet that it has no points', () => {
    expect(check(5 as never, exercises.layerNorm).toString()).toContain('\n  0 of 100 points so far.\n');
  });

  it('hands the learner’s seed to the checks, and what another field of the record says stays', () => {
    const seeds: unknown[] = [];
    const watching: typeof exercises.mean = {
      ...exercises.mean,
      checks: [{ name: 'watches', points: 100, run: (_, seed) => void seeds.push(seed) }],
    };
    check(mean as never, watching);
    remember((learner) => ({
      ...learner,
      seed: 7,
      checks: { 'E0.1': { passed: false, tries: 3, mood: 'calm' } },
    }));
    check(mean as never, watching);
    expect(seeds).toEqual([expect.any(Number), 7]);
    expect(seeds[0]).not.toBe(0);
    expect(recall().learner.checks).toEqual({ 'E0.1': { passed: true, tries: 4, best: 100, mood: 'calm' } });
  });

  it('calls a formula a formula and a list a list', () => {
    const said = (asks: 'a formula' | 'names', answer: never): string =>
      check(answer, {
        ...exercises.mean,
        asks,
        checks: [{ name: 'is one', points: 100, run: () => {} }],
      }).toString();
    expect(said('a formula', '1 + 1' as never)).toContain('Your formula\n  ✓  is one');
    expect(said('names', ['γ'] as never)).toContain('Your list\n  ✓  is one');
  });

  it('does not count what is not written yet', () => {
    const empty: LayerNormFunction = () => notYetWritten('E1.1');
    expect(check(empty, exercises.layerNorm).toString()).toMatch(/^○ Not written yet: E1\.1/);
    expect(recall().learner.checks).toEqual({});
  });
});

describe('the text of an exercise', () => {
  it('has dots, minutes and a signature', () => {
    const text = exercise(exercises.layerNorm).toString();
    expect(text).toContain('Difficulty ●●○ · importance ●●● · about 10 minutes');
    expect(text).toContain('layerNorm(x: Tensor, gamma: Tensor, beta: Tensor, eps: number): Tensor');
    expect(text).not.toContain('centred');
  });
});
