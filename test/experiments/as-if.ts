import { judged, judgedClaim } from '../../src/experiments/claims.js';
import { nulled, planted } from '../../src/experiments/controls.js';
import type { Experiment, Numbers, Plan, PresetName, Result } from '../../src/experiments/experiment.js';
import { circumstances, finish, perform, runs } from '../../src/experiments/runs.js';

/** Records as if the runs of three seeds had given these metrics. */
export function asIf(
  experiment: Experiment,
  metrics: (plan: Plan) => Numbers,
  preset: PresetName = 'notebook',
): Result[] {
  return runs(experiment, preset, [1, 2, 3]).map(({ plan, seed }) => ({
    ...{ experiment: experiment.name, seed, arm: plan.arm, setting: plan.setting, metrics: metrics(plan) },
    ...{ dtype: 'float64', backend: 'reference', seconds: 0 },
  }));
}

/**
 * What is wrong with the claims, on records that should bear them out: those that do not hold, and those that hold
 * although both arms are the same, or although a deviation was planted.
 */
export function misjudged(
  experiment: Experiment,
  results: readonly Result[],
  preset: PresetName = 'notebook',
): string[] {
  const claims = experiment.claims(preset);
  const failing = judged(experiment, preset, results).filter(({ holds }) => !holds);
  const deaf = claims.filter((claim) => {
    const { kind } = claim;
    const changed =
      kind.of === 'difference' ? nulled(kind.between, results, results) : planted(kind.deviation, results);
    return judgedClaim(claim, changed).holds;
  });
  return [...failing.map(({ id }) => `${id} fails`), ...deaf.map(({ id }) => `${id} is deaf`)];
}

/** The metrics of one small run. */
export function metricsOf(
  experiment: Experiment,
  plan: Omit<Plan, 'cost'>,
  { seed = 1, sabotage }: { readonly seed?: number; readonly sabotage?: string } = {},
): Numbers {
  const given = circumstances({ preset: 'notebook', seed, ...(sabotage !== undefined && { sabotage }) });
  return finish(perform(experiment, { ...plan, cost: 1 }, given, () => 0)).metrics;
}
