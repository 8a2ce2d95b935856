import path from 'node:path';
import { typeErrors } from '../../../src/cli/check/types.js';
import { committedNotebooks } from '../../../src/cli/exercise/committed.js';
import { handOut } from '../../../src/cli/exercise/hand-out.js';
import { listed } from '../../../src/cli/exercise/listed.js';
import { lineAbout } from '../../../src/cli/exercise/notebook.js';
import { projectFiles, root } from '../../house/project';

const notebooks = projectFiles()
  .filter((file) => /^notebooks\/.*\.ipynb$/.test(file.path))
  .map(({ path: file, text }) => ({ name: path.posix.basename(file), text, mayBeAnswered: false }));
const housed = listed.filter(
  (each) =>
    each.exercise.exportName !== undefined ||
    notebooks.some((notebook) => lineAbout(each, notebook) !== undefined),
);
const files = handOut(housed, notebooks, 'class/a');

interface Cell {
  readonly cell_type: string;
  readonly source: string[];
}
const cellsOf = (text: string): Cell[] => (JSON.parse(text) as { cells: Cell[] }).cells;
const textOf = (name: string, text: string): string =>
  name.endsWith('.ipynb')
    ? cellsOf(text)
        .map(({ source }) => [source].flat().join(''))
        .join('\n')
    : text;
const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim());

/** All that is handed out, as a learner reads it. */
const read = [...files].map(([name, text]) => textOf(name, text)).join('\n');
/** What a cell of the lesson runs itself gives nothing away. */
const lesson = notebooks.flatMap(({ text }) =>
  cellsOf(text).flatMap((cell) => (cell.cell_type === 'code' ? linesOf([cell.source].flat().join('')) : [])),
);
const lines = new Set(linesOf(read));
lesson.forEach((line) => lines.delete(line));

describe('a hand-out of all exercises', () => {
  it('holds what each learner needs: what is asked for, and a place to write', () => {
    expect(housed.map(({ exercise }) => exercise.id)).toEqual(listed.map(({ exercise }) => exercise.id));
    for (const { exercise } of housed) {
      expect(files.get('README.md')).toContain(`## ${exercise.id} · ${exercise.title}\n`);
      expect(files.get('README.md')).toContain(exercise.statement);
    }
  });

  it('holds no line of a worked solution, but those that a cell of the lesson runs', () => {
    const leaked = listed.flatMap(({ exercise }) =>
      linesOf(exercise.solution).filter(
        (line) => line.length > 20 && !line.startsWith('export function') && lines.has(line),
      ),
    );
    expect(leaked).toEqual([]);
  });

  it('holds nothing that a wrong version is told', () => {
    const told = listed.flatMap(({ exercise }) => exercise.wrong.map(({ says }) => says));
    expect(told.filter((says) => read.includes(says))).toEqual([]);
  });

  it('holds no code of checks, versions, inputs or references', () => {
    const ours = projectFiles(path.join(root, 'src', 'grade'), 'src/grade/')
      .filter(({ path: file }) => file.endsWith('.ts') && !file.includes('/questions/'))
      .flatMap(({ text }) => linesOf(text).filter((line) => line.length > 30));
    expect(ours.length).toBeGreaterThan(1000);
    expect(ours.filter((line) => lines.has(line))).toEqual([]);
  });

  it('has notebooks of short lines of JSON, without outputs, whose code is that of the course', () => {
    for (const { name, text } of notebooks.filter((notebook) => files.has(notebook.name))) {
      const codeOf = (of: string): unknown[] => cellsOf(of).filter(({ cell_type }) => cell_type === 'code');
      expect(codeOf(files.get(name) ?? '')).toEqual(codeOf(text));
    }
  });
});

const written = listed.filter(({ exercise }) => exercise.exportName !== undefined);

test.each(written.map((each) => [each.exercise.id, each] as const))(
  'the file for %s says what to write, type-checks, and is all that is handed out beside the note',
  (id, each) => {
    const alone = handOut([each], notebooks, 'class/a');
    const file = alone.get(`${id}.ts`) ?? '';
    expect([...alone.keys()].slice(0, 2)).toEqual(['README.md', `${id}.ts`]);
    expect(typeErrors(file)).toEqual([]);
    expect(file).toContain(`export function ${each.exercise.exportName}(`);
    expect(file.replace(/\s*\n \* /g, ' ')).toContain(each.exercise.statement);
    expect(Math.max(...file.split('\n').map((line) => line.length))).toBeLessThan(121);
  },
);

test('a notebook that may hold answers is not handed out', () => {
  const answered = notebooks.map((notebook) => ({ ...notebook, mayBeAnswered: true }));
  expect(() => handOut(housed, answered, 'class/a')).toThrow(/was run here and may hold answers/);
});

test('an exercise that stands nowhere is not handed out', () => {
  const inNotebook = housed.filter(({ exercise }) => exercise.exportName === undefined);
  expect(() => handOut(inNotebook.slice(0, 1), [], 'class/a')).toThrow('E0.1 stands in no notebook');
});

test('the notebooks of the course are found as they were committed', () => {
  const found = committedNotebooks(root);
  expect(found.map(({ name }) => name)).toContain('01-layer-norm.ipynb');
  expect(found.filter(({ mayBeAnswered }) => mayBeAnswered)).toEqual([]);
});
