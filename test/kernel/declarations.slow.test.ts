import path from 'node:path';
import * as ts from '@tslab/typescript-for-tslab';
import { declarationsOf } from '../../src/kernel/declarations.js';

const root = path.join(__dirname, '../..');
const rooms = ['.', 'derive', 'experiments', 'grade', 'notebook', 'plot'].map((room) =>
  path.join(root, 'src', room, 'index.ts'),
);

/** What the rooms export, each name with its type, where the library's files are read through `text`. */
function exported(text: (file: string, source: string) => string): Map<string, string> {
  const options: ts.CompilerOptions = {
    strict: true,
    lib: ['lib.es2023.d.ts'],
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.CommonJS,
  };
  const host = ts.createCompilerHost(options);
  const ours = path.join(root, 'src/');
  const read = host.readFile.bind(host);
  host.readFile = (file) => {
    const found = read(file);
    return found !== undefined && file.startsWith(ours) ? text(file, found) : found;
  };
  const program = ts.createProgram(rooms, options, host);
  const checker = program.getTypeChecker();
  const written = (type: ts.Type): string =>
    checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
  const isForCells = (member: ts.Symbol): boolean =>
    (member.declarations ?? []).some(
      (declaration) =>
        declaration.getSourceFile().fileName.startsWith(ours) &&
        !(ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Private) &&
        !ts.isPrivateIdentifier(ts.getNameOfDeclaration(declaration) ?? declaration) &&
        !member.name.startsWith('__@'),
    );
  const shown = (name: ts.Symbol): string => {
    const target = name.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(name) : name;
    const [place] = target.declarations!;
    const isValue = target.flags & ts.SymbolFlags.Value;
    const types = [
      ...(isValue ? [checker.getTypeOfSymbolAtLocation(target, place)] : []),
      checker.getDeclaredTypeOfSymbol(target),
    ];
    const members = types.flatMap((type) => type.getProperties().filter(isForCells));
    const ofMembers = members.map(
      (member) => `${member.name}: ${written(checker.getTypeOfSymbolAtLocation(member, place))}`,
    );
    return asWritten([...types.map(written), ...ofMembers.sort()].join('\n'));
  };
  const names = rooms.flatMap((file) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(file)!)!;
    const room = path.relative(root, path.dirname(file));
    return checker
      .getExportsOfModule(module)
      .map((name): [string, string] => [`${room} ${name.name}`, shown(name)]);
  });
  return new Map(names);
}

/** One type may be written in several ways: quotes, brackets, commas at the end, what an optional argument may be left. */
const asWritten = (types: string): string =>
  types.replace(/ \| undefined\b|[()'"]/g, '').replace(/, }/g, ' }');

test('what a cell imports has the same type with and without the bodies of the library', () => {
  let shorter = 0;
  const told = exported((file, source) => {
    const text = declarationsOf(file, source);
    if (text !== source) shorter++;
    return text;
  });
  const whole = exported((_, source) => source);
  expect(shorter).toBeGreaterThan(300);
  expect(whole.size).toBeGreaterThan(500);
  expect([...told.keys()]).toEqual([...whole.keys()]);
  const differing = [...whole].filter(([name, type]) => told.get(name) !== type);
  expect(differing.map(([name, type]) => [name, type, told.get(name)])).toEqual([]);
});
