import { Card } from '../../src/notebook/card.js';

const card = new Card('no', 'Not <yet> & "so"', [
  'A paragraph.',
  '',
  {
    values: [
      ['a', '1 < 2'],
      ['long name', '3'],
    ],
  },
  { of: 'file.ts', code: 'const a = 1;\n\nconst b = `<b>`;' },
]);

describe('a card', () => {
  it('is text with a symbol, aligned values and code', () => {
    expect(card.toString().split('\n')).toEqual([
      '✗ Not <yet> & "so"',
      '  A paragraph.',
      '  a          1 < 2',
      '  long name  3',
      '',
      '  file.ts:',
      '',
      '  const a = 1;',
      '',
      '  const b = `<b>`;',
    ]);
  });

  it('is HTML with the same words, nothing of it read as markup', () => {
    const html = card.toHTML();
    expect(html).toContain('<strong>Not &lt;yet&gt; &amp; &quot;so&quot;</strong>');
    expect(html).toContain('>const a = 1;\n\nconst b = `&lt;b&gt;`;</pre>');
    expect(html.match(/<th scope="row"[^>]*>[^<]*/g)?.map((cell) => cell.replace(/<[^>]*>/, ''))).toEqual([
      'a',
      'long name',
    ]);
    expect(html).not.toMatch(/<(script|b|yet)>/);
  });

  it('has as code what a paragraph has between backticks, and text keeps them', () => {
    const said = new Card('note', 'Stored', ['Made by `npm run x --a <1>`, not `that']);
    expect(said.toHTML()).toContain('Made by <code>npm run x --a &lt;1&gt;</code>, not `that</p>');
    expect(said.toString()).toContain('Made by `npm run x --a <1>`');
  });

  it('keeps the spaces of numbers in columns', () => {
    const values = [['got', '[ 1, 12]']] as const;
    expect(new Card('no', 'x', [{ values, inColumns: true }]).toHTML()).toContain('white-space:pre-wrap');
    expect(new Card('no', 'x', [{ values }]).toHTML()).not.toContain('white-space');
  });

  it('closes every element that it opens', () => {
    const open = card
      .toHTML()
      .match(/<\w+/g)
      ?.map((tag) => tag.slice(1))
      .sort();
    const closed = card
      .toHTML()
      .match(/<\/\w+/g)
      ?.map((tag) => tag.slice(2))
      .sort();
    expect(open).toEqual(closed);
  });

  it('says yes, no and note by a symbol of its own, not by colour alone', () => {
    const symbols = (['yes', 'no', 'note'] as const).map((mark) => new Card(mark, 'x').toString());
    expect(symbols).toEqual(['✓ x', '✗ x', '○ x']);
  });

  it('takes its text colour from the page', () => {
    expect(card.toHTML()).toContain('color:inherit');
    expect(card.toHTML()).not.toMatch(/background|black|white/);
  });

  it('has the same text for the kernel and for the console', () => {
    const bundle = card._repr_mimebundle_();
    expect(Object.keys(bundle)).toEqual(['text/plain', 'text/html']);
    expect(card[Symbol.for('nodejs.util.inspect.custom') as never]).toBeDefined();
    expect(bundle['text/plain']).toBe(card.toString());
  });
});
