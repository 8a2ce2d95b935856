import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { runExercise } from '../../../src/cli/exercise/run.js';
import type { Candidate, Exercise, Grade, Run } from '../../../src/grade/index.js';
import { run } from '../../grade/versions.js';
import { root } from '../../house/project';

const course = mkdtempSync(join(tmpdir(), 'course '));
afterAll(() => rmSync(course, { recursive: true }));

const arrays = join(course, 'src/grade/arrays');
/** A name that nobody will lay out: the course that is copied may hold any other. */
const folder = join(arrays, 'tried-norm');

beforeAll(() => {
  for (const part of ['src', 'tsconfig.json', '.prettierrc.json'])
    cpSync(join(root, part), join(course, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(course, 'node_modules'));
});

function exercise(...words: string[]): { code: number; lines: string[] } {
  const lines: string[] = [];
  const code = runExercise(words, {
    ...{ root: course, listed: [], notebooks: () => [] },
    say: (line) => lines.push(line),
    locate: (file) => file,
  });
  return { code, lines };
}

/** The exercise as the copied course has it now, and what the copied course says of it. */
async function asItStands(): Promise<{
  exercise: Exercise<Candidate>;
  gaps: string[];
  grade: (of: Candidate) => Grade;
}> {
  jest.resetModules();
  const { arrayExercises } = (await import(join(arrays, 'index.ts'))) as {
    arrayExercises: Record<string, Exercise<Candidate>>;
  };
  const { gapsOf } = (await import(join(course, 'src/grade/gaps.ts'))) as {
    gapsOf: (of: Exercise<Candidate>) => string[];
  };
  const { gradeCandidate } = (await import(join(course, 'src/grade/grading.ts'))) as {
    gradeCandidate: (of: Candidate, exercise: Exercise<Candidate>, options: { run: Run }) => Grade;
  };
  const found = arrayExercises['tried-norm'];
  return { exercise: found, gaps: gapsOf(found), grade: (of) => gradeCandidate(of, found, { run }) };
}

/** What TypeScript says to the registry and all that it reaches. */
function typeErrors(): string[] {
  const { config } = ts.readConfigFile(join(course, 'tsconfig.json'), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: [], files: [join(arrays, 'index.ts')] },
    ts.sys,
    course,
  );
  const program = ts.createProgram([join(arrays, 'index.ts')], { ...options, types: [] });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

test('a new exercise type-checks, is registered, and says all that it lacks', async () => {
  const { code, lines } = exercise('new', 'tried-norm');
  expect(code).toBe(0);
  expect(lines.slice(0, 7).map((line) => line.slice(0, 2))).toEqual([
    '1.',
    '2.',
    '3.',
    '4.',
    '5.',
    '6.',
    '7.',
  ]);
  expect(lines.at(-1)).toMatch(
    /^written: src\/grade\/arrays\/tried-norm with inputs\.ts, .* in src\/grade\/arrays\/index\.ts$/,
  );
  expect(typeErrors()).toEqual([]);
  expect((await asItStands()).gaps).toEqual([
    'It has no title.',
    'The statement does not say yet what is asked for.',
    'Nothing says yet why it is worth the time (why).',
    'Nothing says how many minutes it takes.',
    'Hint 1 of 3 is missing.',
    'Hint 2 of 3 is missing.',
    'Hint 3 of 3 is missing.',
    'The worked solution is missing.',
    'The points of the checks add up to 35, not to 100.',
    'It has 0 of at least 15 wrong versions.',
    'It has 1 of at least 4 right versions.',
  ]);
});

test('what is laid out is written as the house writes', () => {
  const prettier = join(root, 'node_modules/prettier/bin/prettier.cjs');
  const { status, stderr } = spawnSync(
    process.execPath,
    [prettier, '--check', folder, join(arrays, 'index.ts')],
    { encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '']);
});

test('the same name twice is refused, and changes nothing', () => {
  const before = readFileSync(join(arrays, 'index.ts'), 'utf8');
  expect(exercise('new', 'tried-norm')).toEqual({
    code: 2,
    lines: ['exercise: src/grade/arrays/tried-norm is there already; choose another name.'],
  });
  expect(readFileSync(join(arrays, 'index.ts'), 'utf8')).toBe(before);
});

test('filled in, nothing is missing, and its versions are judged', async () => {
  const filled = join(arrays, 'layer-norm');
  for (const file of ['inputs', 'right', 'wrong', 'pieces', 'checks', 'exercise']) {
    const text = readFileSync(join(filled, `${file}.ts`), 'utf8');
    writeFileSync(
      join(folder, `${file}.ts`),
      text
        .replace('layerNormOverArrays', 'triedNormOverArrays')
        .replace("id: 'layer-norm'", "id: 'tried-norm'"),
    );
  }
  const { exercise: whole, gaps, grade } = await asItStands();
  expect(gaps).toEqual([]);
  for (const { candidate, caughtBy } of whole.wrong)
    expect(grade(candidate).findings.at(-1)?.check).toBe(caughtBy);
  for (const { candidate } of whole.right) expect(grade(candidate).outcome).toBe('passed');
  expect(typeErrors()).toEqual([]);
});
