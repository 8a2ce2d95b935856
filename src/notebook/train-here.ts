/** Trains some runs of an experiment in the notebook, beside each other, and draws their losses while they fall. */
import { circumstances, experiments, perform } from '../experiments/index.js';
import type { Experiment, Plan, PresetName, Result, Step } from '../experiments/index.js';
import { trainingCurves } from '../plot/index.js';
import type { Figure, TrainingRecord } from '../plot/index.js';
import { currentDisplay } from './display.js';
import { show } from './show.js';

/** Which runs are trained. */
export interface TrainHereOptions {
  readonly seed: number;
  /** All of them unless said otherwise. */
  readonly arms?: readonly string[];
  /** Values of the setting, such as `{ learningRate: 0.003 }`; plans with other values are left out. */
  readonly setting?: Readonly<Record<string, number>>;
  /** The loss of a guess, as a line in the picture. */
  readonly chance?: number;
  readonly preset?: PresetName;
}

/** A run that was trained here: its record, and its losses by step. */
export interface TrainedHere extends Result, TrainingRecord {
  readonly live: true;
}

/** Milliseconds between two drawings: as many as one takes, within these bounds. */
const [shortestPause, longestPause] = [500, 3000];
/** So many steps make one point of a curve: a step alone has few examples. */
const stepsAPoint = 5;
let count = 0;

/**
 * Trains one seed of some arms of an experiment, a step of each in turn. The picture grows while they train.
 *
 * @param name Of the experiment.
 * @throws {RangeError} if the experiment has no such run.
 * @example
 * const live = await trainHere('warm-up', { seed: 1, arms: ['post', 'post+warm-up'] });
 */
export async function trainHere(name: string, options: TrainHereOptions): Promise<TrainedHere[]> {
  const experiment = Object.hasOwn(experiments, name) ? experiments[name] : undefined;
  if (!experiment)
    throw new RangeError(
      `trainHere: there is no experiment ${name}, but ${Object.keys(experiments).join(', ')}`,
    );
  const plans = plansOf(experiment, options);
  const runs = plans.map((plan) => new Growing(experiment, plan, { plans, options }));
  const picture = new Picture(runs, options);
  while (runs.some(({ result }) => !result)) {
    for (const run of runs) run.step();
    await picture.draw();
  }
  await picture.finish();
  return runs.map((run) => run.whole());
}

function plansOf(experiment: Experiment, options: TrainHereOptions): Plan[] {
  const { arms = experiment.arms, setting = {}, preset = 'notebook' } = options;
  const wanted = Object.entries(setting);
  const plans = experiment
    .plans(preset)
    .filter((plan) => arms.includes(plan.arm) && wanted.every(([key, want]) => plan.setting[key] === want));
  const missing = arms.find((arm) => !plans.some((plan) => plan.arm === arm));
  if (missing === undefined) return plans;
  const values = wanted.map(([key, want]) => ` with ${key} ${want}`).join('');
  throw new RangeError(`trainHere: ${experiment.name} has no run of ${missing}${values}`);
}

interface Beside {
  readonly plans: readonly Plan[];
  readonly options: TrainHereOptions;
}

/** A run that goes on step by step. */
class Growing {
  result: Result | undefined;
  readonly label: string;
  readonly seed: number;
  readonly steps: number[] = [];
  readonly losses: number[] = [];
  of = 1;
  done = 0;
  readonly #run: Generator<Step, Result>;
  #latest: number[] = [];

  constructor(experiment: Experiment, plan: Plan, { plans, options }: Beside) {
    const { seed, preset = 'notebook' } = options;
    const twins = plans.filter(({ arm }) => arm === plan.arm);
    // What tells an arm from itself: the values that differ.
    const differing = Object.entries(plan.setting).filter(([key, value]) =>
      twins.some(({ setting }) => setting[key] !== value),
    );
    this.label = [plan.arm, ...differing.map(([key, value]) => `${key} ${String(value)}`)].join(', ');
    this.seed = seed;
    this.#run = perform(experiment, plan, circumstances({ preset, seed }), () => performance.now());
  }

