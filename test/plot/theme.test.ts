import { heading, headingHeight, wrap } from '../../src/plot/theme.js';

it('breaks between words into lines as even as possible', () => {
  expect(wrap('one two three four', 100)).toEqual(['one two three four']);
  expect(wrap('through fifty layers the signal dies', 30)).toEqual([
    'through fifty layers',
    'the signal dies',
  ]);
});

it('breaks where told, and never inside a word', () => {
  expect(wrap('a\nb', 20)).toEqual(['a', 'b']);
  expect(wrap('incomprehensibilities', 5)).toEqual(['incomprehensibilities']);
  expect(wrap('', 5)).toEqual([]);
});

it('keeps room for as many lines as the title takes', () => {
  const long = 'a title of rather many words that no phone can show in a single line of text';
  const lines = (heading(long, '') as { text: string }).text.split('<br>');
  expect(lines.length).toBeGreaterThan(1);
  expect(headingHeight(long, '') - headingHeight('short', '')).toBe(21 * (lines.length - 1));
});
