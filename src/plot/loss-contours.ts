/** Gradient descent in bowls of two weights: contours of the loss, and the way the weights take at each learning rate. */
import { Figure } from './figure.js';
import type { PlotlyObject } from './figure.js';
import { readable } from './number.js';
import { ink, okabeIto } from './palette.js';
import { panels } from './panels.js';
import type { Panel } from './panels.js';
import { withSlider } from './with-slider.js';

/** Two weights. */
export type Weights = readonly [first: number, second: number];

/** A quadratic loss of two weights: ½ dᵀ H d above its minimum, with d the distance from it. */
export interface LossBowl {
  readonly name: string;
  /** Symmetric and positive: [[a, b], [b, c]]. */
  readonly hessian: readonly [Weights, Weights];
  readonly minimum: Weights;
  /** From the start on, for each learning rate. */
  readonly paths: readonly { readonly learningRate: number; readonly weights: readonly Weights[] }[];
}

/**
 * The bowls beside each other, with contours of a quarter of the loss each; one slider over the learning rates.
 *
 * @param bowls All with the same learning rates in the same order, and starting away from their minimum.
 * @throws RangeError where that is not so, or a loss has no minimum.
 * @example
 * const paths = [{ learningRate: 0.5, weights: [[2, 0], [1, 0], [0.5, 0]] as const }];
 * lossContours([{ name: 'round', hessian: [[1, 0], [0, 1]], minimum: [0, 0], paths }]);
 */
export function lossContours(
  bowls: readonly LossBowl[],
  options: { readonly title?: string; readonly initial?: number } = {},
): Figure {
  const rates = bowls[0]?.paths.map(({ learningRate }) => learningRate) ?? [];
  bowls.forEach((bowl) => requireBowl(bowl, rates));
  if (rates.length === 0)
    throw new RangeError('lossContours: needs at least one bowl and one learning rate.');
  const title = options.title ?? 'Round contours need few steps, long ones many';
  const reach = reachOf(bowls);
  const positions = rates.map((rate, r) => ({
    value: readable(rate),
    figure: round(
      panels({
        title,
        subtitle: `Each contour is a quarter of the loss of the next one, the cross is the minimum. At rate ${readable(rate)}: ${bowls.map((bowl) => `${bowl.name}, ${endOf(bowl, r)}`).join('; ')}`,
        alt: '',
        panels: [bowls.map((bowl) => panelOf(bowl, r, reach))],
        records: recordsOf(bowls, r, reach),
        rowHeight: 250,
      }),
    ),
  }));
  const initial = readable(options.initial ?? rates[0]);
  return withSlider(positions, { label: 'learning rate', initial, alt: altOf(bowls, rates) });
}

function requireBowl(
  { name, hessian: [[a, b], [, c]], minimum, paths }: LossBowl,
  rates: readonly number[],
): void {
  if (!(a > 0 && a * c - b * b > 0))
    throw new RangeError(`lossContours: the loss of ${name} has no minimum; expected a positive Hessian.`);
  if (paths.map(({ learningRate }) => learningRate).join() !== rates.join())
    throw new RangeError(`lossContours: ${name} has other learning rates than the first bowl.`);
  const stuck = paths.some(
    ({ weights }) => weights.length === 0 || (weights[0][0] === minimum[0] && weights[0][1] === minimum[1]),
  );
  if (stuck) throw new RangeError(`lossContours: ${name} does not start away from its minimum.`);
}

/** The loss above the minimum. */
function above(bowl: LossBowl, weights: Weights): number {
  const [[a, b], [, c]] = bowl.hessian;
  const [x, y] = from(bowl, weights);
  return (a * x * x + 2 * b * x * y + c * y * y) / 2;
}

/** Half the side of the square that is shown of each bowl, around its minimum: every start lies well inside. */
function reachOf(bowls: readonly LossBowl[]): number {
  const starts = bowls.map((bowl) => from(bowl, bowl.paths[0].weights[0]));
  return 1.3 * Math.max(...starts.flat().map(Math.abs));
}

/** Where weights are, seen from the minimum. */
function from({ minimum }: LossBowl, [w, v]: Weights): Weights {
  return [w - minimum[0], v - minimum[1]];
}

/** The steps that are drawn: up to the first that leaves the picture. */
function shown(bowl: LossBowl, r: number, reach: number): readonly Weights[] {
  const { weights } = bowl.paths[r];
  const gone = weights.findIndex((one) => !from(bowl, one).every((value) => Math.abs(value) <= reach));
  return gone < 0 ? weights : weights.slice(0, gone + 1);
}

