import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../house/project';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const page = read('notebooks/for-instructors.md');

test('the sections of the class stand in notebook 01, and its minutes are one after the other, 75 in all', () => {
  const rows = [...page.matchAll(/^\| (\d+)–(\d+) \| (.*?) \|/gm)];
  const ends = rows.map(([, , end]) => end);
  expect(rows.map(([, start]) => start)).toEqual(['0', ...ends.slice(0, -1)]);
  expect(ends.at(-1)).toBe('75');
  const numbered = rows.map(([, , , section]) => section).filter((section) => /^\d/.test(section));
  const lesson = read('notebooks/01-layer-norm.ipynb');
  expect(numbered.filter((section) => !lesson.includes(`## ${section}`))).toEqual([]);
});

test.each(['README.md', 'CONTRIBUTING.md', 'notebooks/for-instructors.md'])(
  'the commands and the files that %s names are there',
  (file) => {
    const text = read(file);
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const commands = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, command]) => command);
    expect(commands.filter((command) => !(command in scripts))).toEqual([]);
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link]) => link);
    expect(links.filter((link) => !existsSync(join(root, dirname(file), link)))).toEqual([]);
    const sources = [...text.matchAll(/`((?:src|test|notebooks)\/[\w./-]+)`/g)].map(([, source]) => source);
    expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([]);
  },
);
