import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { learnerFile, learnerSeed, recall, remember } from '../../src/notebook/learner.js';
import type { Learner } from '../../src/notebook/learner.js';
import { ownRecord } from './own-record.js';

const { file } = ownRecord();
const root = path.resolve(__dirname, '../..');
const tried =
  (id: string) =>
  (before: Learner): Learner => ({
    ...before,
    checks: { ...before.checks, [id]: { passed: false, tries: 1 } },
  });
const onDisk = (): Learner => JSON.parse(fs.readFileSync(file, 'utf8')) as Learner;
const write = (text: string): void => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
};

describe("the learner's file", () => {
  it('is empty for who has done nothing, and is not made by reading', () => {
    const learner = { version: 1, predictions: {}, answers: {}, checks: {}, blanks: {}, inventory: {} };
    expect(recall()).toEqual({ learner, note: '' });
    expect(fs.existsSync(file)).toBe(false);
  });

  it('keeps what was done as plain JSON', () => {
    expect(remember(tried('E1.1')).note).toBe('');
    expect(onDisk()).toEqual({
      version: 1,
      predictions: {},
      answers: {},
      checks: { 'E1.1': { passed: false, tries: 1 } },
      blanks: {},
      inventory: {},
    });
    expect(fs.readdirSync(path.dirname(file))).toEqual(['learner.json']);
  });

  it('keeps fields that it does not know', () => {
    write('{"version":1,"name":"Ada","checks":{}}');
    remember(tried('E0.1'));
    expect(onDisk()).toMatchObject({ name: 'Ada', checks: { 'E0.1': { tries: 1 } } });
  });

  it('reads a file from before there were blanks', () => {
    write('{"version":1,"predictions":{},"answers":{},"checks":{"E1.1":{"passed":true,"tries":2}}}');
    expect(recall()).toMatchObject({
      learner: { blanks: {}, checks: { 'E1.1': { passed: true } } },
      note: '',
    });
  });

  it('reads a file from before there were hints, a seed and an inventory', () => {
    write('{"version":1,"checks":{"E1.1":{"passed":true,"tries":2}},"blanks":{}}');
    expect(recall().learner).toMatchObject({ checks: { 'E1.1': { tries: 2 } }, inventory: {} });
  });

  it.each(['', '{', '[1]', '3', '{"checks": 3}', '{"answers": {"a": 3}}', '{"blanks": []}', '{"seed": 1.5}'])(
    'sets a damaged file aside, whole: %p',
    (text) => {
      write(text);
      expect(recall().note).toContain('could not be read');
      expect(fs.readFileSync(file, 'utf8')).toBe(text);
      const { note } = remember(tried('E0.1'));
      expect(note).toContain('learner.json.damaged');
      expect(fs.readFileSync(`${file}.damaged`, 'utf8')).toBe(text);
      expect(onDisk().checks).toHaveProperty(['E0.1']);
    },
  );

  it('sets a second damaged file beside the first', () => {
    for (const text of ['{one', '{two']) {
      write(text);
      remember(tried('E0.1'));
    }
    expect(fs.readFileSync(`${file}.damaged`, 'utf8')).toBe('{one');
    expect(fs.readFileSync(`${file}.damaged-2`, 'utf8')).toBe('{two');
  });

  it('does not touch the file of a newer version', () => {
    write('{"version":2,"other":true}');
    const { learner, note } = remember(tried('E0.1'));
    expect(note).toContain('newer normlab');
    expect(learner.checks).toHaveProperty(['E0.1']);
    expect(fs.readFileSync(file, 'utf8')).toBe('{"version":2,"other":true}');
  });

  it('says in one sentence where it cannot be written, and answers all the same', () => {
    fs.mkdirSync(path.dirname(path.dirname(file)), { recursive: true });
    fs.writeFileSync(path.dirname(file), 'a file where a folder should be');
    const { learner, note } = remember(tried('E0.1'));
    expect(note).toMatch(/^This could not be kept: .* cannot be written \(E[A-Z]+\)\. Point NORMLAB_LEARNER/);
    expect(learner.checks).toHaveProperty(['E0.1']);
  });

  it('stands in the folder of the package unless NORMLAB_LEARNER says otherwise', () => {
    delete process.env.NORMLAB_LEARNER;
    expect(learnerFile()).toBe(path.join(root, '.normlab', 'learner.json'));
  });

  it('loses nothing when two processes write fifty entries each', async () => {
    const script = `
      const { remember } = require('./src/notebook/learner.ts');
      for (let i = 0; i < 50; i++)
        remember((l) => ({ ...l, answers: { ...l.answers, [process.argv[1] + i]: { first: 'a', latest: 'a' } } }));`;
    const one = (name: string): Promise<number | null> =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, ['-r', './src/kernel/typescript.cjs', '-e', script, name], {
          cwd: root,
          env: { ...process.env, NORMLAB_LEARNER: file },
        });
        child.on('exit', resolve);
      });
    expect(await Promise.all([one('a'), one('b')])).toEqual([0, 0]);
    expect(Object.keys(onDisk().answers)).toHaveLength(100);
    expect(fs.readdirSync(path.dirname(file))).toEqual(['learner.json']);
  });
});

describe("the learner's seed", () => {
  it('is made once and stays', () => {
    const { seed, note } = learnerSeed();
    expect(seed).toBeGreaterThanOrEqual(1);
    expect(Number.isInteger(seed)).toBe(true);
    expect(note).toBe('');
    remember(tried('E0.1'));
    expect(learnerSeed().seed).toBe(seed);
    expect(onDisk().seed).toBe(seed);
  });

  it('differs between learners', () => {
    const seeds = Array.from({ length: 5 }, () => {
      fs.rmSync(file, { force: true });
      return learnerSeed().seed;
    });
    expect(new Set(seeds).size).toBeGreaterThan(3);
  });

  it('is the one that stands in the file', () => {
    write('{"version":1,"seed":0}');
    expect(learnerSeed()).toEqual({ seed: 0, note: '' });
  });

  it('is 0 where it cannot be kept, and a damaged file is not set aside in silence', () => {
    write('{');
    expect(learnerSeed().note).toContain('learner.json.damaged');
    write('{"version":2}');
    expect(learnerSeed()).toMatchObject({ seed: 0 });
    fs.rmSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(path.dirname(file), 'a file where a folder should be');
    expect(learnerSeed()).toEqual({ seed: 0, note: expect.stringContaining('cannot be written') as string });
  });
});
