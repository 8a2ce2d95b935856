import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runExperiments } from '../../../src/cli/experiment/run.js';
import type { World } from '../../../src/cli/experiment/world.js';
import { fromPlain } from '../../../src/experiments/records.js';
import type { Report } from '../../../src/experiments/records.js';
import { recordsOf } from '../../../src/experiments/runs.js';
import { artificial } from '../../experiments/artificial.js';
import { experiments } from './library.js';

const place = mkdtempSync(join(tmpdir(), 'experiment-'));
afterAll(() => rmSync(place, { recursive: true }));

/** A world that writes down what is said, and stops the command as soon as a text is written to its terminal. */
function world(changes: Partial<World> = {}, stopAt?: RegExp): World & { said: string[]; written: string[] } {
  const [said, written]: string[][] = [[], []];
  let stop: (() => void) | undefined;
  return {
    ...{ said, written, cores: 2, experiments, version: '1.2.3', fingerprint: 'aaa' },
    say: (line) => said.push(line),
    terminal: {
      write: (words) => {
        written.push(words);
        if (stopAt?.test(words)) stop?.();
      },
    },
    now: () => performance.now(),
    onInterrupt: (f) => (stop = f),
    locate: (file) => join(place, file),
    module: join(__dirname, 'library.ts'),
    folder: join(place, 'kept'),
    ...changes,
  };
}

const run = (words: string, at: World): Promise<number> => runExperiments('experiment', words.split(' '), at);
const written = (file: string): Report => JSON.parse(readFileSync(join(place, file), 'utf8')) as Report;
const timeless = ({ records, ...rest }: Report): unknown => ({
  ...rest,
  records: records.map((record) => ({ ...record, seconds: 0 })),
});
const keptIn = (name: string): string[] =>
  existsSync(join(place, 'kept', name)) ? readdirSync(join(place, 'kept', name)) : [];

test('an experiment is carried out in threads and judged; its records are those of the library itself', async () => {
  const at = world();
  expect(await run('artificial --seeds 3-5 --json a/b.json', at)).toBe(0);
  expect(at.said).toEqual([
    expect.stringMatching(/^✓ At size 4 the loss of right .* Found 3, threshold 2\.$/),
    expect.stringMatching(/^✓ At size 4 the loss of left .* threshold 0\.5 to 1\.5\.$/),
    'These are medians over 3; the thresholds are meant for 8 seeds.',
    '2 passed, 0 failed',
  ]);
  expect(at.written[0]).toBe('artificial, notebook, float64: 12 runs, seeds 3 to 5 …\n');
  const { records, claims, ...rest } = written('a/b.json');
  expect(rest).toEqual({ experiment: 'artificial', preset: 'notebook', version: '1.2.3' });
  const here = [...recordsOf(artificial, { preset: 'notebook', seeds: [3, 4, 5] })];
  expect(records.map((record) => ({ ...fromPlain(record), seconds: 0 }))).toEqual(here);
  expect(claims.map(({ id, holds }) => [id, holds])).toEqual([
    ['right-is-higher', true],
    ['left-is-one', true],
  ]);
  expect(keptIn('artificial')).toEqual([]);
});

test('the records do not depend on how many threads there are, on the order, or on what was kept', async () => {
  expect(
    await run('artificial --seeds 1-6 --preset full --dtype float32 --jobs 1 --json one.json', world()),
  ).toBe(0);
  expect(
    await run('artificial --seeds 1-6 --preset full --dtype float32 --jobs 3 --json three.json', world()),
  ).toBe(0);
  expect(timeless(written('three.json'))).toEqual(timeless(written('one.json')));
  expect(written('one.json').records).toHaveLength(36);
  expect(written('one.json').records[0].dtype).toBe('float32');
});

test('without seeds, as many as a verdict needs are taken, from 100', async () => {
  expect(await run('artificial --json usual.json', world())).toBe(0);
  const seeds = written('usual.json').records.map(({ seed }) => seed);
  expect([...new Set(seeds)]).toEqual([100, 101, 102, 103, 104, 105, 106, 107]);
});

