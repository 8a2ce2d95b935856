import type { Exercise } from '../../exercise.js';
import { statisticsChecks } from './checks.js';
import type { StatisticsFunction } from './models.js';
import { rightStatistics } from './right.js';
import { wrongStatistics } from './wrong.js';

/** E2.2: a hook that tells of every layer and changes none. */
export const statisticsOfExercise: Exercise<StatisticsFunction> = {
  id: 'E2.2',
  title: 'Listen to every layer',
  statement:
    'Write statisticsOf(model, x): send x through the model once, and tell of every call of every module below it, in the order in which they answer: its path, the root mean square of what it gave (size), and the share of exact zeros in it (dead). watch(model, listener) calls listener({ path, output }) after every forward pass, the model’s own included (its path is ""), and gives back a function that ends it. Afterwards the model is as it was.',
  why: 'Before anything is repaired it is measured. The same ten lines have found dead layers, exploding ones and forgotten norms in every framework.',
  difficulty: 2,
  importance: 3,
  minutes: 8,
  signature: 'statisticsOf(model: Layer, x: Tensor): { path: string; size: number; dead: number }[]',
  hints: [
    'Four steps: begin to listen, run the model, stop listening, give back what was heard.',
    'The listener is handed an object: ({ path, output }) => … The model itself has the path "", and is left out.',
    'With values = [...output.data] the size is Math.sqrt of the mean of their squares, and dead is values.filter((v) => v === 0).length / values.length.',
  ],
  solution: `function statisticsOf(model: Layer, x: Tensor): { path: string; size: number; dead: number }[] {
  const heard: { path: string; size: number; dead: number }[] = [];
  const stop = watch(model, ({ path, output }) => {
    const dead = [...output.data].filter((value) => value === 0).length / output.data.length;
    if (path !== '') heard.push({ path, size: sqrt(mean(mul(output, output))).data[0], dead });
  });
  model.forward(x);
  stop();
  return heard;
}`,
  checks: statisticsChecks,
  wrong: wrongStatistics,
  right: rightStatistics,
};
