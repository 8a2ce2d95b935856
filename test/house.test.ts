import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  foldersAreNamed,
  normsAreComplete,
  roomsAreKnown,
  rootIsKnown,
  sourcesAreTested,
} from './house/layout';
import type { ProjectFile } from './house/project';
import { projectFiles, root } from './house/project';
import { codeLines, longerThan, syntaxIsTheKernels } from './house/syntax';
import {
  noAddressesInLocks,
  noMachinePaths,
  noRegistries,
  noTestLeftOut,
  notebooksAreClean,
  nothingSilenced,
  nothingUnfinished,
  versionsAreExact,
} from './house/texts';

type Rule = (files: readonly ProjectFile[]) => string[];
const file = (name: string, text = ''): ProjectFile => ({ path: name, text });
const notebook = (cell: object, kernel = 'tslab'): ProjectFile =>
  file(
    'notebooks/a.ipynb',
    JSON.stringify({
      metadata: { kernelspec: { name: kernel } },
      cells: [{ cell_type: 'code', id: 'one', source: '1', outputs: [], execution_count: null, ...cell }],
    }),
  );
const foldersOfSrc = fs.readdirSync(path.join(root, 'src'), { withFileTypes: true });
const roomsOfSrc = foldersOfSrc.filter((entry) => entry.isDirectory()).map(({ name }) => name);
const norm = 'export class OddNorm extends Module {}';
/** Each part of a normalization with a backward derived by hand. */
const evenNorm = [
  file('src/norm/even-norm.ts', `const op = defineOp('evenNorm', {});\n${norm}`),
  file('src/norm/index.ts', "export { EvenNorm } from './even-norm.js';"),
  file('src/norm/registry/of-rows.ts', '  evenNorm: {'),
  file('test/norm/even-norm.test.ts'),
  file('src/cli/golden/operations/norms.ts', '  even_norm: {'),
  file('test/golden/norms.json', '"op":"even_norm"'),
  file('test/norm/bugs-of-the-family.ts', "['norm/even-norm.ts', 'from', 'to']"),
];

/** Each rule with files that offend against it, each of which must be found, and files that do not. */
const rules: [string, Rule, ProjectFile[], ProjectFile[]][] = [
  [
    'the root holds only what is known',
    rootIsKnown,
    [file('notes.md')],
    [file('README.md'), file('src/a.ts')],
  ],
  [
    'folders are named after their idea',
    foldersAreNamed,
    [file('src/utils/a.ts'), file('test/helpers/a.ts'), file('docs/a.md')],
    [file('src/tensor/a.ts')],
  ],
  [
    'src holds only known rooms, and none is empty',
    (files) => roomsAreKnown(files, files === tree ? roomsOfSrc : ['attic']),
    [file('src/attic/a.ts')],
    [],
  ],
  [
    'every source file has its test',
    sourcesAreTested,
    [file('src/norm/odd.ts', 'export const a = 1;')],
    [
      file('src/norm/types.ts', 'export interface A {}'),
      file('src/norm/even.ts', 'export const a = 1;'),
      file('test/norm/even.slow.test.ts'),
      file('src/norm/parts/a.ts', 'export const a = 1;'),
      file('test/norm/parts.test.ts'),
      file('src/norm/inner.ts', 'export const a = 1;'),
      file('test/norm/outer.test.ts', "import { a } from '../../src/norm/inner.js';"),
    ],
  ],
  [
    'every normalization is complete',
    normsAreComplete,
    [
      file('src/norm/odd-norm.ts', norm),
      file('src/norm/odder-norm/index.ts', 'export class OdderNorm extends RunningNorm {}'),
    ],
    [...evenNorm, file('src/norm/even-norm/part.ts', 'export class EvenerNorm extends RunningNorm {}')],
  ],
  [
    'no file names a path of one machine',
    noMachinePaths,
    [file('a.md', 'see /ho' + 'me/ada/x'), file('a.ts', "'/wo" + "rk/main'"), file('b.ts', "'/tm" + "p/x'")],
    [file('a.md', 'notebooks/work/a and https://example.org/home/a')],
  ],
  [
    'no file names a registry',
    noRegistries,
    [file('.npmrc', 'https://regis' + 'try.npmjs.org'), file('a.md', 'http://10.1.' + '2.3:80')],
    [file('a.md', 'http://127.0.0.1:8888')],
  ],
  [
    'the locks hold no addresses',
    noAddressesInLocks,
    [
      file('package-lock.json', '"resolved": "https://example.org/a.tgz"'),
      file('environment/requirements.txt', '--index-url https://example.org'),
    ],
    [file('package-lock.json', '"resolved": "",'), file('environment/requirements.txt', 'a==1.0')],
  ],
  [
    'nothing is left unfinished',
    nothingUnfinished,
    [file('src/a.ts', '// TO' + 'DO later'), file('src/b.ts', 'a st' + 'ub')],
    [file('src/a.ts', 'stubborn')],
  ],
  [
    'no test is left out',
    noTestLeftOut,
    [file('test/a.test.ts', 'test.sk' + "ip('x')"), file('test/b.test.ts', 'describe.on' + "ly('x')")],
    [file('test/a.test.ts', "test('skips nothing')")],
  ],
  [
    'no tool is silenced',
    nothingSilenced,
    [file('src/a.ts', '// eslint' + '-disable'), file('src/b.ts', '// @ts' + '-expect-error')],
    [file('src/a.ts', '/** in any case, and as any reader knows */')],
  ],
  [
    'packages have exact versions',
    versionsAreExact,
    [file('package.json', '"a": "^1.0.0"')],
    [file('package.json', '"a": "1.0.0"')],
  ],
  [
    'notebooks are kept clean and short',
    notebooksAreClean,
    [
      notebook({ outputs: [{}] }),
      notebook({ execution_count: 3 }),
      notebook({ id: '0a1b2c3d' }),
      notebook({ source: '\n'.repeat(12) }),
      notebook({}, 'python3'),
    ],
    [notebook({})],
  ],
  [
    "src is written in the kernel's TypeScript",
    syntaxIsTheKernels,
    [file('src/a.ts', 'function f() { using a = g(); }')],
    [file('src/a.ts', 'const a = { b: 1 } satisfies object;')],
  ],
  [
    'no file has more than 250 code lines',
    (files) => longerThan(250, files),
    [file('src/a.ts', 'a();\n'.repeat(251))],
    [
      file('src/a.ts', '// a\n\n'.repeat(300)),
      file('src/b.ts', `/** Data of the table. */\n${'a();\n'.repeat(251)}`),
    ],
  ],
];

