import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { beginDrawing, stillPicture } from '../../src/notebook/still-picture.js';
import { lines } from '../../src/plot/index.js';
import type { Figure } from '../../src/plot/index.js';

const axis = { label: 'step', unit: 'updates' };
const figure = (title: string): Figure =>
  lines({ title, x: axis, y: axis, alt: `${title}.`, series: [{ name: 'loss', x: [0, 1], y: [3, 1] }] });

describe('a still picture drawn in a thread', () => {
  it('goes to who asked for it, also where several are drawn', async () => {
    const titles = ['It falls', 'It fell', 'It falls'];
    const drawn = await Promise.all(titles.map(figure).map(stillPicture));
    for (const [i, svg] of drawn.entries())
      expect(svg).toMatch(new RegExp(`^<svg [^]*<title>${titles[i]}</title>`));
    expect(drawn[2]).toBe(drawn[0]);
  });

  it('that cannot be drawn says why, and the next is drawn', async () => {
    const broken = Object.assign(figure('It breaks'), { layout: {} });
    await expect(stillPicture(broken)).rejects.toThrow("Cannot read properties of undefined (reading 't')");
    expect(await stillPicture(figure('It falls'))).toContain('It falls');
  });

  it('may have its thread before there is a figure, which keeps no program from its end', async () => {
    const code = "require('./src/notebook/still-picture.ts').beginDrawing()";
    const { status, signal } = spawnSync(
      process.execPath,
      ['-r', './src/kernel/typescript.cjs', '-e', code],
      {
        cwd: path.join(__dirname, '../..'),
        timeout: 60_000,
      },
    );
    expect({ status, signal }).toEqual({ status: 0, signal: null });
    beginDrawing();
    expect(await stillPicture(figure('It falls'))).toContain('It falls');
  });
});
