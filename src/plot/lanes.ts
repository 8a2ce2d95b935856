/** Heights for the places of a layered graph: edges as straight as the order in each column lets them be. */

/** From one place to another in the next column, by their names. */
export interface LaneStep {
  readonly from: string;
  readonly to: string;
}

/** A bend in the middle of an edge counts as several at its ends. */
const straightness = 4;
/** Heights end on multiples of this, so that what is nearly straight is straight. */
const grid = 0.5;
/** So often every place is moved to the middle of its neighbours. */
const rounds = 60;

/**
 * The height of each place. Along each column heights grow by at least 1; 0 is about in the middle.
 *
 * @param columns Names in their order, column by column.
 * @param isPassing Whether an edge only passes there.
 */
export function lanes(
  columns: readonly (readonly string[])[],
  steps: readonly LaneStep[],
  isPassing: (name: string) => boolean,
): Map<string, number> {
  const height = new Map(
    columns.flatMap((names) => names.map((name, i) => [name, i - (names.length - 1) / 2])),
  );
  const near = neighbours(steps, isPassing);
  for (let round = 0; round < rounds; round += 1)
    for (const names of round % 2 === 0 ? columns : [...columns].reverse()) {
      const wished = names.map((name) => middle(near.get(name) ?? [], height) ?? height.get(name) ?? 0);
      spread(wished).forEach((at, i) => height.set(names[i], at));
    }
  const all = [...height.values()];
  const centre = (Math.min(...all) + Math.max(...all)) / 2;
  // Plus 0, for there is a −0, which JSON does not keep.
  return new Map([...height].map(([name, at]) => [name, Math.round((at - centre) / grid) * grid + 0]));
}

interface Near {
  readonly name: string;
  readonly weight: number;
}

function neighbours(steps: readonly LaneStep[], isPassing: (name: string) => boolean): Map<string, Near[]> {
  const near = new Map<string, Near[]>();
  for (const { from, to } of steps) {
    const weight = isPassing(from) && isPassing(to) ? straightness : 1;
    near.set(from, [...(near.get(from) ?? []), { name: to, weight }]);
    near.set(to, [...(near.get(to) ?? []), { name: from, weight }]);
  }
  return near;
}

function middle(near: readonly Near[], height: ReadonlyMap<string, number>): number | undefined {
  const total = near.reduce((sum, { weight }) => sum + weight, 0);
  const sum = near.reduce((all, { name, weight }) => all + weight * (height.get(name) ?? 0), 0);
  return total === 0 ? undefined : sum / total;
}

/** The heights nearest to the wished ones that keep order and distance: places in each other's way move as one block. */
function spread(wished: readonly number[]): number[] {
  const blocks: { sum: number; count: number }[] = [];
  wished.forEach((wish, i) => {
    blocks.push({ sum: wish - i, count: 1 });
    for (let last = blocks.length - 1; last > 0; last -= 1) {
      const [before, block] = [blocks[last - 1], blocks[last]];
      if (before.sum / before.count <= block.sum / block.count) break;
      blocks.splice(last - 1, 2, { sum: before.sum + block.sum, count: before.count + block.count });
    }
  });
  return blocks
    .flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
    .map((shift, i) => shift + i);
}
