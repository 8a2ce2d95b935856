import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { kernelForAll, plain } from './kernel-client.js';
import type { KernelClient, KernelFolder } from './kernel-client.js';

let place: KernelFolder;
let kernel: KernelClient;
kernelForAll((started, at) => ([kernel, place] = [started, at]));

describe('values', () => {
  test('the last expression is the result, as console.log would print it', async () => {
    expect(await kernel.value('1 + 1')).toBe('2');
    expect(await kernel.value(`'a string'`)).toBe('a string');
    expect(await kernel.value(`'100% %s'`)).toBe('100% %s');
    expect(await kernel.value('({ a: [1, 2] })')).toBe('{ a: [ 1, 2 ] }');
  });

  test('undefined and null are no results', async () => {
    expect((await kernel.run(['undefined', 'null', '', '// nothing'])).outputs).toEqual([]);
  });

  test('a value may bring its own bundle, at once or later', async () => {
    const { outputs } = await kernel.run([
      `({ _repr_mimebundle_: () => ({ 'text/html': '<i>now</i>', 'text/plain': 'now' }) })`,
      `({ _repr_mimebundle_: async () => ({ data: { 'text/latex': 'x' }, metadata: { seen: true } }) })`,
    ]);
    expect(outputs).toMatchObject([
      { type: 'execute_result', data: { 'text/html': '<i>now</i>', 'text/plain': 'now' } },
      { type: 'execute_result', data: { 'text/latex': 'x' }, metadata: { seen: true } },
    ]);
  });

  test('a silent cell shows no result and does not count', async () => {
    const before = (await kernel.run('1')).replies[0].execution_count;
    expect((await kernel.run('2', { silent: true })).outputs).toEqual([]);
    expect((await kernel.run('3')).replies[0].execution_count).toBe(before + 1);
  });
});

describe('variables', () => {
  test('go from cell to cell, into shorthand properties as well', async () => {
    await kernel.run('const lr = 0.1; const options = { lr: 3, momentum: 1 };');
    expect(await kernel.value('({ lr })')).toBe('{ lr: 0.1 }');
    expect(await kernel.value('const { lr: rate } = options; rate')).toBe('3');
    expect(await kernel.value('const renamed = { lr: 5 }; renamed')).toBe('{ lr: 5 }');
  });

  test('are shared between later cells and the functions of their own', async () => {
    await kernel.run('let count = 0; function bump() { return ++count; }');
    expect(await kernel.value('count = 10; bump(); count')).toBe('11');
  });

  test('may be made again with another type', async () => {
    await kernel.run(['const again = 1', `const again = 'text'`]);
    expect(await kernel.value('again.toUpperCase()')).toBe('TEXT');
  });

  test('made before an error are kept with their types; those after it say so', async () => {
    await kernel.run(`const before = [1, 2, 3];\nthrow new Error('boom');\nconst after = 1;`);
    expect(await kernel.value('before.map((x) => x * 2)')).toBe('[ 2, 4, 6 ]');
    expect(await kernel.value('after')).toBe(`ReferenceError: Cannot access 'after' before initialization`);
    expect((await kernel.error(`before.push('text')`)).ename).toBe('TS2345');
  });

  test('types, enums, classes and destructured names go on, too', async () => {
    await kernel.run(
      `interface Point { x: number }\nenum Axis { X, Y }\nclass Box { #n = 2; get n() { return this.#n; } }`,
    );
    await kernel.run(
      'const [head, ...rest] = [1, 2, 3]; const { a = 4, ...others } = { b: 5 } as { a?: number; b: number };',
    );
    expect(
      await kernel.value('const p: Point = { x: 1 }; [p.x, Axis.Y, new Box().n, head, rest, a, others]'),
    ).toBe('[ 1, 1, 2, 1, [ 2, 3 ], 4, { b: 5 } ]');
  });
});

