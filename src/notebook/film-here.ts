import { filmed } from '../experiments/index.js';
import type { FilmedRun, FilmOptions, Step } from '../experiments/index.js';
import type { Placement, PlacementName } from '../transformer/index.js';
import { progress } from './progress.js';

/** Runs beside each other, frame by frame: what `trainingFilm` draws. */
export interface FilmHere {
  /** Updates done at each frame. */
  readonly steps: readonly number[];
  readonly runs: readonly FilmedRun[];
}

/**
 * Films how a Transformer of each placement learns to sort, from the same strings and initial weights.
 *
 * @param placements By title: a placement, or the name of one.
 * @param options `seed`, `learningRate`, and what `filmed` takes besides.
 * @example
 * show(trainingFilm(filmHere({ right: 'deepnorm', wrong: alphaOnTheBranch }, { seed: 1, learningRate: 0.01 })));
 */
export function filmHere(
  placements: Readonly<Record<string, Placement | PlacementName>>,
  options: FilmOptions,
): FilmHere {
  const { steps = 120, every = 5 } = options;
  const runs = Object.entries(placements).map(([title, placement]) => {
    const run = filmed(placement, { ...options, steps, every });
    return { ...toTheEnd(run, steps, title), title };
  });
  return { steps: Array.from({ length: Math.floor(steps / every) + 1 }, (_, frame) => frame * every), runs };
}

function toTheEnd(run: Generator<Step, FilmedRun>, steps: number, title: string): FilmedRun {
  const bar = progress(steps, `updates of “${title}”`);
  let next = run.next();
  while (next.done !== true) {
    bar.next();
    next = run.next();
  }
  bar.return();
  return next.value;
}
