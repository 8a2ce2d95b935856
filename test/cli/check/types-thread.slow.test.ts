import { typeErrorsInThread } from '../../../src/cli/check/types-thread.js';

test('says what TypeScript says', async () => {
  expect(await typeErrorsInThread('const a: string = 5;')).toEqual([expect.stringMatching(/^line 1: Type/)]);
});

test('a file that TypeScript cannot read to the end is said to be one', async () => {
  expect(await typeErrorsInThread(`export const a = ${'('.repeat(200_000)}`)).toEqual([
    'it could not read this file to the end.',
  ]);
});

test('of a file that takes TypeScript too long nothing is said', async () => {
  expect(await typeErrorsInThread('export const a: string = 1;', undefined, 1)).toEqual([]);
});
