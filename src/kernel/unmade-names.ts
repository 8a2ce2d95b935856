/** Names that cells would have made, had they compiled. */

/** One run of a cell. */
export interface CellRun {
  /** As a learner knows it: In[9]. */
  name: string;
  /** Which cell of the notebook it is, where the client says so. */
  cell: string | undefined;
}

export class UnmadeNames {
  readonly #runs = new Map<string, CellRun>();

  /** Takes a run that did not compile, and the names at its top. */
  add(run: CellRun, names: readonly string[]): void {
    for (const name of names) this.#runs.set(name, run);
  }

  /** A cell runs anew: its earlier text is gone, and with it what that would have made. */
  forget(cell: string | undefined): void {
    if (cell === undefined) return;
    for (const [name, run] of this.#runs) if (run.cell === cell) this.#runs.delete(name);
  }

  /** The run that would have made this name, unless the cell with this text is to make it itself: then `const` is what it lacks. */
  runOf(name: string, code: string): string | undefined {
    return givesValue(name, code) ? undefined : this.#runs.get(name)?.name;
  }
}

/** Does a statement give the name a value that does not need the one it had? */
function givesValue(name: string, code: string): boolean {
  const it = `(?<![\\p{L}\\w$.])${name.replaceAll('$', '\\$&')}(?![\\p{L}\\w$])`;
  return new RegExp(`${it}\\s*=(?![=>])(?![^;\\n]*${it})`, 'u').test(code);
}
