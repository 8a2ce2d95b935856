import { edits } from '../../src/notebook/edits.js';

test('letters put in, taken out and replaced are counted', () => {
  expect([
    edits('', 'abc'),
    edits('word', 'words'),
    edits('wrod', 'word'),
    edits('kitten', 'sitting'),
  ]).toEqual([3, 1, 2, 3]);
  expect(edits('same', 'same')).toBe(0);
});