describe('await at the top of a cell', () => {
  test('works before a bracket', async () => {
    expect(await kernel.value('const v = await (Promise.resolve(41)); v + 1')).toBe('42');
    await kernel.run('const w = await (Promise.resolve(43));');
    expect(await kernel.value('w')).toBe('43');
    expect(await kernel.value('(await [Promise.resolve(1)][0]) + 1')).toBe('2');
  });

  test('works in for await, with break, continue and labels', async () => {
    const loop = `outer: for await (const x of [1, Promise.resolve(2), 3, 4]) {
      for (;;) { if (x === 2) continue outer; if (x === 4) break outer; break; }
      console.log(x);
    }`;
    expect(await kernel.printed(loop)).toBe('1\n3\n');
  });

  test('closes what a broken loop was reading', async () => {
    await kernel.run(
      `async function* source() { try { yield 1; yield 2; } finally { console.log('closed'); } }`,
    );
    expect(await kernel.printed('for await (const x of source()) { console.log(x); break; }')).toBe(
      '1\nclosed\n',
    );
  });

  test('throws into a try block', async () => {
    expect(
      await kernel.printed(
        `try { await Promise.reject(new Error('no')); } catch (e) { console.log(e.message); }`,
      ),
    ).toBe('no\n');
  });
});

describe('type errors', () => {
  test('show number, place, line, squiggle and one plain sentence, and run nothing', async () => {
    const { ename, evalue, text } = await kernel.error(`console.log('ran');\nconst width: number = 'wide';`);
    expect(ename).toBe('TS2322');
    expect(evalue).toBe(`Type 'string' is not assignable to type 'number'.`);
    expect(text.split('\n')).toEqual([
      expect.stringMatching(/^TS2322 In\[\d+\]:2:7 {2}Type 'string' is not assignable to type 'number'\.$/),
      `    const width: number = 'wide';`,
      '          ~~~~~',
      'The value on the right has another type than the name on the left was promised.',
    ]);
  });

  test('cells are checked strictly, a caught value is not', async () => {
    expect((await kernel.error('function f(x) { return x; }')).ename).toBe('TS7006');
    expect((await kernel.error('const m = new Map<string, number>(); m.get("a").toFixed()')).ename).toBe(
      'TS2532',
    );
    expect(
      await kernel.value(
        'let said = ""; try { throw new Error("hm"); } catch (e) { said = e.message; } said',
      ),
    ).toBe('hm');
  });
});

describe('errors', () => {
  test('name the line of the cell, and no frame that is not the reader’s', async () => {
    await kernel.run(
      'function deep(k: number): void {\n  if (k > 1) throw new RangeError("deep");\n  deep(k + 1);\n}',
    );
    const { ename, text } = await kernel.error('// first line\ndeep(0)');
    expect(ename).toBe('RangeError');
    expect(text.split('\n').filter((line) => line.includes(' at '))).toEqual([
      expect.stringMatching(/^ {4}at deep \(In\[\d+\]\.ts:2:20\)$/),
      expect.stringMatching(/^ {4}at deep \(In\[\d+\]\.ts:3:3\)$/),
      expect.stringMatching(/^ {4}at deep \(In\[\d+\]\.ts:3:3\)$/),
      expect.stringMatching(/^ {4}at In\[\d+\]\.ts:2:1$/),
    ]);
  });

  test('of a wrong shape are one line and the place in the cell', async () => {
    await kernel.run(`import { layerNorm, tensor } from 'normlab'`);
    const { text } = await kernel.error(
      'const x = tensor([[1, 2, 3]]);\nlayerNorm({ x, gamma: tensor([1]), beta: tensor([0]) })',
    );
    expect(text.split('\n')).toEqual([
      expect.stringMatching(/^ShapeError: layerNorm: /),
      expect.stringMatching(/^ {4}at In\[\d+\]\.ts:2:1$/),
      expect.stringContaining('layerNorm({ x'),
      expect.stringContaining('^'),
    ]);
  });

  test('abort the cells that were sent with them', async () => {
    const { replies, outputs } = await kernel.run([`throw new Error('first')`, `console.log('second')`, '3']);
    expect(replies.map(({ status }) => status)).toEqual(['error', 'aborted', 'aborted']);
    expect(outputs.map(({ type }) => type)).toEqual(['error']);
    expect(await kernel.value('4')).toBe('4');
  });

  test('abort nothing where the client does not want it', async () => {
    const { replies } = await kernel.run([`throw new Error('first')`, '2', 'const n: number = ""', '3'], {
      stop_on_error: false,
    });
    expect(replies.map(({ status }) => status)).toEqual(['error', 'ok', 'error', 'ok']);
  });

  test('in a timer or a lost promise are reported, and the kernel goes on', async () => {
    const late = `setTimeout(() => { throw new Error('late'); }, 1); await new Promise((go) => setTimeout(go, 20)); 7`;
    expect(plain(await kernel.printed(late, 'stderr'))).toMatch(
      /in a timer or callback[^]*Error: late\n {4}at In/,
    );
    const lost = `Promise.reject(new Error('lost')); await new Promise((go) => setTimeout(go, 20));`;
    expect(plain(await kernel.printed(lost, 'stderr'))).toMatch(/missing\?\):\nError: lost\n {4}at In/);
    expect(await kernel.value('8')).toBe('8');
  });

  test('of process.exit, a question to the keyboard and plotly in a cell are one sentence each', async () => {
    expect((await kernel.error('process.exit(1)')).evalue).toContain('restart the kernel from the menu');
    expect((await kernel.error(`process.stdin.on('data', () => undefined)`)).evalue).toContain(
      'cannot ask for input',
    );
    expect((await kernel.error(`import Plotly from 'plotly.js-dist'; Plotly`)).evalue).toContain(
      'show(figure)',
    );
    expect(await kernel.value('9')).toBe('9');
  });
});