function panelOf(bowl: LossBowl, r: number, reach: number): Panel {
  const path = shown(bowl, r, reach);
  const seen = path.map((one) => from(bowl, one));
  return {
    name: bowl.name,
    x: { label: 'Weight', unit: 'from its best value' },
    y: { label: 'Bias', unit: 'from its best value' },
    xRange: [-reach, reach],
    yRange: [-reach, reach],
    traces: [
      contours(bowl),
      {
        type: 'scatter',
        name: `path, ${bowl.name}`,
        mode: 'lines+markers',
        x: seen.map(([w]) => w),
        y: seen.map(([, v]) => v),
        line: { color: okabeIto[0], width: 1.5 },
        marker: { color: okabeIto[0], size: 5 },
        hoverinfo: 'text',
        hovertext: path.map(
          (one, step) => `step ${step}<br>loss above the minimum: ${short(above(bowl, one))}`,
        ),
      },
      {
        type: 'scatter',
        name: `minimum, ${bowl.name}`,
        mode: 'markers',
        x: [0],
        y: [0],
        marker: { symbol: 'cross', color: okabeIto[1], size: 11 },
        hoverinfo: 'text',
        hovertext: ['the minimum'],
      },
    ],
  };
}

/** The same scale both ways, so that a round bowl looks round at any width. */
function round(figure: Figure): Figure {
  const axes = Object.entries(figure.layout).filter(([name]) => /^[xy]axis\d*$/.test(name));
  const square = axes.map(([name, axis]) => {
    const anchor = name.startsWith('y') ? { scaleanchor: name.replace('yaxis', 'x') } : {};
    return [name, { ...(axis as PlotlyObject), constrain: 'domain', ...anchor }] as const;
  });
  return new Figure({ ...figure, layout: { ...figure.layout, ...Object.fromEntries(square) } });
}

/** Ellipses of equal loss, one line with gaps: the outermost through the start, each further one at a quarter. */
function contours(bowl: LossBowl): PlotlyObject {
  const start = above(bowl, bowl.paths[0].weights[0]);
  const [[a, b], [, c]] = bowl.hessian;
  const points = Array.from({ length: 6 }, (_, k) => start * Math.pow(4, 1 - k)).flatMap((level) => {
    const ring: (Weights | undefined)[] = Array.from({ length: 121 }, (_, i) => {
      // With H = LLᵀ, the points L⁻ᵀu of a circle u have the same loss.
      const [cos, sin] = [Math.cos((i * Math.PI) / 60), Math.sin((i * Math.PI) / 60)];
      const radius = Math.sqrt(2 * level);
      const v = (radius * sin) / Math.sqrt(c - (b * b) / a);
      return [(radius * cos) / Math.sqrt(a) - (b / a) * v, v] as const;
    });
    return [...ring, undefined];
  });
  return {
    type: 'scatter',
    name: `contours, ${bowl.name}`,
    mode: 'lines',
    x: points.map((one) => one?.[0] ?? null),
    y: points.map((one) => one?.[1] ?? null),
    line: { color: ink, width: 1 },
    hoverinfo: 'skip',
  };
}

/** What has become of the loss at the end. */
function endOf(bowl: LossBowl, r: number): string {
  const { weights } = bowl.paths[r];
  const share = above(bowl, weights[weights.length - 1]) / above(bowl, weights[0]);
  const steps = weights.length - 1;
  if (!(share <= 1)) return `after ${steps} steps further away than at the start`;
  return `after ${steps} steps ${share < 1e-6 ? 'it is there' : `${short(share)} of the loss is left`}`;
}

function recordsOf(
  bowls: readonly LossBowl[],
  r: number,
  reach: number,
): { columns: string[]; rows: (string | number)[][] } {
  return {
    columns: ['bowl', 'learning rate', 'step', 'w', 'b', 'loss above the minimum'],
    rows: bowls.flatMap((bowl) =>
      shown(bowl, r, reach).map((one, step) => [
        bowl.name,
        bowl.paths[r].learningRate,
        step,
        ...one,
        above(bowl, one),
      ]),
    ),
  };
}

function short(value: number): string {
  return readable(Number(value.toPrecision(2)));
}

function altOf(bowls: readonly LossBowl[], rates: readonly number[]): string {
  const each = rates.map(
    (rate, r) =>
      `At rate ${readable(rate)}: ${bowls.map((bowl) => `${bowl.name}, ${endOf(bowl, r)}`).join('; ')}.`,
  );
  return `Contours of the loss of two weights, with the way of gradient descent. ${each.join(' ')}`;
}
