/** Rules about where things stand: root, rooms, and what belongs to each file. A rule returns one sentence per finding. */
import type { ProjectFile } from './project';

const rooms =
  'tensor wasm autograd norm nn transformer train experiments derive plot grade notebook kernel cli'.split(
    ' ',
  );
const rootEntries =
  'src test notebooks environment .ci package.json package-lock.json tsconfig.json tsconfig.build.json eslint.config.mjs jest.config.cjs stryker.config.json knip.json .dependency-cruiser.cjs .npmrc .gitignore .gitattributes .prettierignore .prettierrc.json README.md LICENSE CHANGELOG.md CONTRIBUTING.md DECISIONS.md CITATION.cff'.split(
    ' ',
  );
const vagueFolders = /(^|\/)(utils?|helpers?|common|lib|misc|docs|scripts)\//;

export const rootIsKnown = (files: readonly ProjectFile[]): string[] =>
  [...new Set(files.map(({ path }) => path.split('/')[0] ?? ''))]
    .filter((entry) => !rootEntries.includes(entry))
    .map((entry) => `${entry}: the root has no such entry; give it a place in a folder`);

export const foldersAreNamed = (files: readonly ProjectFile[]): string[] =>
  files
    .filter(({ path }) => vagueFolders.test(path))
    .map(({ path }) => `${path}: name the folder after its idea`);

/** `found` are the folders that stand in src. */
export function roomsAreKnown(files: readonly ProjectFile[], found: readonly string[]): string[] {
  const filled = (room: string): boolean => files.some(({ path }) => path.startsWith(`src/${room}/`));
  return found.flatMap((room) => [
    ...(rooms.includes(room) ? [] : [`src/${room}: there is no such room`]),
    ...(filled(room) ? [] : [`src/${room}: a room without files`]),
  ]);
}

/** A file needs no test of its own where it only names types, or gathers what others export. */
const isOnlyTypes = ({ text }: ProjectFile): boolean =>
  !/^(export )?(default )?(async )?(abstract )?(function|class|const|let|var)\b|^[a-zA-Z.]+\(/m.test(text);

/**
 * src/room/part/file.ts is tested by test/room/part/file.test.ts, or with its whole folder by test/room/part.test.ts,
 * or with its whole room by test/room/room.test.ts, or by a test that imports it by name.
 */
export function sourcesAreTested(files: readonly ProjectFile[]): string[] {
  const tests = new Set(files.map(({ path }) => path.replace(/\.(slow\.|long\.)?test\.ts$/, '.test.ts')));
  const imports = new Set(
    files
      .filter(({ path }) => path.endsWith('.test.ts'))
      .flatMap(({ text }) =>
        [...text.matchAll(/'(?:\.\.\/)+(src\/[^']+)\.js'/g)].map(([, source]) => `${source}.ts`),
      ),
  );
  const places = (source: string): string[] => {
    const parts = source
      .replace(/^src\//, '')
      .replace(/\.ts$/, '')
      .split('/');
    const own = parts
      .slice(1)
      .map((_part, i) => `test/${parts.slice(0, parts.length - i).join('/')}.test.ts`);
    return [...own, `test/${parts[0]}/${parts[0]}.test.ts`];
  };
  return files
    .filter(({ path }) => /^src\/.+\/(?!index)[^/]+\.ts$/.test(path))
    .filter((file) => !isOnlyTypes(file) && !imports.has(file.path))
    .filter((file) => !places(file.path).some((place) => tests.has(place)))
    .map(({ path }) => `${path}: has no test ${places(path)[0]}`);
}

const camel = (name: string): string =>
  name.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());

/**
 * A normalization (a file of src/norm with a module, or the index of a folder) is complete with its export, registry row, test, golden operation
 * and golden cases; with a backward derived by hand also with mistakes planted in it. Names are met whole, so that none is
 * taken for a part of another: `rmsNorm` of `crmsNorm`, `layer-norm` of `layer-norm-scaling`.
 */
export function normsAreComplete(files: readonly ProjectFile[]): string[] {
  const textOf = (path: string): string => files.find((file) => file.path === path)?.text ?? '';
  const textsIn = (folder: string): string[] =>
    files.filter(({ path }) => path.startsWith(folder)).map(({ text }) => text);
  const [golden, rows] = [textsIn('src/cli/golden'), textsIn('src/norm/registry')];
  const [cases, tests] = [textsIn('test/golden/'), textsIn('test/norm/')];
  return files
    .filter(
      ({ path, text }) =>
        /^src\/norm\/[\w-]+(\/index)?\.ts$/.test(path) && /^export class \w+ extends \w+/m.test(text),
    )
    .flatMap(({ path, text }) => {
      const name = path.replace(/^src\/norm\//, '').replace(/(\/index)?\.ts$/, '');
      const [row, operation] = [camel(name), `${name.replaceAll('-', '_')}(_train)?`];
      const holds = (texts: readonly string[], pattern: string): boolean =>
        texts.some((each) => new RegExp(pattern).test(each));
      const parts: [string, boolean][] = [
        ['an export of src/norm/index.ts', holds([textOf('src/norm/index.ts')], `'./${name}[./]`)],
        ['a row of the registry', holds(rows, `\\b${row}:`)],
        [`a test test/norm/${name}.test.ts`, files.some((file) => file.path === `test/norm/${name}.test.ts`)],
        ['a golden operation', holds(golden, `\\b${operation}:`)],
        ['golden cases', holds(cases, `"op": ?"${operation}"`)],
        ['planted mistakes', !text.includes('defineOp(') || holds(tests, `'norm/${name}[./]`)],
      ];
      return parts.filter(([, there]) => !there).map(([part]) => `${path}: this normalization lacks ${part}`);
    });
}
