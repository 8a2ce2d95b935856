import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { committedNotebooks } from '../../../src/cli/exercise/committed.js';
import { listed } from '../../../src/cli/exercise/listed.js';
import { runExercise } from '../../../src/cli/exercise/run.js';

const folder = mkdtempSync(join(tmpdir(), 'exercise '));
afterAll(() => rmSync(folder, { recursive: true }));

const cell = (more: object): object => ({
  ...{ cell_type: 'code', id: 'a', metadata: {}, execution_count: null, outputs: [] },
  ...{ source: ['check(mine, exercises.layerNorm)'], ...more },
});
const notebook = (more: object = {}): string => JSON.stringify({ cells: [cell(more)], metadata: {} });
mkdirSync(join(folder, 'course/notebooks/museum'), { recursive: true });
const file = join(folder, 'course/notebooks/museum/a.ipynb');
writeFileSync(file, notebook());
writeFileSync(join(folder, 'course/notebooks/notes.md'), 'words');

const root = join(folder, 'course');

function exercise(...words: string[]): { code: number; lines: string[] } {
  const lines: string[] = [];
  const code = runExercise(words, {
    ...{ root, listed, notebooks: () => committedNotebooks(root) },
    say: (line) => lines.push(line),
    locate: (name) => join(folder, name),
  });
  return { code, lines };
}

test('hands out into a folder that is not there, and says last what was written', () => {
  expect(exercise('hand-out', 'E1.1', 'layer-norm', '--out', 'new/one')).toEqual({
    code: 0,
    lines: ['written: new/one with README.md, layer-norm.ts, a.ipynb'],
  });
  expect(readdirSync(join(folder, 'new/one')).sort()).toEqual(['README.md', 'a.ipynb', 'layer-norm.ts']);
});

test('its commands can be typed as they stand: with the place of the folder in the course, or the one it is to get', () => {
  const noteAt = (out: string): string => {
    expect(exercise('hand-out', 'E1.1', 'layer-norm', '--out', out).code).toBe(0);
    return readFileSync(join(folder, out, 'README.md'), 'utf8');
  };
  const inside = noteAt('course/class/hand-out');
  expect(inside).toContain('as `class/hand-out`, and');
  expect(inside).toContain('\nnpm start -- class/hand-out/a.ipynb\n');
  expect(inside).toContain('\nnpm run check -- layer-norm class/hand-out/layer-norm.ts\n');
  expect(noteAt('week one')).toContain(
    '\nnpm run check -- layer-norm "class/week one/layer-norm.ts" --hint 1\n',
  );
  expect(inside).not.toContain('…/');
});

test('help names both uses, and the exercises as a shell wants them', () => {
  const { code, lines } = exercise('--help');
  expect(code).toBe(0);
  expect(lines.filter((line) => line.startsWith('npm run exercise -- '))).toHaveLength(2);
  expect(lines.at(-1)).toMatch(/^exercises: E0\.1, .*"E3\.1 dβ", .*layer-norm/);
});

test('a folder that is there and empty will do', () => {
  mkdirSync(join(folder, 'empty'));
  expect(exercise('hand-out', 'layer-norm', '--out', 'empty').code).toBe(0);
  expect(readdirSync(join(folder, 'empty')).sort()).toEqual(['README.md', 'layer-norm.ts']);
});

test('what is there is left alone', () => {
  mkdirSync(join(folder, 'full'));
  writeFileSync(join(folder, 'full/README.md'), 'mine');
  expect(exercise('hand-out', 'layer-norm', '--out', 'full')).toEqual({
    code: 2,
    lines: ['exercise: full is there and not empty; name a new folder.'],
  });
  expect(readdirSync(join(folder, 'full'))).toEqual(['README.md']);
  expect(readFileSync(join(folder, 'full/README.md'), 'utf8')).toBe('mine');
  expect(exercise('hand-out', 'layer-norm', '--out', 'full/README.md').code).toBe(2);
});

test('a folder that cannot be written is said in a sentence', () => {
  const { code, lines } = exercise('hand-out', 'layer-norm', '--out', 'full/README.md/deep');
  expect(code).toBe(2);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^exercise: full\/README\.md\/deep cannot be written/);
});

test('where no folder can be made, it is said at once', () => {
  const out = `${'../'.repeat(30)}proc/none`;
  const { code, lines } = exercise('hand-out', 'layer-norm', '--out', out);
  expect([code, lines]).toEqual([2, [expect.stringMatching(/proc\/none cannot be written: /)]]);
});

test('an unknown name writes nothing', () => {
  expect(exercise('hand-out', 'layer-norms', '--out', 'never').code).toBe(2);
  expect(existsSync(join(folder, 'never'))).toBe(false);
});

test('without a history, a notebook that was run is not handed out; with one, it is as it was committed', () => {
  const git = (...words: string[]): unknown =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], { cwd: root });
  const answered = notebook({
    source: ['check(mine, exercises.layerNorm) // my answer'],
    execution_count: 2,
  });
  writeFileSync(file, answered);
  expect(exercise('hand-out', 'E1.1', '--out', 'answered').lines).toEqual([
    'exercise: a.ipynb was run here and may hold answers; hand out from a fresh copy of the course.',
  ]);
  expect(exercise('hand-out', 'layer-norm', '--out', 'other').code).toBe(0);
  writeFileSync(file, notebook());
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'a');
  writeFileSync(file, answered);
  expect(exercise('hand-out', 'E1.1', '--out', 'committed').code).toBe(0);
  expect(readFileSync(join(folder, 'committed/a.ipynb'), 'utf8')).not.toContain('my answer');
});
