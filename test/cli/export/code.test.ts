import { highlighted } from '../../../src/cli/export/code.js';

test('words of TypeScript are marked, and its marks never become HTML', () => {
  const html = highlighted('const x: Array<number> = [1]; // a < b', 'typescript');
  expect(html).toContain('<span class="hljs-keyword">const</span>');
  expect(html).not.toContain('<number>');
});

test('a language it does not know is shown plainly', () => {
  expect(highlighted('a < b', 'cobol')).toBe('a &lt; b');
});
