/** The facts that do not hold of a library, or of a part of it. */
export function caughtBy<T>(facts: Readonly<Record<string, (lib: T) => void>>, lib: T): string[] {
  return Object.entries(facts)
    .filter(([, check]) => fails(() => check(lib)))
    .map(([fact]) => fact);
}

function fails(check: () => void): boolean {
  try {
    check();
    return false;
  } catch {
    return true;
  }
}

/** NORMLAB_TABLE=1 prints who caught which mistake. */
export function printed(caught: ReadonlyMap<string, readonly string[]>): void {
  if (process.env.NORMLAB_TABLE)
    console.log(
      [...caught]
        .map(([name, by]) => `${name.padEnd(62)} ${by.length} × ${by[0] ?? 'NOT CAUGHT'}`)
        .join('\n'),
    );
}
