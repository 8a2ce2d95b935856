/** Controls that keep claims honest: what has no reason to hold must not hold, and what was broken must be noticed. */
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { judgedClaim } from './claims.js';
import type { Claim, Deviation, Experiment, Plan, PresetName, Result } from './experiment.js';
import { idOf } from './runs.js';
import type { Wish } from './runs.js';

/** What a claim is put to. It must hold on fresh seeds and with another source of random bits, and nowhere else. */
export type Control = 'fresh seeds' | 'second generator' | 'null' | 'planted deviation' | 'sabotage';

/** What became of a claim under one control. */
export interface Outcome {
  readonly claim: string;
  readonly control: Control;
  readonly value: number;
  readonly holds: boolean;
  /** Whether it held where it must, and did not where it must not. */
  readonly passed: boolean;
}

/** What the controls of an experiment need. */
export interface Means {
  /** Seeds that no threshold was chosen on, and as many others. */
  readonly seeds: readonly number[];
  readonly otherSeeds: readonly number[];
  /** Carries out the runs that are wished for. */
  readonly records: (wish: Wish) => Promise<readonly Result[]>;
}

/** The controls of a claim. A claim of difference has a null, one of a value a planted deviation. */
export function controlsOf({ kind }: Claim): Control[] {
  const own = kind.of === 'difference' ? 'null' : 'planted deviation';
  return ['fresh seeds', own, 'sabotage', 'second generator'];
}

/**
 * Puts every claim of an experiment to its controls, those first that need the fewest runs.
 *
 * Only those runs are repeated whose metrics a claim has read.
 */
export async function* controlled(
  experiment: Experiment,
  preset: PresetName,
  { seeds, otherSeeds, records }: Means,
): AsyncGenerator<Outcome> {
  const claims = experiment.claims(preset);
  const fresh = await records({ preset, seeds });
  const read = new Map(claims.map((claim) => [claim, plansRead(claim, fresh)]));
  const readBy =
    (some: readonly Claim[], arms: readonly string[] = experiment.arms) =>
    (plan: Plan): boolean =>
      arms.includes(plan.arm) && some.some((claim) => read.get(claim)?.has(planOf(plan)));

  for (const claim of claims) yield outcome(claim, 'fresh seeds', fresh);
  for (const claim of claims)
    if (claim.kind.of === 'value')
      yield outcome(claim, 'planted deviation', planted(claim.kind.deviation, fresh));

  for (const claim of claims)
    if (claim.kind.of === 'difference') {
      const [first] = claim.kind.between;
      const again = await records({ preset, seeds: otherSeeds, only: readBy([claim], [first]) });
      yield outcome(claim, 'null', nulled(claim.kind.between, fresh, again));
    }
  for (const sabotage of Object.keys(experiment.sabotages)) {
    const hearing = claims.filter((claim) => claim.sabotage === sabotage);
    const broken = await records({ preset, seeds, sabotage, only: readBy(hearing) });
    for (const claim of hearing) yield outcome(claim, 'sabotage', broken);
  }
  const otherwise = await records({ preset, seeds, generator: xorshift128plus, only: readBy(claims) });
  for (const claim of claims) yield outcome(claim, 'second generator', otherwise);
}

function outcome(claim: Claim, control: Control, results: readonly Result[]): Outcome {
  const { value, holds } = judgedClaim(claim, results);
  const passed = holds === (control === 'fresh seeds' || control === 'second generator');
  return { claim: claim.id, control, value, holds, passed };
}

/** The null of a difference: the second arm is the first one again, with other seeds. */
export function nulled(
  [first, second]: readonly [string, string],
  results: readonly Result[],
  again: readonly Result[],
): Result[] {
  const rest = results.filter(({ arm }) => arm !== second);
  return [...rest, ...again.filter(({ arm }) => arm === first).map((one) => ({ ...one, arm: second }))];
}

/** Records among which some have a metric that is larger or smaller by a factor. */
export function planted({ metric, factor, where }: Deviation, results: readonly Result[]): Result[] {
  return results.map((result) => {
    if (!where(result)) return result;
    const value = result.metrics[metric];
    const changed = typeof value === 'number' ? value * factor : value.map((one) => one * factor);
    return { ...result, metrics: { ...result.metrics, [metric]: changed } };
  });
}

/** The plans whose metrics a claim looks at. */
function plansRead(claim: Claim, results: readonly Result[]): Set<string> {
  const read = new Set<string>();
  const watched = results.map((result) => ({
    ...result,
    get metrics(): Result['metrics'] {
      read.add(planOf(result));
      return result.metrics;
    },
  }));
  judgedClaim(claim, watched);
  return read;
}

const planOf = ({ arm, setting }: Pick<Plan, 'arm' | 'setting'>): string => idOf({ arm, setting, seed: 0 });