describe('imports', () => {
  test('find the library’s source, with its types', async () => {
    await kernel.run(`import { tensor, sum } from 'normlab'; const t = tensor([[1, 2], [3, 4]]);`);
    expect(await kernel.value('t.shape')).toBe('[ 2, 2 ]');
    expect((await kernel.error('t.shap')).ename).toBe('TS2551');
  });

  test('find an edited file again', async () => {
    const file = path.join(place.folder, 'edited.ts');
    writeFileSync(file, 'export const answer: number = 1;');
    expect(await kernel.value(`import { answer } from './edited'; answer`)).toBe('1');
    writeFileSync(file, `export const answer: string = 'two';`);
    expect(await kernel.value(`import { answer } from './edited'; answer.toUpperCase()`)).toBe('TWO');
  });

  test('find a file that was not there a cell ago', async () => {
    const cell = `import { late } from './late'; late`;
    expect((await kernel.error(cell)).ename).toBe('TS2307');
    writeFileSync(path.join(place.folder, 'late.ts'), 'export const late: number = 5;');
    expect(await kernel.value(cell)).toBe('5');
  });

  test('of Node’s modules are typed', async () => {
    expect(await kernel.value(`import { sep } from 'node:path'; sep.length`)).toBe('1');
    expect((await kernel.error(`import { readFileSync } from 'node:fs'; readFileSync(true)`)).ename).toMatch(
      /^TS/,
    );
    expect(await kernel.value('[typeof WebAssembly, typeof Buffer, typeof setTimeout]')).toBe(
      `[ 'object', 'function', 'function' ]`,
    );
  });

  test('find the same files with the same types wherever a cell has gone', async () => {
    await kernel.run(`const at = process.cwd(); process.chdir('/');`);
    writeFileSync(path.join(place.folder, 'beside.ts'), 'export const beside: number = 6;');
    // A file that is not there makes the compiler look anew.
    expect((await kernel.error(`import { gone } from './gone'; gone`)).ename).toBe('TS2307');
    expect(await kernel.value(`import { beside } from './beside'; process.chdir(at); beside`)).toBe('6');
  });

  test('code copied from a module runs with its export words', async () => {
    expect(
      await kernel.value('export const z = 5;\nexport default function g(): number { return z; }\ng()'),
    ).toBe('5');
  });
});
