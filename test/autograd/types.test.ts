import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Compiler from 'typescript';

const root = join(__dirname, '../..');
const requireHere = createRequire(__filename);
const requireOfTslab = createRequire(requireHere.resolve('tslab/package.json'));
const compilers: [string, string, typeof Compiler][] = [
  ['the project', '6.0', requireHere('typescript') as typeof Compiler],
  ['tslab', '5.0', requireOfTslab('@tslab/typescript-for-tslab') as typeof Compiler],
];

const definition = (gradients: string): string => `
  import { defineOp, zerosLike, add } from '../src/index.js';
  import type { Op } from '../src/index.js';
  export const op: Op<'a' | 'b', undefined> = defineOp('op', {
    forward: ({ a }) => ({ y: a, saved: a }),
    backward: (dy, { b }) => ({ ${gradients} }),
    compose: ({ a, b }) => add(a, b),
  });`;
const primitive = (gradients: string): string => `
  import { definePrimitive, neg } from '../src/index.js';
  import type { Op } from '../src/index.js';
  export const op: Op<'a' | 'b', undefined> = definePrimitive('op', {
    forward: ({ a }) => a,
    backward: (dy) => ({ ${gradients} }),
  });`;
const use = (code: string): string => `
  import { add, gradient, layerNorm, LayerNorm, norms, stream, tensor } from '../src/index.js';
  ${code}`;

/** Small programs, and what the compiler has to say of each; an empty text where it has to be content. */
const programs: Readonly<Record<string, readonly [text: string, complaint: string]>> = {
  'a definition with all gradients': [definition('a: dy, b: zerosLike(b)'), ''],
  'a definition that forgets a gradient': [definition('a: dy'), "Property 'b' is missing"],
  'a primitive with all gradients': [primitive('a: dy, b: neg(dy)'), ''],
  'a primitive that forgets a gradient': [primitive('b: neg(dy)'), "Property 'a' is missing"],
  'a shape taken for text': [use('export const s: string = tensor([1]).shape;'), 'not assignable'],
  'a dtype that does not exist': [use("tensor([1], { dtype: 'float16' });"), 'not assignable'],
  'a dtype taken for another': [use("export const d: 'float16' = tensor([1]).dtype;"), 'not assignable'],
  'data taken for text': [use('export const s: string = tensor([1]).data[0];'), 'not assignable'],
  'data that does not exist': [use('tensor([1]).data.nonsense;'), "'nonsense' does not exist"],
  'a method that does not exist': [use('add(tensor([1]), 2).nonsense();'), "'nonsense' does not exist"],
  'a norm without x': [use('layerNorm({ gamma: tensor([1]) });'), "Property 'x' is missing"],
  'an option with a wrong name': [
    use('layerNorm({ x: tensor([1]) }, { epsilon: 1 });'),
    "'epsilon' does not exist",
  ],
  'the module taken for text': [
    use('export const s: string = new LayerNorm(3).forward(tensor([1]));'),
    'not assignable',
  ],
  'the registry by a wrong name': [use('norms.nonsense;'), "'nonsense' does not exist"],
  'a gradient taken for text': [
    use('export const s: string = gradient(tensor(1), [])[0];'),
    'not assignable',
  ],
  'a random number taken for text': [
    use("export const s: string = stream('a', 1).normal();"),
    'not assignable',
  ],
  'what is right': [
    use(
      "export const n: number = layerNorm({ x: tensor([1]) }).data[0] + stream('a', 1).normals([2]).data[0];",
    ),
    '',
  ],
};

describe.each(compilers)('by the TypeScript of %s (%s)', (_, version, ts) => {
  const names = Object.keys(programs);
  const path = (name: string): string => join(root, 'test', `${names.indexOf(name)}.virtual.ts`);
  const texts = new Map(names.map((name) => [path(name), programs[name][0]]));
  let program: Compiler.Program;

  beforeAll(() => {
    const options: Compiler.CompilerOptions = {
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2022.d.ts'],
      module: ts.ModuleKind.Node16,
      moduleResolution: ts.ModuleResolutionKind.Node16,
      esModuleInterop: true,
      strict: true,
      skipLibCheck: true,
      noEmit: true,
      types: [],
    };
    const host = ts.createCompilerHost(options);
    const [exists, read, source] = [host.fileExists, host.readFile, host.getSourceFile];
    host.fileExists = (file) => texts.has(file) || exists.call(host, file);
    host.readFile = (file) => texts.get(file) ?? read.call(host, file);
    host.getSourceFile = (file, languageVersion, ...rest) => {
      const text = texts.get(file);
      return text === undefined
        ? source.call(host, file, languageVersion, ...rest)
        : ts.createSourceFile(file, text, languageVersion);
    };
    program = ts.createProgram([...texts.keys()], options, host);
  });

  const complaints = (file: string): string[] =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(file))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));

  test('it is the version meant', () => expect(ts.version.startsWith(version)).toBe(true));

  test.each(names)('%s', (name) => {
    const [, complaint] = programs[name];
    const found = complaints(path(name));
    if (complaint === '') expect(found).toEqual([]);
    else expect(found.join('\n')).toContain(complaint);
  });
});
