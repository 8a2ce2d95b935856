import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { ExportError } from './notebook.js';
import type { Reproduction } from './reproduction.js';

/**
 * Writes a folder as a whole or not at all: it is filled beside its place and moved there when it is complete.
 *
 * @param folder where it shall stand; an earlier export there is replaced.
 * @param fill writes the content into the folder it is given.
 * @throws ExportError when something else stands there.
 */
export function writeFolder(folder: string, fill: (draft: string) => void): void {
  assertOurs(folder);
  mkdirSync(path.dirname(folder), { recursive: true });
  const draft = mkdtempSync(path.join(path.dirname(folder), `.${path.basename(folder)}-`));
  try {
    const content = path.join(draft, 'new');
    mkdirSync(content);
    fill(content);
    if (existsSync(folder)) renameSync(folder, path.join(draft, 'old'));
    renameSync(content, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Refuses a folder that holds anything but an earlier export. */
export function assertOurs(folder: string): void {
  if (!existsSync(folder)) return;
  if (readdirSync(folder).length === 0 || readReproduction(folder)) return;
  throw new ExportError(
    `${path.basename(folder)} is not empty and was not made by an export: name another folder with --out.`,
  );
}

/** The record an export left in a folder, or nothing. */
export function readReproduction(folder: string): Reproduction | undefined {
  try {
    const read = JSON.parse(readFileSync(path.join(folder, 'reproduce.json'), 'utf8')) as Reproduction;
    return read.madeBy === 'normlab export' ? read : undefined;
  } catch {
    return undefined;
  }
}

/** Writes texts by their path below the folder. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [name, content] of files) {
    const file = path.join(folder, ...name.split('/'));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** Puts what every page needs into `assets`: its style and script, KaTeX with its fonts, and plotly where figures move. */
export function writeAssets(folder: string, root: string, interactive: boolean): void {
  const assets = path.join(folder, 'assets');
  const modules = path.join(root, 'node_modules');
  mkdirSync(path.join(assets, 'fonts'), { recursive: true });
  for (const name of ['style.css', 'behaviour.js'])
    copyFileSync(path.join(__dirname, name), path.join(assets, name));
  const katex = path.join(modules, 'katex', 'dist');
  const css = readFileSync(path.join(katex, 'katex.min.css'), 'utf8');
  writeFileSync(path.join(assets, 'katex.css'), onlyWoff2(css));
  for (const font of readdirSync(path.join(katex, 'fonts')).filter((name) => name.endsWith('.woff2')))
    copyFileSync(path.join(katex, 'fonts', font), path.join(assets, 'fonts', font));
  if (interactive) copyFileSync(smallPlotly(modules), path.join(assets, 'plotly.js'));
}

/** Every browser that can show the page reads woff2; the older formats would double the folder. */
function onlyWoff2(css: string): string {
  return css.replace(/,url\([^)]*\.(?:woff|ttf)\) format\("[^"]*"\)/g, '');
}

/** plotly.js-dist made half as large, once for each version of it. */
function smallPlotly(modules: string): string {
  const source = path.join(modules, 'plotly.js-dist', 'plotly.js');
  const { version } = JSON.parse(
    readFileSync(path.join(modules, 'plotly.js-dist', 'package.json'), 'utf8'),
  ) as { version: string };
  const kept = path.join(modules, '.cache', 'normlab', `plotly-${version}.js`);
  if (existsSync(kept)) return kept;
  try {
    const { code } = transformSync(readFileSync(source, 'utf8'), { minify: true, target: 'es2020' });
    mkdirSync(path.dirname(kept), { recursive: true });
    writeFileSync(`${kept}.${process.pid}`, code);
    renameSync(`${kept}.${process.pid}`, kept);
    return kept;
  } catch {
    return source;
  }
}
