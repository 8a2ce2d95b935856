import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from '../../src/cli/export/notebook.js';
import type { Notebook } from '../../src/cli/export/notebook.js';
import { placements } from '../../src/transformer/index.js';
import { root } from '../house/project';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

test('the six lines that notebook 09 quotes from src/transformer/placement.ts stand there, each at its placement', () => {
  const { cells } = JSON.parse(read('notebooks/09-depth-and-placement.ipynb')) as Notebook;
  const prose = cells.map(({ source }) => text(source)).join('\n');
  const quoted = [...prose.matchAll(/^> \/\* (\w+) +\*\/ (connect: .*)$/gm)];
  expect(quoted.map(([, name]) => name)).toEqual(['none', 'post', 'pre', 'peri', 'deepnorm', 'rezero']);
  const source = read('src/transformer/placement.ts');
  for (const [, name, line] of quoted) {
    expect(Object.keys(placements)).toContain(name);
    const [own] = source.split(`\n  ${name}: {`)[1].split('\n  },');
    expect(own).toContain(line);
  }
});