const tree = projectFiles();

beforeAll(() => {
  const long = longerThan(150, tree);
  if (long.length > 0) console.warn(`Worth a look:\n${long.join('\n')}`);
});

describe.each(rules)('%s', (_name, rule, offences, allowed) => {
  test('in this project', () => {
    expect(rule(tree)).toEqual([]);
  });

  test.each(offences.map((offence) => [offence.path, offence]))(
    'an offence in %s is found',
    (_path, offence) => {
      expect(rule([offence]).length).toBeGreaterThan(0);
    },
  );

  test('what is allowed is let through', () => {
    expect(allowed.length === 0 ? [] : rule(allowed)).toEqual([]);
  });
});

test.each(evenNorm.slice(1).map((part) => [part.path, part]))(
  'a normalization that lacks its part in %s is found, also where another of a longer name has it',
  (path, part) => {
    const longer = [part.text.replace('even', 'uneven'), part.text.replace(/even[-_]norm|evenNorm/, '$&_of')];
    const instead = longer.filter((text) => text !== '').map((text) => [file(path, text)]);
    for (const others of [[], ...instead])
      expect(normsAreComplete([...evenNorm.filter((each) => each !== part), ...others])).toEqual([
        expect.stringContaining('this normalization lacks'),
      ]);
  },
);

test('an empty room is found', () => {
  expect(roomsAreKnown([], ['tensor'])).toEqual(['src/tensor: a room without files']);
});

test('a file of 151 code lines is worth a look', () => {
  expect(longerThan(150, [file('src/a.ts', 'a();\n'.repeat(151))])).toHaveLength(1);
});

test('code lines leave out blank lines and comments, and count each line of a long text', () => {
  expect(codeLines(file('a.ts', '/** a */\n\nconst a = 1; // b\nconst b = `\n\n`;\n'))).toBe(4);
});

test('the folder of whoever teaches is left alone; another of that name is not', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'project '));
  for (const name of ['class', 'src/class']) {
    fs.mkdirSync(path.join(folder, name), { recursive: true });
    fs.writeFileSync(path.join(folder, name, 'a.ts'), '');
  }
  expect(projectFiles(folder).map((each) => each.path)).toEqual(['src/class/a.ts']);
  fs.rmSync(folder, { recursive: true });
});