test('an interrupt keeps what is finished; the same command goes on; another setting and another code start afresh', async () => {
  const words = 'endless --seeds 1-2 --json endless.json --jobs 1';
  const first = world({}, /^4 of 6 runs/);
  expect(await run(words, first)).toBe(130);
  expect(first.said).toEqual([
    'Interrupted. Finished runs are kept: the same command goes on where this one stopped.',
  ]);
  expect(existsSync(join(place, 'endless.json'))).toBe(false);

  const next = world({}, /^4 of 6|0 of 2 runs/);
  expect(await run(words, next)).toBe(130);
  expect(next.written[0]).toBe(
    'endless, notebook, float64: 6 runs, seeds 1 to 2, 4 of them kept from before …\n',
  );

  const opening = async (other: string, changes: Partial<World> = {}): Promise<string> => {
    const at = world(changes, /runs, seeds/);
    await run(other, at);
    return at.written[0];
  };
  expect(await opening(`${words} --dtype float32`)).toBe(
    'endless, notebook, float32: 6 runs, seeds 1 to 2 …\n',
  );
  expect(await opening(`${words} --preset full`)).toBe('endless, full, float64: 8 runs, seeds 1 to 2 …\n');
  expect(await opening(words.replace('1-2', '2-3'))).toContain('6 runs, seeds 2 to 3, 2 of them kept');
  expect(await opening(words, { fingerprint: 'bbb' })).toBe(
    'endless, notebook, float64: 6 runs, seeds 1 to 2 …\n',
  );
});

test.each(['failing', 'leaving'])(
  'a run of %s that comes to no result does not lose the others',
  async (name) => {
    const reason = name === 'failing' ? 'the right side fell off' : 'its thread ended in the middle';
    const at = world();
    expect(await run(`${name} --seeds 100-102 --json ${name}.json`, at)).toBe(1);
    expect(at.said.slice(-2)).toEqual([
      `✗ The run right, size 2, seed 101 and 1 more came to no result: ${reason}`,
      '2 passed, 2 failed',
    ]);
    expect(written(`${name}.json`).records).toHaveLength(10);
    const again = world();
    expect(await run(`${name} --seeds 100-102`, again)).toBe(1);
    expect(again.written[0]).toContain('12 runs, seeds 100 to 102, 10 of them kept from before');
  },
);

test('a claim that does not hold is a failure', async () => {
  const at = world();
  expect(await run('gullible --seeds 1-8', at)).toBe(1);
  expect(at.said[at.said.length - 1]).toBe('4 passed, 1 failed');
  expect(at.said.filter((line) => line.startsWith('✗'))).toHaveLength(1);
});

test('with some arms only, claims that need others are left out, and that is said', async () => {
  const at = world();
  expect(await run('artificial --seeds 1-8 --only left --json left.json', at)).toBe(0);
  expect(at.said.slice(1)).toEqual(['1 of 2 claims need an arm that was left out.', '1 passed, 0 failed']);
  expect(written('left.json').claims.map(({ id }) => id)).toEqual(['left-is-one']);
  expect(new Set(written('left.json').records.map(({ arm }) => arm))).toEqual(new Set(['left']));
});

test('npm run experiments carries out all of them and counts their claims', async () => {
  const some = { artificial: experiments.artificial, gullible: experiments.gullible };
  const at = world({ experiments: some });
  expect(await runExperiments('experiments', ['--seeds', '1-8'], at)).toBe(1);
  expect(at.said.filter((line) => line.includes(': Is'))).toHaveLength(2);
  expect(at.said[at.said.length - 1]).toBe('6 passed, 1 failed');
});

test('what cannot be understood or written is said at once, and nothing is run', async () => {
  writeFileSync(join(place, 'a-file'), '');
  for (const [words, answer] of [
    ['artifical', 'there is no artifical'],
    ['artificial --json a-file/out.json', 'experiment: a-file/out.json cannot be written'],
    ['artificial --json .', 'experiment: . cannot be written (EISDIR).'],
  ]) {
    const at = world();
    expect(await run(words, at)).toBe(2);
    expect(at.said).toEqual([expect.stringContaining(answer)]);
    expect(at.written).toEqual([]);
  }
});

test('--help explains the command and lists the experiments', async () => {
  const at = world();
  expect(await run('--help', at)).toBe(0);
  expect(at.said[0]).toMatch(/^npm run experiment -- NAME/);
  expect(at.said).toContain('  artificial: Is right higher than left?');
});
