import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const script = `
  const { show } = require('normlab/notebook');
  const { lines } = require('normlab/plot');
  const axis = { label: 'step', unit: 'updates' };
  const figure = lines({ title: 'It falls', x: axis, y: axis, alt: 'From 3 to 1.', series: [{ name: 'loss', x: [0, 1], y: [3, 1] }] });
  show(figure)._repr_mimebundle_().then((bundle) => console.log(JSON.stringify(bundle)));`;

describe('show', () => {
  it('draws a still picture beside the plotly figure', () => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['-r', './src/kernel/typescript.cjs', '-e', script],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    expect(stderr).toBe('');
    const bundle = JSON.parse(stdout) as Record<string, string>;
    expect(Object.keys(bundle)).toEqual(['application/vnd.plotly.v1+json', 'image/svg+xml', 'text/plain']);
    expect(bundle['image/svg+xml']).toMatch(/^<svg [^]*From 3 to 1\.[^]*<\/svg>$/);
  });
});
