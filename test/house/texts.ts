/** Rules about what is written in files. A rule returns one sentence per finding. */
import type { ProjectFile } from './project';

/** Every line of the files whose path matches and that one of the patterns finds. */
function linesWith(
  files: readonly ProjectFile[],
  where: RegExp,
  patterns: readonly RegExp[],
  why: string,
): string[] {
  return files
    .filter(({ path }) => where.test(path))
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, i) => {
        const found = patterns.map((pattern) => pattern.exec(line)?.[0]).find(Boolean);
        return found ? [`${path}:${i + 1}: "${found}" ${why}`] : [];
      }),
    );
}

const anywhere = /^(?!package-lock\.json$|test\/house)/;
const code = /\.(ts|mjs|cjs|js)$/;
/** Written in pieces, so that this file does not find itself. */
const words = (...pieces: string[]): RegExp => new RegExp(`\\b(${pieces.join('|')})\\b`);

export const noMachinePaths = (files: readonly ProjectFile[]): string[] =>
  linesWith(
    files,
    anywhere,
    [/(?<![\w.~$}/-])\/(work|root|home|Users|tmp)\/[\w.-]+/, /[A-Z]:\\Users\\/],
    'is a path of one machine',
  );

const registries = [
  /registry\.(npmjs|yarnpkg)\.\w+/,
  /pypi\.org\/simple|files\.pythonhosted\.org/,
  /https?:\/\/[\w.-]*(registry|artifact|nexus|verdaccio|devpi)[\w.-]*/,
  /https?:\/\/(?!127\.0\.0\.1|0\.0\.0\.0)\d+\.\d+\.\d+\.\d+/,
];
export const noRegistries = (files: readonly ProjectFile[]): string[] =>
  linesWith(files, /^/, registries, 'is the address of a registry').filter(
    (line) => !line.startsWith('test/house'),
  );

export const noAddressesInLocks = (files: readonly ProjectFile[]): string[] => [
  ...linesWith(
    files,
    /^package-lock\.json$/,
    [/"resolved": "(?!file:)[^".].*"/],
    'is where one machine fetched from',
  ),
  ...linesWith(
    files,
    /(requirements|optional)\.txt$/,
    [/https?:\/\/|--(extra-)?index-url|--find-links| @ file/],
    'is where one machine fetched from',
  ),
];

const unfinished = [
  words('TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'),
  words('place' + 'holder (text|value|for)', 'st' + 'ub'),
];
export const nothingUnfinished = (files: readonly ProjectFile[]): string[] =>
  linesWith(
    files,
    /^(?!package-lock\.json$|test\/house|test\/golden)/,
    unfinished,
    'says that something is unfinished',
  );

export const noTestLeftOut = (files: readonly ProjectFile[]): string[] =>
  linesWith(
    files,
    /^test\/(?!house).*\.ts$/,
    [/\b(test|it|describe)(\.each\b.*)?\.(skip|only|todo)\b/, /\b(xit|xtest|xdescribe|fit|fdescribe)\(/],
    'leaves tests out',
  );

const silencers = [words('eslint' + '-disable', 'ts' + '-ignore', 'ts' + '-nocheck', 'prettier' + '-ignore')];
export const nothingSilenced = (files: readonly ProjectFile[]): string[] => [
  ...linesWith(files, code, silencers, 'silences a tool').filter((line) => !line.startsWith('test/house')),
  ...linesWith(files, /^src\/.*\.ts$/, [words('ts' + '-expect-error')], 'switches the types off'),
];

export const versionsAreExact = (files: readonly ProjectFile[]): string[] =>
  linesWith(files, /^package\.json$/, [/"[^"]+": "[~^>*][^"]*"/], 'is not one version').filter(
    (line) => !line.includes('"node"'),
  );

interface Cell {
  readonly cell_type: string;
  readonly id?: string;
  readonly source: string | readonly string[];
  readonly outputs?: readonly unknown[];
  readonly execution_count?: number | null;
}
interface Notebook {
  readonly cells: readonly Cell[];
  readonly metadata: { readonly kernelspec?: { readonly name?: string } };
}

/** Notebooks are kept without what they printed, with cell names that stay, and with short cells. */
export function notebooksAreClean(files: readonly ProjectFile[]): string[] {
  return files
    .filter(({ path }) => /^notebooks\/.*\.ipynb$/.test(path))
    .flatMap(({ path, text }) => {
      const { cells, metadata } = JSON.parse(text) as Notebook;
      const ids = cells.map(({ id }) => id);
      return [
        ...(metadata.kernelspec?.name === 'tslab' ? [] : [`${path}: its kernel is not tslab`]),
        ...cells.flatMap((cell, i) =>
          findingsIn(cell, ids.indexOf(cell.id) !== i).map((finding) => `${path}, cell ${i + 1}: ${finding}`),
        ),
      ];
    });
}

function findingsIn(cell: Cell, isRepeated: boolean): string[] {
  const lines = [cell.source].flat().join('').split('\n').length;
  const isCode = cell.cell_type === 'code';
  const faults: [boolean, string][] = [
    [isRepeated, `the name ${cell.id} is used twice`],
    [
      !/^[a-z][\w-]*$/.test(cell.id ?? '') || /^[0-9a-f]{8}(-|$)/.test(cell.id ?? ''),
      'has no name of its own as its id',
    ],
    [isCode && (cell.outputs?.length ?? 0) > 0, 'was kept with its output; clear all outputs and save'],
    [
      isCode && (cell.execution_count ?? null) !== null,
      'was kept with its number; clear all outputs and save',
    ],
    [isCode && lines > 12, `has ${lines} lines; twelve can be read at once`],
  ];
  return faults.filter(([there]) => there).map(([, finding]) => finding);
}
