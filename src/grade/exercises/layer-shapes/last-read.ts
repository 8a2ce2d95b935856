/** Which shape made an experiment refuse a right layer: whoever compares them in turn stops at the first that differs. */
import { Failure } from '../../exercise.js';
import type { Check } from '../../exercise.js';
import { trusts } from '../../museum/noticing.js';
import { everyLayerRefused } from './experiments.js';
import { believed, rightShapes } from './layers.js';
import type { ShapesExperiment } from './layers.js';

/** The same checks, which name the one shape that was read last where a right layer is refused. */
export function namingLastRead(checks: readonly Check<ShapesExperiment>[]): Check<ShapesExperiment>[] {
  return checks.map((check) => ({
    ...check,
    run(experiment, seed) {
      try {
        check.run(experiment, seed);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        const { message: before } = error;
        const said = [believed, everyLayerRefused].find((words) => before.startsWith(words));
        if (said === undefined) throw error;
        const message = before.replace(said, `${said} ${lastRead(experiment)}`);
        throw new Failure(error.misconception, message, error.shown);
      }
    },
  }));
}

function lastRead(experiment: ShapesExperiment): string {
  let last = '';
  trusts(
    experiment,
    (sizes) =>
      new Proxy(rightShapes(sizes), {
        get: (shapes, name: string) => {
          if (Object.hasOwn(shapes, name))
            last = `${name} is [${shapes[name].join(', ')}] where { ${Object.entries(sizes)
              .map((pair) => pair.join(': '))
              .join(', ')} }`;
          return shapes[name];
        },
      }),
  );
  return last === ''
    ? 'Which of them does your experiment look at?'
    : `The last one that your experiment read before it said false: ${last}. What did it expect?`;
}
