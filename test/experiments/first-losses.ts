import type { Experiment, Plan } from '../../src/experiments/experiment.js';
import { circumstances, perform } from '../../src/experiments/runs.js';
import type { Conditions } from '../../src/experiments/runs.js';

/**
 * The losses of the first steps of a run, which is then left: two runs that agree in all of them do the same thing.
 *
 * @param steps The loss of a step is there before the step is taken: the second one is the first that has learned.
 */
export function firstLosses(
  experiment: Experiment,
  arm: string,
  {
    steps = 3,
    setting,
    ...conditions
  }: Partial<Conditions> & { steps?: number; setting?: Plan['setting'] } = {},
): unknown[] {
  const plan = experiment
    .plans('notebook')
    .find(
      (one) =>
        one.arm === arm &&
        (!setting || Object.entries(setting).every(([key, is]) => one.setting[key] === is)),
    );
  if (!plan) throw new Error(`no plan of ${arm}`);
  const given = circumstances({ preset: 'notebook', seed: 1, ...conditions });
  const run = perform(experiment, plan, given, () => 0);
  return Array.from({ length: steps }, () => {
    const { done, value } = run.next();
    return done ? undefined : value.now?.loss;
  });
}