  step(): void {
    if (this.result) return;
    const next = this.#run.next();
    if (next.done) this.result = next.value;
    else this.#note(next.value);
  }

  #note({ done, of, now }: Step): void {
    [this.done, this.of] = [done, of];
    if (typeof now?.loss !== 'number') return;
    this.#latest.push(now.loss);
    if (this.#latest.length < stepsAPoint) return;
    this.steps.push(done);
    this.losses.push(this.#latest.reduce((sum, loss) => sum + loss, 0) / stepsAPoint);
    this.#latest = [];
  }

  curve(): TrainingRecord {
    const { label, seed, steps, losses } = this;
    return { arm: label, seed, steps: [...steps], losses: [...losses], live: true };
  }

  whole(): TrainedHere {
    const { steps, losses } = this.curve();
    return { ...(this.result as Result), steps, losses, live: true };
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The picture of all runs, in one place of the cell. */
class Picture {
  readonly #id = `training-${Date.now().toString(36)}-${count++}`;
  readonly #start = Date.now();
  readonly #runs: readonly Growing[];
  readonly #options: TrainHereOptions;
  #drawn: number | undefined;
  /** Milliseconds that the last drawing took. */
  #took = 0;
  /** While a thread draws. */
  #drawing: Promise<void> | undefined;

  constructor(runs: readonly Growing[], options: TrainHereOptions) {
    this.#runs = runs;
    this.#options = options;
  }

  /**
   * At most twice a second, while the runs go on. A still picture: JupyterLab does not redraw a figure of plotly that is
   * brought up to date.
   */
  async draw(): Promise<void> {
    // What the thread has drawn comes in between two steps.
    if (this.#drawing) return nextTurn();
    const now = Date.now();
    const pause = Math.min(longestPause, Math.max(shortestPause, this.#took));
    if (!currentDisplay() || (this.#drawn !== undefined && now - this.#drawn < pause)) return;
    const [done, of] = [this.#sum('done'), this.#sum('of')];
    if (done === 0 || !this.#runs.some(({ steps }) => steps.length > 0)) return this.#waiting();
    const left = Math.ceil(((now - this.#start) / 1000) * (of / done - 1));
    const figure = this.#figure(`${done} of ${of} steps, about ${left} s left`);
    const still = async (): Promise<void> => {
      const { 'image/svg+xml': svg, 'text/plain': words } = await show(figure)._repr_mimebundle_();
      this.#show({ 'image/svg+xml': svg, 'text/plain': words });
      this.#took = Date.now() - now;
    };
    // What cannot be drawn is told by the figure at the end.
    const ended = (): void => (this.#drawing = undefined);
    this.#drawing = still().then(ended, ended);
    await nextTurn();
  }

  /** Where nothing can be drawn in the middle of a cell, as on stock tslab, its words are said. */
  async finish(): Promise<void> {
    await this.#drawing;
    if (!this.#runs.some(({ steps }) => steps.length > 0)) return;
    const figure = this.#figure();
    if (currentDisplay()) this.#show(await show(figure)._repr_mimebundle_());
    else console.log(figure.alt);
  }

  #waiting(): void {
    if (this.#drawn === undefined) this.#show({ 'text/plain': 'training: the first steps' });
  }

  #sum(of: 'done' | 'of'): number {
    return this.#runs.reduce((sum, run) => sum + run[of], 0);
  }

  #figure(position?: string): Figure {
    const { chance } = this.#options;
    return trainingCurves(
      this.#runs.filter(({ steps }) => steps.length > 0).map((run) => run.curve()),
      {
        loss: `Loss, mean of ${stepsAPoint} steps`,
        of: Math.max(...this.#runs.map(({ of }) => of)),
        ...(chance !== undefined && { chance }),
        ...(position !== undefined && { subtitle: position }),
      },
    );
  }

  #show(bundle: Record<string, unknown>): void {
    currentDisplay()?.(bundle, { id: this.#id, update: this.#drawn !== undefined });
    this.#drawn = Date.now();
  }
}
