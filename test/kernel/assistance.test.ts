import { answerComplete, answerInspect, toCursor, toOffset } from '../../src/kernel/assistance.js';
import type { CellCompiler, Inspection } from '../../src/kernel/compiler.js';
import { asBundle, bundleOf } from '../../src/kernel/display.js';
import { beginSlice, claimSlice, isRunning, newSlice, resetSlice } from '../../src/kernel/slice.js';

const compiler = (parts: Partial<CellCompiler>): CellCompiler => parts as CellCompiler;

test('a cursor counts characters where a string counts units', () => {
  expect(toOffset('a😀b', 2)).toBe(3);
  expect(toCursor('a😀b', 3)).toBe(2);
  expect(toOffset('abc', undefined)).toBe(3);
});

test('a completion reply is limited to what a list can show', async () => {
  const candidates = Array.from({ length: 2000 }, (_, i) => ({ text: `x${i}`, kind: 'const' }));
  const complete = () => Promise.resolve({ start: 0, end: 1, candidates });
  const reply = await answerComplete(compiler({ complete }), { code: 'x', cursor_pos: 1 });
  expect(reply['matches']).toHaveLength(500);
});

test('inspection looks before the cursor where nothing is under it', async () => {
  const found: Inspection = {
    signature: 'f(): void',
    documentation: 'Does it.',
    tags: [{ name: 'example', text: 'f()' }],
  };
  const looked: number[] = [];
  const inspect = (_: string, offset: number): Promise<Inspection | undefined> => {
    looked.push(offset);
    return Promise.resolve(offset === 0 ? found : undefined);
  };
  expect(await answerInspect(compiler({ inspect }), { code: 'f', cursor_pos: 1 })).toMatchObject({
    found: true,
    data: {
      'text/plain': 'f(): void\n\nDoes it.\n\n@example f()',
      'text/markdown': '```typescript\nf(): void\n```\n\nDoes it.\n\n```typescript\nf()\n```',
    },
  });
  expect(looked).toEqual([1, 0]);
});

test('a bundle is data, or data with metadata, and always has a text', () => {
  expect(asBundle({ 'text/plain': 'x' })).toEqual({ data: { 'text/plain': 'x' }, metadata: {} });
  expect(asBundle({ data: { 'text/plain': 'x' }, metadata: { a: 1 } })).toEqual({
    data: { 'text/plain': 'x' },
    metadata: { a: 1 },
  });
  expect(asBundle(undefined)).toEqual({ data: {}, metadata: {} });
  expect(bundleOf([1, 'a']).next().value).toEqual({ data: { 'text/plain': `[ 1, 'a' ]` }, metadata: {} });
});

test('only a slice that runs is claimed, once, and never on Windows', () => {
  const slice = newSlice();
  expect([isRunning(slice), claimSlice(slice, 'linux')]).toEqual([false, false]);
  beginSlice(slice);
  expect(isRunning(slice)).toBe(true);
  expect(claimSlice(slice, 'win32')).toBe(false);
  expect([claimSlice(slice, 'linux'), claimSlice(slice, 'linux')]).toEqual([true, false]);
  resetSlice(slice);
  expect(claimSlice(slice, 'linux')).toBe(false);
});
