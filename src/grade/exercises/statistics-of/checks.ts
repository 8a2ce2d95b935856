import { Tensor } from '../../../autograd/tensor.js';
import type { Layer } from '../../../autograd/module.js';
import { stream } from '../../../tensor/random.js';
import { Failure } from '../../exercise.js';
import type { Check, Shown } from '../../exercise.js';
import { call } from '../../results.js';
import { deepModel, flatModel } from './models.js';
import type { ModuleStatistics, StatisticsFunction } from './models.js';
import { checkNames } from './names.js';
import { statisticsOf } from './right.js';
import { wrongStatistics } from './wrong.js';

/** From the most fundamental to the subtlest. */
export const statisticsChecks: readonly Check<StatisticsFunction>[] = [
  {
    name: checkNames.flat,
    points: 20,
    run: (candidate, seed) => hears(candidate, checkNames.flat, flatModel, seed),
  },
  {
    name: checkNames.deep,
    points: 20,
    run: (candidate, seed) => hears(candidate, checkNames.deep, deepModel, seed),
  },
  { name: checkNames.size, points: 20, run: (candidate, seed) => tells(candidate, 'size', seed) },
  { name: checkNames.dead, points: 15, run: (candidate, seed) => tells(candidate, 'dead', seed) },
  { name: checkNames.once, points: 15, run: runsOnce },
  { name: checkNames.stops, points: 10, run: stopsListening },
];

const batch = (seed: number): Tensor =>
  new Tensor(stream('statistics exercise', seed).normals([5, 3], { mean: 0.4 }));

/** What somebody tells of a model; another version of this is asked in the same way. */
function told(
  candidate: StatisticsFunction,
  model: Layer,
  seed: number,
): readonly Partial<ModuleStatistics>[] {
  const given = call(candidate, [model, batch(seed)]);
  if (Array.isArray(given) && given.every((one) => typeof one === 'object' && one !== null))
    return given as Partial<ModuleStatistics>[];
  throw new Failure(
    'not a list',
    'Your function should give back a list of { path, size, dead }, one for each call.',
    {
      input: 'a model with two parts',
      expected: '[{ path, size, dead }, …]',
      got: given === undefined ? 'nothing: is a return missing?' : typeof given,
    },
  );
}

const paths = (list: readonly Partial<ModuleStatistics>[]): string =>
  list.map(({ path }) => path ?? '?').join(', ');

function hears(candidate: StatisticsFunction, check: string, model: () => Layer, seed = 0): void {
  const [got, right] = [candidate, statisticsOf].map((f) => paths(told(f, model(), seed)));
  if (got === right) return;
  const known = wrongStatistics.find(
    (version) => version.caughtBy === check && paths(told(version.candidate, model(), seed)) === got,
  );
  throw new Failure(
    known?.name ?? 'other calls',
    known?.says ??
      'Not every call is heard once, in its order. What does watch call your listener with, and when?',
    { input: 'the paths that are told', expected: right, got: got === '' ? 'none' : got },
  );
}

function tells(candidate: StatisticsFunction, part: 'size' | 'dead', seed = 0): void {
  const values = (f: StatisticsFunction): (number | undefined)[] =>
    told(f, deepModel(), seed).map((one) => one[part]);
  const [got, right] = [candidate, statisticsOf].map(values);
  const differ = (a: (number | undefined)[], b: (number | undefined)[]): number =>
    b.findIndex(
      (value, i) => !(Math.abs((a[i] ?? NaN) - (value ?? NaN)) <= 1e-9 * Math.max(1, Math.abs(value ?? 0))),
    );
  const place = differ(got, right);
  if (place < 0) return;
  const known = wrongStatistics.find(
    (version) => version.caughtBy === checkNames[part] && differ(got, values(version.candidate)) < 0,
  );
  const { path } = statisticsOf(deepModel(), batch(seed))[place];
  throw new Failure(
    known?.name ?? 'other numbers',
    known?.says ?? `The ${part} that you tell is another. Work it out by hand for one small output.`,
    { input: `${part} of ${path}`, expected: String(right[place]), got: String(got[place]) },
  );
}

function runsOnce(candidate: StatisticsFunction, seed = 0): void {
  const model = deepModel();
  told(candidate, model, seed);
  const shown = { input: 'a model in training', expected: 'run once, and still in training' };
  if (model.calls !== 1) throw named('the model run twice', { ...shown, got: `run ${model.calls} times` });
  if (!model.training) throw named('set to use', { ...shown, got: 'set to use' });
}

function stopsListening(candidate: StatisticsFunction, seed = 0): void {
  const model = deepModel();
  told(candidate, model, seed);
  const changed = [...model.namedModules()].find(([, module]) => Object.hasOwn(module, 'forward'));
  if (!changed) return;
  throw named('never stops', {
    input: 'the model afterwards',
    expected: 'as it was',
    got: `somebody still listens at "${changed[0]}"`,
  });
}

function named(name: string, shown: Shown): Failure {
  return new Failure(name, wrongStatistics.find((version) => version.name === name)?.says ?? '', shown);
}
