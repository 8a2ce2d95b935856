/** How far two spellings lie apart. */

/**
 * How many letters have to be put in, taken out or replaced to make one text of the other (Levenshtein).
 *
 * @example
 * edits('word', 'words'); // 1
 */
export function edits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const before = row;
    row = [i];
    for (let j = 1; j <= other.length; j++)
      row.push(
        Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1)),
      );
  }
  return row[other.length];
}
