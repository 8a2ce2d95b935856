import { kernelForAll } from './kernel-client.js';
import type { KernelClient } from './kernel-client.js';

let kernel: KernelClient;
kernelForAll((started) => (kernel = started));

describe('a cell that breaks the compiler', () => {
  test('is told so, and those after it know all that was made before', async () => {
    await kernel.run(`import { statSync } from 'node:fs'; const status = statSync('.'); const six = 6;`);
    const { ename, evalue } = await kernel.error(`const deep = ${'('.repeat(200_000)}`);
    expect(ename).toBe('CompilerError');
    expect(evalue).toMatch(
      /^The compiler of cells broke down \(RangeError: .*\); another has begun, which knows/,
    );
    expect(await kernel.value('[status.isDirectory(), six]')).toBe('[ true, 6 ]');
    expect((await kernel.error('status.isDirectry()')).ename).toBe('TS2551');
    expect((await kernel.error('six.length')).ename).toBe('TS2339');
  });

  test('by asking for help breaks nothing either', async () => {
    const code = `${'('.repeat(200_000)}six.`;
    expect(await kernel.ask('complete_request', { code, cursor_pos: code.length })).toMatchObject({
      status: 'error',
      ename: 'CompilerError',
    });
    expect(await kernel.value('six')).toBe('6');
  });
});

describe('a cell whose types take long', () => {
  // Each line of it takes seconds.
  test('is stopped by an interrupt, and those after it know all that was made before', async () => {
    await kernel.run(`const kept = 'kept';`);
    const all = Array.from(
      { length: 50 },
      (_, i) => `type All${i}<A, N extends unknown[]> =
      N extends [unknown, ...infer R] ? All${i}<[A, 0], R> | All${i}<[A, 1], R> : A;
      const all${i}: All${i}<0, [${'0, '.repeat(18)}]> = 1;`,
    );
    const { replies } = await kernel.run(all.join('\n'), { interrupt_at: 0 });
    expect(replies.map(({ ename }) => ename)).toEqual(['KeyboardInterrupt']);
    expect(await kernel.value('kept.toUpperCase()')).toBe('KEPT');
    expect((await kernel.error('kept.toUperCase()')).ename).toBe('TS2551');
    expect((await kernel.error('all0')).ename).toBe('TS2304');
  });
});
