import { watch } from '../../../autograd/watch.js';
import type { Call } from '../../../autograd/watch.js';
import type { Layer } from '../../../autograd/module.js';
import type { Tensor } from '../../../autograd/tensor.js';
import { meanSquare } from '../../../tensor/rows.js';
import type { RightVersion } from '../../exercise.js';
import type { ModuleStatistics, StatisticsFunction } from './models.js';

const zeros = (data: ArrayLike<number>): number => Array.from(data).filter((value) => value === 0).length;
const told = ({ path, output: { data } }: Call): ModuleStatistics => ({
  path,
  size: Math.sqrt(meanSquare(data)),
  dead: zeros(data) / data.length,
});

/** Listens while x goes through. */
export const statisticsOf: StatisticsFunction = (model, x) => {
  const heard: ModuleStatistics[] = [];
  const stop = watch(model, (call) => {
    if (call.path !== '') heard.push(told(call));
  });
  model.forward(x);
  stop();
  return heard;
};

/** Five right ones. */
export const rightStatistics: readonly RightVersion<StatisticsFunction>[] = [
  { name: 'listens, and tells at once', candidate: statisticsOf },
  {
    name: 'keeps the calls, and tells afterwards',
    candidate: (model: Layer, x: Tensor): ModuleStatistics[] => {
      const calls: Call[] = [];
      const stop = watch(model, (call) => calls.push(call));
      try {
        model.forward(x);
      } finally {
        stop();
      }
      return calls.filter(({ module }) => module !== model).map(told);
    },
  },
  {
    name: 'by hand, without watch',
    candidate: (model: Layer, x: Tensor): ModuleStatistics[] => {
      const heard: ModuleStatistics[] = [];
      const parts = [...model.namedModules()].filter(([path]) => path !== '');
      for (const [path, module] of parts) {
        const forward = module.forward.bind(module);
        Object.defineProperty(module, 'forward', {
          configurable: true,
          value: (...given: never[]) => {
            const output = forward(...given);
            heard.push(told({ path, module, inputs: given, output }));
            return output;
          },
        });
      }
      model.forward(x);
      for (const [, module] of parts) delete (module as { forward?: unknown }).forward;
      return heard;
    },
  },
  {
    name: 'with sums in loops',
    candidate: (model: Layer, x: Tensor): ModuleStatistics[] => {
      const heard: ModuleStatistics[] = [];
      const stop = watch(model, ({ path, output }) => {
        let [squares, dead] = [0, 0];
        for (const value of output.data) {
          squares += value * value;
          if (value === 0) dead += 1;
        }
        const n = output.data.length;
        heard.push({ path, size: (squares / n) ** 0.5, dead: dead / n });
      });
      model.forward(x);
      stop();
      return heard.slice(0, -1); // the model itself is heard last
    },
  },
];
