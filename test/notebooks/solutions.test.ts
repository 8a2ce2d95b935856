import { text } from '../../src/cli/export/notebook.js';
import type { Cell } from '../../src/cli/export/notebook.js';
import { listed } from '../../src/cli/exercise/listed.js';
import { lineAbout, withoutSolutions } from '../../src/cli/exercise/notebook.js';
import { projectFiles } from '../house/project';

const notebooks = projectFiles().filter(({ path }) => /^notebooks\/.*\.ipynb$/.test(path));
const cellsOf = (notebook: string): Cell[] => (JSON.parse(notebook) as { cells: Cell[] }).cells;
const squeezed = (code: string): string =>
  code
    .replace(/ \/\/ .*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What stands between the first line of an answer and its last; all of a short one. */
const bodyOf = (code: string): string => squeezed(code.split('\n').slice(1, -1).join('\n')) || squeezed(code);

describe.each(notebooks.map((notebook) => [notebook.path, notebook.text] as const))('%s', (name, notebook) => {
  const cells = cellsOf(notebook);
  const code = cells.filter(({ cell_type }) => cell_type === 'code').map(({ source }) => text(source));
  const prose = cells.filter(({ cell_type }) => cell_type === 'markdown').map(({ source }) => text(source));
  const unfolded = [...code, ...prose.map(withoutSolutions)].map(squeezed).join('\n');

  const standing = listed.filter(
    (each) => lineAbout(each, { name, text: notebook, mayBeAnswered: false }) !== undefined,
  );
  const functions = standing.filter(({ exercise: { asks } }) => asks !== 'a formula' && asks !== 'names');

  it('folds the worked solution of each of its functions under a summary that says so, and shows it nowhere else', () => {
    const folded = squeezed(prose.join('\n'));
    const bodies = functions.map(({ exercise: { id, solution } }) => ({ id, body: bodyOf(solution) }));
    expect(bodies.filter(({ body }) => !folded.includes(body)).map(({ id }) => id)).toEqual([]);
    expect(bodies.filter(({ body }) => unfolded.includes(body)).map(({ id }) => id)).toEqual([]);
  });

  it('folds the hints of each of its functions word for word as `hint` gives them', () => {
    const bare = (html: string): string => squeezed(html.replace(/<[^>]+>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&'));
    const folded = [...prose.join('\n').matchAll(/<summary>Hint \d[^]*?<\/summary>([^]*?)<\/details>/g)].map(([, words]) => bare(words));
    const missing = functions.flatMap(({ exercise: { id, hints } }) =>
      hints.filter((one) => !folded.includes(squeezed(one))).map((one) => `${id}: ${one}`),
    );
    expect(missing).toEqual([]);
  });

  it('leaves every function that is not yet written unwritten, but in solutions', () => {
    const names = code.flatMap((source) => /function (\w+)\([^]*notYetWritten\(/.exec(source)?.[1] ?? []);
    const written = names.filter((each) => unfolded.split(`function ${each}(`).length !== 2);
    expect(written).toEqual([]);
  });

  it('folds nothing but hints, solutions and what is to be seen', () => {
    const summaries = [...prose.join('\n').matchAll(/<summary>([^]*?)<\/summary>/g)].map(([, words]) => words);
    const known = /^(Hint \d|Worked solution|A way around|Solution|What there is to see|In formulas)/;
    expect(summaries.filter((words) => !known.test(words))).toEqual([]);
  });
});
