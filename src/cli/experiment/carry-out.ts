import { inOrder, judged, runs } from '../../experiments/index.js';
import type { Experiment, Judged, Plan, Result } from '../../experiments/index.js';
import { valueOf } from '../../experiments/claims.js';
import { Kept } from './kept.js';
import type { Pool } from './pool.js';
import { Progress } from './progress.js';
import type { Request } from './request.js';
import type { Task } from './task.js';
import type { World } from './world.js';

/** What came out of an experiment. */
export interface Found {
  readonly results: readonly Result[];
  readonly claims: readonly Judged[];
  /** What a reader of the claims has to know. */
  readonly notes: readonly string[];
  /** Why runs came to no result, and which. */
  readonly failures: ReadonlyMap<string, readonly string[]>;
  /** Forgets the runs that were kept for the next attempt. */
  readonly handedOver: () => void;
}

/** Seeds that no threshold was chosen on start here; so many are needed for a verdict. */
const firstSeed = 100;
const usualSeeds = 8;

/** Carries out those runs of an experiment that are not kept from before. Every result is kept as soon as it is there. */
export async function carryOut(
  experiment: Experiment,
  request: Request,
  { folder, fingerprint, terminal, now }: World,
  pool: Pool,
): Promise<Found> {
  const { preset } = request;
  const [name, dtype, seeds] = [
    experiment.name,
    experiment.dtype ?? request.dtype,
    seedsOf(experiment, request),
  ];
  const kept = new Kept(folder, { experiment: name, preset, dtype, fingerprint });
  const wanted = runs(experiment, preset, seeds).filter(({ plan }) => isMeant(plan, request));
  const tasks = wanted
    .filter(({ id }) => !kept.get(id))
    .map((run): Task => ({ ...run, experiment: name, preset, dtype }));
  const before = wanted.length - tasks.length;
  const already = before > 0 ? `, ${before} of them kept from before` : '';
  terminal.write(`${name}, ${preset}, ${dtype}: ${wanted.length} runs, ${spelled(seeds)}${already} …\n`);

  const reasons = new Map<string, string>();
  const progress = new Progress(tasks, terminal, now);
  await pool.run(tasks, {
    share: (task, share) => progress.share(task, share),
    result: (task, result) => {
      kept.add(result);
      progress.share(task, 1);
    },
    failure: ({ id }, reason) => reasons.set(id, reason),
  });
  progress.clear();
  const there = wanted.flatMap(({ id }) => kept.get(id) ?? []);
  const results = inOrder(experiment, preset, there);
  const found = verdicts(experiment, { ...request, seeds }, results);
  return { results, ...found, failures: byReason(wanted, reasons), handedOver: () => kept.drop(results) };
}

/** In the order of the runs: in which order threads came to their ends is chance. */
function byReason(
  wanted: readonly { readonly id: string }[],
  reasons: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const failures = new Map<string, string[]>();
  for (const { id } of wanted) {
    const reason = reasons.get(id);
    if (reason !== undefined) failures.set(reason, [...(failures.get(reason) ?? []), id]);
  }
  return failures;
}

const isMeant = ({ arm }: Plan, { only }: Request): boolean => only.length === 0 || only.includes(arm);

function verdicts(
  experiment: Experiment,
  { preset, only, seeds }: Request,
  results: readonly Result[],
): Pick<Found, 'claims' | 'notes'> {
  const all = experiment.claims(preset);
  const judgeable = only.length === 0 ? all : all.filter((claim) => valueOf(claim, results) !== undefined);
  const claims = judged({ ...experiment, claims: () => judgeable }, preset, results);
  const [needed, without] = [seedsNeeded(experiment), all.length - judgeable.length];
  return {
    claims,
    notes: [
      ...(without > 0 ? [`${without} of ${all.length} claims need an arm that was left out.`] : []),
      ...(claims.length > 0 && seeds.length < needed
        ? [`These are medians over ${seeds.length}; the thresholds are meant for ${needed} seeds.`]
        : []),
    ],
  };
}

const seedsNeeded = ({ seedsToJudge = usualSeeds }: Experiment): number => seedsToJudge;

function seedsOf(experiment: Experiment, { seeds }: Request): readonly number[] {
  if (seeds.length > 0) return seeds;
  return Array.from({ length: seedsNeeded(experiment) }, (_, i) => firstSeed + i);
}

function spelled(seeds: readonly number[]): string {
  return seeds.length === 1 ? `seed ${seeds[0]}` : `seeds ${seeds[0]} to ${seeds[seeds.length - 1]}`;
}
