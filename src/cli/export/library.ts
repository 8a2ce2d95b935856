import path from 'node:path';
import { buildSync } from 'esbuild';
import type { Figure } from './figures.js';

/** What of the library a page calls: a figure whose HTML says `data-uses="normlab"` finds it as the global `normlab`. */
const exported = `export { placementProfile } from './experiments/placement-profile.js';
export { placementInWords, placementPicture } from './plot/explorer/picture.js';`;

/** Whether a figure moves by calling the library in its page. */
export function usesLibrary({ html }: Pick<Figure, 'html'>): boolean {
  return html?.includes('data-uses="normlab"') ?? false;
}

/**
 * The part of the library that runs in a page, as one script that needs nothing else.
 *
 * @param root The project's folder.
 * @throws Error with esbuild's words, as when something needs a `node:` module.
 */
export function libraryInPage(root: string): string {
  const { outputFiles } = buildSync({
    stdin: { contents: exported, loader: 'ts', resolveDir: path.join(root, 'src') },
    // A drawing names its parts after their classes.
    ...{ bundle: true, write: false, minify: true, keepNames: true },
    ...{ platform: 'browser', format: 'iife', globalName: 'normlab', target: 'es2022' },
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}
