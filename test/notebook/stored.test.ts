import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { experiments, judged } from '../../src/experiments/index.js';
import { stored, Stored } from '../../src/notebook/index.js';
import { root } from '../house/project';

const folder = join(root, 'notebooks', 'records');
const names = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.endsWith('.json') && name !== 'made.json')
  .map((name) => name.replace('.json', ''));

const record = (seed: number, evalLoss: number | 'Infinity') => ({
  ...{ experiment: 'warm-up', seed, arm: 'post', setting: { depth: 8 }, metrics: { evalLoss } },
  ...({ dtype: 'float64', backend: 'reference', seconds: 1 } as const),
});
const claim = { id: 'a', text: 'Post-LN fails', threshold: 1, value: 1.25, holds: true };
const report = {
  ...({ experiment: 'warm-up', preset: 'notebook', version: '0.0.1' } as const),
  records: [record(4, 'Infinity'), record(3, 1.5)],
  claims: [
    claim,
    { ...claim, text: 'Pre-LN fails', value: 'NaN' as const, holds: false },
    { ...claim, text: 'No norm blows up', value: 'Infinity' as const },
  ],
};

describe('stored records', () => {
  it('say how many there are, with which command they were made and when, and what became of the claims', () => {
    const text = new Stored(report, { command: 'npm run x', date: '2026-11-28' }).toString();
    expect(text).toContain('Stored: warm-up, 2 runs of 2 seeds (3 to 4), preset notebook');
    expect(text).toContain('Made by `npm run x` on 2026-11-28, with normlab 0.0.1.');
    expect(text).toMatch(/✓\u00a01\.2500 +Post-LN fails/);
    expect(text).toMatch(/✗\u00a0NaN +Pre-LN fails/);
    expect(text).toMatch(/✓\u00a0∞ +No norm blows up/);
  });

  it('call the arm without a norm as figures do', () => {
    const claims = [{ ...claim, text: 'none, width 256: it grows' }];
    expect(new Stored({ ...report, claims }, undefined).toString()).toContain(
      'bare network, width 256: it grows',
    );
  });

  it('have numbers where the file has words for them, and their seeds in order', () => {
    const { results, seeds } = new Stored(report, undefined);
    expect(results.map(({ metrics }) => metrics.evalLoss)).toEqual([Infinity, 1.5]);
    expect(seeds).toEqual([3, 4]);
  });

  it('are found by the name of the experiment, or the command that makes them is said', () => {
    expect(() => stored('no-such')).toThrow(
      'npm run experiment -- no-such --json notebooks/records/no-such.json',
    );
  });
});

describe('the records of the course', () => {
  it('take at most 2 MB', () => {
    const sizes = names.map((name) => readFileSync(join(folder, `${name}.json`)).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2e6);
  });

  it.each(names)(
    '%s: command and day are known, and the claims are judged anew with the same numbers',
    (name) => {
      const { experiment, made, results, claims, preset } = stored(name);
      expect(experiment).toBe(name);
      expect(made?.command).toContain(`npm run experiment -- ${name}`);
      expect(made?.date).toMatch(/^\d{4}-\d\d-\d\d$/);
      const anew = judged(experiments[name], preset, results);
      const known = claims.filter(({ id }) => anew.some((one) => one.id === id));
      expect(known.map(({ id, value }) => [id, value])).toEqual(
        anew.filter(({ id }) => claims.some((one) => one.id === id)).map(({ id, value }) => [id, value]),
      );
    },
  );
});
