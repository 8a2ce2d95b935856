/** Something on its way to the page: as HTML, in words, and perhaps as TeX for a page that is printed through LaTeX. */
export class Shown {
  readonly text: string;
  readonly html: string;
  readonly latex: string | undefined;

  constructor(text: string, html: string, latex?: string) {
    this.text = text;
    this.html = html;
    this.latex = latex;
  }

  toString(): string {
    return this.text;
  }

  toHTML(): string {
    return this.html;
  }

  _repr_mimebundle_(): Record<string, string> {
    return {
      'text/plain': this.text,
      'text/html': this.html,
      ...(this.latex !== undefined && { 'text/latex': this.latex }),
    };
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.text;
  }
}
