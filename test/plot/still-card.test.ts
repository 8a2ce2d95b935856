import { escaped } from '../../src/plot/markup.js';
import { stillCard } from '../../src/plot/still-card.js';

const card = stillCard({
  title: 'A "title" & more of it, so long that it needs a second line on the card',
  alt: 'What <was> found.',
  picture: { svg: '<path/>', width: 100, height: 50 },
  notes: ['A note that is long enough to be wrapped on a card as narrow as this one is.', 'Another.'],
});

it('is a white card with title, finding and picture', () => {
  expect(card).toContain('aria-label="What &lt;was&gt; found."');
  expect(card).toContain('<title>A &quot;title&quot; &amp; more');
  expect(card).toContain('<path/>');
});

it('is high enough for all its lines, and at least as wide as a phone shows', () => {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(card)!.map(Number);
  expect(width).toBe(358);
  const lines = [...card.matchAll(/<text x="16" y="([\d.]+)"/g)].map(([, y]) => Number(y));
  expect(lines).toHaveLength(2 + 3);
  expect([...lines].sort((a, b) => a - b)).toEqual(lines);
  expect(height - lines[4]).toBeGreaterThan(8);
});

it('keeps every sign that markup uses as text', () => {
  expect(escaped(`<a b="c" d='e'>&`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;');
});
