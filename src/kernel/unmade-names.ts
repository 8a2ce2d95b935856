/** Names that cells would have made, had they compiled. */

const makers =
  /(?<![\p{L}\w$.])(?:const|let|var|import|function\*?|class|type|interface|enum)\s+([\p{L}\w$]+|[{[][^}\]]*[}\]])/gu;

/** The names that a cell makes, as far as its text tells without being compiled. */
function namesIn(code: string): string[] {
  return [...code.matchAll(makers)].flatMap(([, made]) => made.match(/[\p{L}\w$]+/gu) ?? []);
}

export class UnmadeNames {
  readonly #cells = new Map<string, string>();

  /** Takes a cell that did not compile. */
  add(cell: string, code: string): void {
    for (const name of namesIn(code)) this.#cells.set(name, cell);
  }

  /** The cell that would have made this name, other than the one with this text. */
  cellOf(name: string, code: string): string | undefined {
    return namesIn(code).includes(name) ? undefined : this.#cells.get(name);
  }
}
