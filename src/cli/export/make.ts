import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compareRuns } from './compare.js';
import type { Comparison, Numbers } from './compare.js';
import { execute } from './execute.js';
import type { Executed } from './execute.js';
import { figureFiles, figuresOf } from './figures.js';
import { assertOurs, readReproduction, writeAssets, writeFiles, writeFolder } from './folder.js';
import { libraryInPage, usesLibrary } from './library.js';
import { ExportError, readNotebook } from './notebook.js';
import { pageHtml } from './page.js';
import { printedBy } from './printed.js';
import { startProgress } from './progress.js';
import type { Terminal } from './progress.js';
import { reproductionOf } from './reproduction.js';
import type { Reproduction } from './reproduction.js';

/** What making a page needs of the world. */
export interface World {
  /** The project's folder. */
  readonly root: string;
  /** Where progress is said. */
  readonly terminal: Terminal;
  /** Ends the work early, leaving nothing half done. */
  readonly signal: AbortSignal;
  /** The seconds that one cell may take; five minutes where left out. */
  readonly timeout?: number | undefined;
}

/**
 * Runs a notebook and writes its page, figures and record.
 *
 * @param file the notebook.
 * @param out the folder; by default `build/pages/NAME` of the project.
 * @returns the folder written.
 */
export async function makePage(file: string, out: string | undefined, world: World): Promise<string> {
  const name = path.basename(file, '.ipynb');
  const folder = out ?? path.join(world.root, 'build', 'pages', name);
  assertOurs(folder);
  const executed = await run(file, readReproduction(folder)?.seconds, world);
  const shownPath = shown(file, world.root);
  const command = `npm run export -- ${/\s/.test(shownPath) ? JSON.stringify(shownPath) : shownPath}`;
  const record = reproductionOf(executed, { root: world.root, path: shownPath, command });
  const figures = [...figuresOf(executed.notebook).values()];
  writeFolder(folder, (draft) => {
    const pageOf = (other: string): string | undefined => pageBeside(folder, other);
    const html = pageHtml(executed.notebook, { name, origin: originOf(record), command, pageOf });
    writeAssets(
      draft,
      world.root,
      figures.some((figure) => figure.plotly),
    );
    if (figures.some(usesLibrary))
      writeFiles(draft, new Map([['assets/normlab.js', libraryInPage(world.root)]]));
    for (const figure of figures) writeFiles(draft, figureFiles(figure));
    writeFiles(
      draft,
      new Map([
        ['index.html', html],
        ['reproduce.json', `${JSON.stringify(record, null, 1)}\n`],
      ]),
    );
  });
  return folder;
}

/** What a comparison found, and what else is not as it was. */
export interface Recheck extends Comparison {
  readonly notebook: string;
  /** True where the notebook was edited after the export. */
  readonly edited: boolean;
}

/**
 * Runs the notebook of an export again and compares every number.
 *
 * @param folder an export.
 * @param notebook the notebook, where it is not where it was.
 */
export async function recheck(folder: string, notebook: string | undefined, world: World): Promise<Recheck> {
  const before = readReproduction(folder);
  if (!before)
    throw new ExportError(
      `${path.basename(folder)} is not an export: name a folder that \`npm run export\` wrote.`,
    );
  const file = notebook ?? path.resolve(world.root, before.notebook.path);
  if (!existsSync(file))
    throw new ExportError(
      `${before.notebook.path} is not there any more: say where it is, after the folder.`,
    );
  const executed = await run(file, before.seconds, world);
  const now = reproductionOf(executed, {
    root: world.root,
    path: before.notebook.path,
    command: before.command,
  });
  const found = compareRuns(numbersIn(folder, before), numbersOf(executed));
  return { ...found, notebook: before.notebook.path, edited: before.notebook.sha256 !== now.notebook.sha256 };
}

async function run(
  file: string,
  usual: number | undefined,
  { root, terminal, signal, timeout }: World,
): Promise<Executed> {
  const cells = readNotebook(file).cells.filter((cell) => cell.cell_type === 'code').length;
  const scratch = mkdtempSync(path.join(tmpdir(), 'normlab-export-'));
  const progress = startProgress(`Running ${path.basename(file)}, ${cells} code cells`, usual, terminal);
  try {
    return await execute(file, { root, scratch, signal, timeout });
  } finally {
    progress.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

function numbersOf({ notebook }: Executed): Numbers {
  const figures = [...figuresOf(notebook).values()];
  return {
    printed: printedBy(notebook),
    figures: new Map(
      figures.map((figure) => [
        figure.name,
        JSON.parse(figureFiles(figure).get(`figures/${figure.name}.json`) ?? '{}'),
      ]),
    ),
  };
}

function numbersIn(folder: string, record: Reproduction): Numbers {
  const read = ({ name }: { name: string }): [string, unknown] => {
    const file = path.join(folder, 'figures', `${name}.json`);
    return [name, existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : undefined];
  };
  return { printed: record.printed, figures: new Map(record.figures.map(read)) };
}

/** A notebook's path as others can follow it: from the project, or its name alone. */
function shown(file: string, root: string): string {
  const relative = path.relative(root, file).split(path.sep).join('/');
  return relative.startsWith('..') || path.isAbsolute(relative) ? path.basename(file) : relative;
}

/** Address of another notebook's page, if it stands beside this one. */
function pageBeside(folder: string, notebook: string): string | undefined {
  const beside = path.basename(notebook, '.ipynb');
  return readReproduction(path.join(path.dirname(folder), beside))
    ? `../${encodeURIComponent(beside)}/index.html`
    : undefined;
}

function originOf({ notebook, commit, dirty, versions }: Reproduction): string {
  const changes = dirty ? ' with changes not yet committed' : '';
  const at = commit ? `, at commit ${commit.slice(0, 7)}${changes}` : '';
  return `Made by running ${notebook.path} from its first cell${at}, with normlab ${String(versions['normlab'])} on Node ${String(versions['node'])}.`;
}
