/** Something that is timed; it returns a number, so that no engine can leave its work out. */
export type Run = () => number;
/** Milliseconds for one call, a sample for each visit. */
export type Samples = Readonly<Record<string, readonly number[]>>;

/**
 * Times several runs in turn, so that whatever disturbs the machine disturbs them alike.
 *
 * @param runs What to time, by name. Each is called until it has run warm first.
 * @param options `visits` samples of each, of about `sample` milliseconds; `now` is the clock in milliseconds.
 */
export function interleaved(
  runs: Readonly<Record<string, Run>>,
  { visits, sample, now }: { readonly visits: number; readonly sample: number; readonly now: () => number },
): Samples {
  const names = Object.keys(runs);
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]]));
  const calls = Object.fromEntries(names.map((name) => [name, callsWithin(runs[name], sample, now)]));
  for (let visit = 0; visit < visits; visit++)
    for (const name of names) {
      const start = now();
      for (let i = 0; i < calls[name]; i++) kept += runs[name]();
      samples[name].push((now() - start) / calls[name]);
    }
  return samples;
}

/** What the runs returned, added up where the engine cannot see that nobody reads it. */
let kept = 0;

/** How many calls fill a sample, found while the engine compiles: each doubling also warms it. */
function callsWithin(run: Run, sample: number, now: () => number): number {
  for (let calls = 1; ; calls *= 2) {
    const start = now();
    for (let i = 0; i < calls; i++) kept += run();
    const taken = now() - start;
    if (taken >= sample || kept === Infinity) return Math.max(1, Math.round((calls * sample) / taken));
  }
}

/**
 * The number in the middle, or between the two in the middle.
 *
 * @example
 * median([3, 1, 10]); // 3
 */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

/** The median over the visits of how many times longer `name` took than `base` did beside it. */
export function ratio(samples: Samples, name: string, base: string): number {
  return median(samples[name].map((time, visit) => time / samples[base][visit]));
}
