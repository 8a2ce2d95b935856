import { verdictMark, verdictStyle } from '../../src/notebook/verdict-mark.js';

const kinds = ['identical', 'exact', 'numeric', 'tested', 'fail', 'inconclusive'] as const;

test.each(kinds)('%s is a word that can be focused, with what was tested beside it', (kind) => {
  expect(verdictMark({ kind }, '1 < 2')).toBe(
    `<span class="normlab-verdict ${kind}" tabindex="0">${kind}<span class="evidence" role="note" hidden="hidden">1 &lt; 2</span></span>`,
  );
});

test.each(kinds)('%s has a colour besides its word', (kind) => {
  expect(verdictStyle).toMatch(new RegExp(`\\.${kind}[^{]*\\{ border-left-color: #`));
});

test('what was tested shows under the pointer and where the focus is', () => {
  expect(verdictStyle).toContain('.normlab-verdict:is(:hover, :focus) .evidence { visibility: visible; }');
});
