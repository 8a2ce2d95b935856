/** What a thread of the tests carries out, in place of the experiments of the library. */
import type { Experiment } from '../../../src/experiments/experiment.js';
import { artificial, gullible } from '../../experiments/artificial.js';

const failing: Experiment = {
  ...artificial,
  name: 'failing',
  *run(plan, given) {
    if (plan.arm === 'right' && given.seed === 101) throw new Error('the right side fell off');
    return yield* artificial.run(plan, given);
  },
};

const leaving: Experiment = {
  ...artificial,
  name: 'leaving',
  *run(plan, given) {
    if (plan.arm === 'right' && given.seed === 101) process.exit();
    return yield* artificial.run(plan, given);
  },
};

/** Its left runs take no time; a right one, which comes last since it says it costs least, takes for ever. */
const endless: Experiment = {
  ...artificial,
  name: 'endless',
  plans: (preset) => [
    ...artificial.plans(preset).filter(({ arm }) => arm === 'left'),
    { arm: 'right', setting: { size: 2 }, cost: 1 },
  ],
  *run(plan, given) {
    for (let done = 0; plan.arm === 'right'; done++) yield { done, of: done + 1000 };
    return yield* artificial.run(plan, given);
  },
};

export const experiments: Readonly<Record<string, Experiment>> = {
  artificial,
  gullible,
  failing,
  leaving,
  endless,
};
