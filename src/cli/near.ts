const most = 5;

/** The names that look most like a text, the nearest first. */
export function near(text: string, names: readonly string[]): string[] {
  return [...names]
    .map((name) => ({ name, far: distance(text, name) }))
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}

/** Part of each other is near; else the share of the words of either that only one has, then the letters. */
function distance(a: string, b: string): number {
  const [ours, theirs] = [new Set(a.split('-')), new Set(b.split('-'))];
  const shared = [...ours].filter((word) => theirs.has(word)).length;
  const letters = edits(a, b) / Math.max(a.length, b.length);
  return b.includes(a) || a.includes(b)
    ? letters / 10
    : letters * (2 - shared / Math.max(ours.size, theirs.size));
}

/** How many letters have to be changed, left out or put in (Levenshtein). */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length];
}
