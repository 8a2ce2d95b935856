/** Data: listeners that hear the wrong thing, or change what they listen to. */
import { watch } from '../../../autograd/watch.js';
import type { Call } from '../../../autograd/watch.js';
import { Tensor } from '../../../autograd/tensor.js';
import { mean, meanSquare } from '../../../tensor/rows.js';
import type { WrongVersion } from '../../exercise.js';
import type { ModuleStatistics, StatisticsFunction } from './models.js';
import { checkNames } from './names.js';
import { statisticsOf } from './right.js';

const { flat, deep, size, dead, once, stops } = checkNames;
type Row = readonly [name: string, caughtBy: string, says: string, candidate: StatisticsFunction];

/** Right but for what is told of a call. */
const telling =
  (change: (right: ModuleStatistics, call: Call) => Partial<ModuleStatistics>): StatisticsFunction =>
  (model, x) => {
    const calls: Call[] = [];
    const stop = watch(model, (call) => calls.push(call));
    const right = statisticsOf(model, x);
    stop();
    const below = calls.filter(({ path }) => path !== '');
    return right.map((one, i) => ({ ...one, ...change(one, below[i]) }));
  };

const firstTensor = ({ inputs }: Call): Tensor =>
  inputs.find((value) => value instanceof Tensor) ??
  new Tensor({ shape: [], dtype: 'float64', data: new Float64Array(1) });

const rows: readonly Row[] = [
  [
    'the model itself as well',
    flat,
    'You tell of the model itself, too, under the path "". Only what is below it is asked for.',
    (model, x) => {
      const heard = statisticsOf(model, x);
      return [...heard, { ...heard[heard.length - 1], path: '' }];
    },
  ],
  [
    'in the order of the fields',
    flat,
    'You tell of the parts in the order in which they are declared. What runs first is told first.',
    (model, x) => {
      const order = [...model.namedModules().keys()];
      return [...statisticsOf(model, x)].sort((a, b) => order.indexOf(a.path) - order.indexOf(b.path));
    },
  ],
  [
    'nothing heard',
    flat,
    'You tell of nothing. Is the model run after you have begun to listen, and before you stop?',
    (model, x) => {
      const heard: ModuleStatistics[] = [];
      watch(model, ({ path }) => heard.push({ path, size: 0, dead: 0 }))();
      model.forward(x);
      return heard;
    },
  ],
  [
    'only the model’s own parts',
    deep,
    'You hear the parts of the model and not the parts of its parts. watch hears everything below; namedModules gives it by path.',
    (model, x) => {
      const own = [...model.children().keys()];
      return statisticsOf(model, x).filter(({ path }) => own.includes(path));
    },
  ],
  [
    'last part of the path',
    deep,
    'You tell the last word of each path. Two blocks have a part of the same name: "blocks.0.scale" tells them apart.',
    (model, x) => statisticsOf(model, x).map((one) => ({ ...one, path: one.path.split('.').at(-1) ?? '' })),
  ],
  [
    'each part once',
    deep,
    'You tell of each part once. A part that is called twice gives two answers, and both are to be heard.',
    (model, x) => {
      const heard = statisticsOf(model, x);
      return heard.filter(({ path }, i) => heard.findIndex((other) => other.path === path) === i);
    },
  ],
  [
    'only what has no parts',
    deep,
    'You leave out the modules that have parts. A block gives an answer as well, and it is another than that of its last part.',
    (model, x) => {
      const all = model.namedModules();
      return statisticsOf(model, x).filter(({ path }) => all.get(path)?.children().size === 0);
    },
  ],
  [
    'deviation for size',
    size,
    'You tell the deviation. The mean is part of the size here: root mean square, nothing subtracted.',
    telling((_, { output: { data } }) => {
      const mu = mean(data);
      return { size: Math.sqrt(meanSquare(data) - mu * mu) };
    }),
  ],
  [
    'mean square for size',
    size,
    'You tell the mean square. Its root is asked for.',
    telling((one) => ({ size: one.size * one.size })),
  ],
  [
    'mean for size',
    size,
    'You tell the mean. Large numbers of both signs have a mean near 0.',
    telling((_, { output }) => ({ size: mean(output.data) })),
  ],
  [
    'largest for size',
    size,
    'You tell the largest number. One outlier makes it, and the root mean square hardly notices.',
    telling((_, { output }) => ({ size: Math.max(...output.data.map(Math.abs)) })),
  ],
  [
    'length for size',
    size,
    'You tell the length, the root of the sum of squares. It grows with the batch: take the mean.',
    telling((one, { output }) => ({ size: one.size * Math.sqrt(output.data.length) })),
  ],
  [
    'of the inputs',
    size,
    'You measure what goes in. What comes out is asked for: output.',
    telling((_, call) => ({ size: Math.sqrt(meanSquare(firstTensor(call).data)) })),
  ],
  [
    'of the last call for all',
    size,
    'Every entry tells the same numbers, those of the last call. Do you keep one object and write into it again and again?',
    (model, x) => {
      const heard = statisticsOf(model, x);
      return heard.map(({ path }) => ({ ...heard[heard.length - 1], path }));
    },
  ],
  [
    'zeros counted',
    dead,
    'You tell how many zeros there are. Their share is asked for: divided by how many numbers there are.',
    telling((one, { output }) => ({ dead: one.dead * output.data.length })),
  ],
  [
    'share of what lives',
    dead,
    'You tell the share of what is not 0. A dead unit gives 0.',
    telling((one) => ({ dead: 1 - one.dead })),
  ],
  [
    'negative taken for dead',
    dead,
    'You count what is 0 or less. A negative number is alive: it has a gradient.',
    telling((_, { output: { data } }) => ({
      dead: Array.from(data).filter((value) => value <= 0).length / data.length,
    })),
  ],
  [
    'small taken for dead',
    dead,
    'You count what is near 0. Dead is exactly 0, where ReLU has no slope.',
    telling((_, { output: { data } }) => ({
      dead: Array.from(data).filter((value) => Math.abs(value) < 0.3).length / data.length,
    })),
  ],
  [
    'the model run twice',
    once,
    'You run the model twice. Dropout and running statistics would move on twice: once is enough.',
    (model, x) => {
      model.forward(x);
      return statisticsOf(model, x);
    },
  ],
  [
    'set to use',
    once,
    'You set the model to evaluate() and leave it there. Whoever was training it goes on without dropout and does not know.',
    (model, x) => {
      const heard = statisticsOf(model, x);
      model.evaluate();
      return heard;
    },
  ],
  [
    'never stops',
    stops,
    'You go on listening: the model stays changed, and each further call makes one listener more. Call the function that watch gave you.',
    (model, x) => {
      const heard = statisticsOf(model, x);
      watch(model, () => undefined);
      return heard;
    },
  ],
];

/** From what is heard to what is left behind. */
export const wrongStatistics: readonly WrongVersion<StatisticsFunction>[] = rows.map(
  ([name, caughtBy, says, candidate]) => ({ name, caughtBy, says, candidate }),
);
