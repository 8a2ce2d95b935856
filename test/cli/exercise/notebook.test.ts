import { forLearners, lineAbout, wasRun, withoutSolutions } from '../../../src/cli/exercise/notebook.js';
import type { NotebookFile } from '../../../src/cli/exercise/notebook.js';
import { exercises } from '../../../src/grade/index.js';

const file = (...cells: object[]): NotebookFile => ({
  name: 'a.ipynb',
  text: JSON.stringify({ cells, metadata: { title: 'A' }, nbformat: 4, nbformat_minor: 5 }),
  mayBeAnswered: false,
});
const code = (source: string | string[], more: object = {}): object => ({
  ...{ cell_type: 'code', id: 'one', metadata: {}, source, execution_count: null, outputs: [] },
  ...more,
});
const prose = (source: string | string[]): object => ({
  cell_type: 'markdown',
  id: 'two',
  metadata: {},
  source,
});
const forLearnersOf = (cell: object, beside: string[] = []): { cells: Record<string, unknown>[] } =>
  JSON.parse(forLearners(file(cell).text, beside)) as { cells: Record<string, unknown>[] };

test('solutions go, whatever they are called and however they are laid out; hints stay', () => {
  const text = [
    'Before',
    '<details><summary>Hint 1</summary>think</details>',
    '<details><summary>A way around</summary><code>x</code></details>',
    '<details>\n<summary>Worked solution</summary>\n\n```ts\nx;\n```\n</details>',
    '<details><summary>Solution of the second</summary>y</details>',
    '',
    'After',
  ].join('\n');
  expect(withoutSolutions(text)).toBe('Before\n<details><summary>Hint 1</summary>think</details>\n\nAfter');
});

test('outputs, numbers and what an editor keeps go; tags and sources stay', () => {
  const ran = code(['a', 'b'], {
    execution_count: 3,
    outputs: [{ output_type: 'stream' }],
    metadata: { tags: ['raises-exception'], execution: { started: 'then' } },
  });
  const { cells } = forLearnersOf(ran);
  expect(cells).toEqual([code(['a', 'b'], { metadata: { tags: ['raises-exception'] } })]);
  expect(wasRun(file(ran).text)).toBe(true);
  expect(wasRun(file(code('a')).text)).toBe(false);
});

test('a cell that held nothing but a solution goes', () => {
  expect(forLearnersOf(prose('<details><summary>Worked solution</summary>x</details>')).cells).toEqual([]);
});

test('a link to what is not handed out becomes words, others stay', () => {
  const text =
    'See [notebook 01](01-a.ipynb), [02](02-b.ipynb), [a paper](https://example.org/a.md) and $f[i](x)$.';
  expect(forLearnersOf(prose(text), ['02-b.ipynb']).cells[0].source).toEqual([
    'See notebook 01, [02](02-b.ipynb), [a paper](https://example.org/a.md) and $f[i](x)$.',
  ]);
});

test('an exercise is found by its check, else by its number; names that only begin alike do not count', () => {
  const layerNorm = { exercise: exercises.layerNorm, called: 'exercises.layerNorm' };
  const unwritten = code("f;\n  return notYetWritten('E1.1'); // yours");
  expect(lineAbout(layerNorm, file(unwritten, code('check(f, exercises.layerNorm)')))).toBe(
    'check(f, exercises.layerNorm)',
  );
  expect(lineAbout(layerNorm, file(unwritten))).toBe("return notYetWritten('E1.1'); // yours");
  expect(lineAbout(layerNorm, file(code('check(f, exercises.layerNormBackward)')))).toBeUndefined();
  expect(lineAbout(layerNorm, file(prose('exercises.layerNorm')))).toBeUndefined();
  expect(
    lineAbout({ ...layerNorm, called: '' }, file(code('check(f, exercises.layerNorm)'))),
  ).toBeUndefined();
});
