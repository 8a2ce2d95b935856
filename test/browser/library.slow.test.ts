import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { stream } from '../../src/index.js';
import { bundleForBrowser } from './bundle.js';
import { inChromium, launch, pageIn } from './chromium.js';
import { layerNormBits } from './layer-norm-bits.js';
import type { Case } from './layer-norm-bits.js';

const root = path.resolve(__dirname, '..', '..');

/** The import lines of notebook 01 that name what also runs in a browser. */
function importsOfNotebook(): string[] {
  const notebook = JSON.parse(readFileSync(path.join(root, 'notebooks', '01-layer-norm.ipynb'), 'utf8')) as {
    cells: { cell_type: string; source: string | string[] }[];
  };
  const code = notebook.cells
    .filter((cell) => cell.cell_type === 'code')
    .map((cell) => [cell.source].flat().join(''));
  const lines = code.join('\n').match(/^import \{[^}]*\} from 'normlab(\/\w+)?';?$/gm) ?? [];
  return lines.filter((line) => !/normlab\/notebook/.test(line));
}

test('what notebook 01 imports from the library and the figures bundles for a browser without a node: module', () => {
  const imports = importsOfNotebook();
  expect(imports.length).toBeGreaterThanOrEqual(2);
  const exported = imports.map((line) => line.replace('import', 'export')).join('\n');
  const bundle = bundleForBrowser(exported);
  // A context that has what the language has, and nothing of Node: neither process nor require.
  const kinds = runInNewContext(
    `${bundle}; Object.fromEntries(Object.entries(bundle).map(([name, value]) => [name, typeof value]))`,
  ) as Record<string, string>;
  const names = imports
    .flatMap((line) => /\{(.*)\}/.exec(line)?.[1]?.split(',') ?? [])
    .map((name) => name.trim());
  expect(names.filter((name) => kinds[name] !== 'function')).toEqual([]);
});

test('a bundle that needs a node: module is refused, with the name of the module', () => {
  expect(() => bundleForBrowser(`export { readFileSync } from 'node:fs';`)).toThrow(/node:fs/);
});

/** Rows around zero, far from it, tiny, huge and constant; cotangents drawn at random, γ and β not the usual ones. */
function cases(): Case[] {
  const random = stream('bits in a browser', 1);
  const row = (C: number, offset: number, size: number): number[] =>
    Array.from({ length: C }, () => offset + size * random.normal());
  const settings: [number, number, number][] = [
    [3, 0, 1],
    [8, 1e6, 1],
    [64, -1e12, 1e-3],
    [7, 0, 1e-9],
    [16, 1e150, 1e140],
    [5, 2.5, 0],
  ];
  return settings.flatMap(([C, offset, size]) =>
    (['float64', 'float32'] as const).map((dtype) => ({
      dtype,
      eps: 1e-5,
      x: [row(C, offset, size), row(C, offset, size), row(C, 0, size)],
      gamma: row(C, 1, 0.5),
      beta: row(C, 0, 1),
      dy: [row(C, 0, 1), row(C, 0, 1), row(C, 0, 1)],
    })),
  );
}

inChromium('LayerNorm forward and backward give the same bits in a browser as in Node', async () => {
  const all = cases();
  const bundle = bundleForBrowser(`export { layerNormBits } from './layer-norm-bits.js';`);
  const browser = await launch();
  try {
    const page = await pageIn(browser);
    await page.addScriptTag({ content: bundle });
    const ran = `(${JSON.stringify(all)}).map((one) => bundle.layerNormBits(one))`;
    const inBrowser = await page.evaluate<Record<string, string>[]>(ran);
    expect(inBrowser).toEqual(all.map(layerNormBits));
    expect(new Set(inBrowser.flatMap((bits) => Object.values(bits))).size).toBeGreaterThan(all.length);
  } finally {
    await browser.close();
  }
});
