/** A card: what a cell says back, as text and as HTML that reads on light and dark pages. */

/** Symbol, word and colour of a card. Never the colour alone. */
export type Mark = 'yes' | 'no' | 'note';

/** A paragraph, lines of code, or named values under each other; numbers in columns keep their spaces. */
export type Block =
  | string
  | { readonly code: string; readonly of: string }
  | { readonly values: Values; readonly inColumns?: boolean };

/** Names with what stands beside them. */
export type Values = readonly (readonly [name: string, value: string])[];

/** Okabe–Ito: bluish green, vermilion, blue. */
const marks: Readonly<Record<Mark, { readonly symbol: string; readonly colour: string }>> = {
  yes: { symbol: '✓', colour: '#009E73' },
  no: { symbol: '✗', colour: '#D55E00' },
  note: { symbol: '○', colour: '#0072B2' },
};

/**
 * A heading with a symbol, and some blocks below it.
 *
 * @example
 * new Card('yes', 'Right.', ['Each word has a pair of its own.']);
 */
export class Card {
  readonly mark: Mark;
  readonly heading: string;
  readonly body: readonly Block[];

  constructor(mark: Mark, heading: string, body: readonly Block[] = []) {
    this.mark = mark;
    this.heading = heading;
    this.body = body.filter((block) => block !== '');
  }

  toString(): string {
    const lines = this.body.flatMap((block) => textOf(block).split('\n'));
    return [`${marks[this.mark].symbol} ${this.heading}`, ...lines.map((line) => `  ${line}`.trimEnd())].join(
      '\n',
    );
  }

  toHTML(): string {
    const { symbol, colour } = marks[this.mark];
    const style = `border-left:4px solid ${colour};padding:0.1em 0 0.1em 1em;margin:0.4em 0;max-width:46em;color:inherit`;
    const heading = `<p style="margin:0.3em 0"><span aria-hidden="true" style="color:${colour}">${symbol}</span> <strong>${escaped(this.heading)}</strong></p>`;
    return `<div style="${style}">${heading}${this.body.map(htmlOf).join('')}</div>`;
  }

  _repr_mimebundle_(): Record<string, string> {
    return { 'text/plain': this.toString(), 'text/html': this.toHTML() };
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

function textOf(block: Block): string {
  if (typeof block === 'string') return block;
  if ('code' in block) return `\n${block.of}:\n\n${block.code}`;
  const width = Math.max(...block.values.map(([name]) => name.length));
  return block.values.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n');
}

function htmlOf(block: Block): string {
  if (typeof block === 'string') return `<p style="margin:0.3em 0">${withCode(escaped(block))}</p>`;
  if ('code' in block)
    return `<p style="margin:0.6em 0 0.2em">${escaped(block.of)}</p><pre style="margin:0;padding:0.6em;border:1px solid;overflow-x:auto">${escaped(block.code)}</pre>`;
  const spaces = block.inColumns
    ? ';white-space:pre-wrap;font-family:var(--jp-code-font-family,monospace)'
    : '';
  const row = ([name, value]: Values[number]): string =>
    `<tr><th scope="row" style="text-align:left;vertical-align:top;padding-right:1em">${escaped(name)}</th><td style="text-align:left;vertical-align:top${spaces}">${escaped(value)}</td></tr>`;
  return `<table style="margin:0.3em 0;color:inherit;font-size:inherit">${block.values.map(row).join('')}</table>`;
}

/** What stands between backticks is code. */
function withCode(paragraph: string): string {
  return paragraph.replace(/`([^`\n]+)`/g, '<code>$1</code>');
}

/** Text as it may stand in HTML, in an attribute too. */
export function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
