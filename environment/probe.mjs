import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execute } from './check.mjs';

const figure = `import { lines } from 'normlab/plot';
import { show } from 'normlab/notebook';
const axis = { label: 'step', unit: 'updates' };
show(lines({ title: 'A line', alt: 'A line rises.', x: axis, y: axis, series: [{ name: 'a', x: [0, 1], y: [0, 1] }] }))`;

/** What a learner's first cells do, each with what must come out of it. */
const cells = [
  {
    name: 'kernel',
    source: '1 + 1',
    expected: (outputs) => textOf(outputs) === '2' && 'answers 1 + 1 with 2',
    remedy: 'run `npm ci` to install the packages anew, then run this command again',
  },
  {
    name: 'types',
    source: 'const s: string = 1',
    expected: (outputs) =>
      outputs.some((output) => /2322|not assignable/.test(output.evalue ?? '')) && 'a wrong type is reported',
    remedy: 'run `npm ci` to install the packages anew, then run this command again',
  },
  {
    name: 'library',
    source: "import { tensor } from 'normlab';\ntensor([1, 2, 3]).shape.length",
    expected: (outputs) => textOf(outputs) === '1' && 'import from normlab works',
    remedy: 'see what you changed in src with `git diff`',
  },
  {
    name: 'figure',
    source: figure,
    expected: (outputs) =>
      outputs.some(({ data }) => data?.['image/svg+xml']) && 'drawn, with its static picture',
    remedy: 'see what you changed in src with `git diff`, or run `npm ci` to install the packages anew',
  },
];

const textOf = (outputs) => [outputs.find(({ data }) => data)?.data['text/plain']].flat().join('');

/** Runs the cells in a kernel of their own: `[name, { ok, text, remedy }]` for each. */
export async function probeKernel(place) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'normlab-'));
  try {
    const file = path.join(folder, 'probe.ipynb');
    fs.writeFileSync(file, JSON.stringify(notebookOf(cells)));
    const { notebook, ended } = await execute(place, file, ['--allow-errors', '--timeout', '60']);
    return cells.map((cell, i) => [cell.name, judge(cell, notebook?.cells[i].outputs ?? [], ended)]);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function judge({ expected, remedy }, outputs, ended) {
  const text = expected(outputs);
  if (text) return { ok: true, text };
  const error = outputs.find(({ ename }) => ename);
  if (error) return { ok: false, text: `${error.ename}: ${error.evalue}`.split('\n')[0], remedy };
  return { ok: false, text: ended ? 'the kernel did not answer' : 'nothing came of it', remedy };
}

function notebookOf(all) {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: 'tslab', display_name: 'TypeScript (normlab)', language: 'typescript' } },
    cells: all.map(({ name, source }) => ({
      cell_type: 'code',
      id: name,
      metadata: {},
      execution_count: null,
      outputs: [],
      source,
    })),
  };
}
