import { mul } from '../../../autograd/ops/mul.js';
import { detach } from '../../../autograd/tensor.js';
import { Failure } from '../../exercise.js';
import type { Check } from '../../exercise.js';
import { rightLayers, wrongLayers } from '../../hall/layers.js';
import type { HallLayer, RightName, WrongName } from '../../hall/layers.js';
import { tally } from '../../hall/tally.js';
import { believes, judgedBy, refuses } from '../../judging.js';
import type { LayerNormFunction } from '../layer-norm/inputs.js';
import { askedBy } from './asked.js';
import type { Battery } from './asked.js';
import { reference } from './battery.js';
import { accused, blindnesses, slipping, tooStrict, upsideDown, zeroEps } from './specimens.js';
import type { Alarm, Blindness } from './specimens.js';
import { wrongBatteries } from './wrong.js';

interface Group {
  readonly name: string;
  readonly layers: readonly WrongName[];
}

/** From the loudest to the quietest. */
const groups: readonly Group[] = [
  {
    name: 'catches what divides by something else',
    layers: ['divides by σ²', 'n − 1', 'n − 1, ε outside'],
  },
  {
    name: 'catches what takes other means',
    layers: ['over the batch', 'never centred', 'σ² not centred', 'last two axes'],
  },
  { name: 'catches what mistreats γ', layers: ['gain 1 + γ', 'no γ', 'one γ'] },
  { name: 'catches what mistreats β', layers: ['no β', 'γ(x̂ + β)'] },
  { name: 'catches what mistreats ε', layers: ['ε outside', 'no ε', 'always 1e-5'] },
  { name: 'catches what keeps three digits', layers: ['float16'] },
  { name: 'catches what loses its digits far from zero', layers: ['E[x²] − E[x]²'] },
  { name: 'catches a way back that is cut off', layers: ['cut off'] },
];

const layerOf = (name: WrongName): LayerNormFunction =>
  wrongLayers.find((one) => one.name === name)?.layer ?? reference;

/** First that no right layer is accused, then the wrong ones from the loudest to the quietest. */
export const batteryChecks: readonly Check<Battery>[] = [
  believes({
    name: 'believes the four right layers',
    points: 20,
    layers: rightLayers.map((one) => ({ ...one, says: accused[one.name as RightName] })),
  }),
  ...groups.map(({ name, layers }) =>
    refuses({
      name,
      points: 10,
      layers: layers.map((each) => ({ name: each, layer: layerOf(each), says: slipping[each] })),
    }),
  ),
].map((check) => ({
  ...check,
  run(battery: Battery) {
    try {
      check.run(battery);
    } catch (error) {
      throw error instanceof Failure && error.shown ? understood(error, battery) : error;
    }
  },
}));

/** Those that are known by their verdicts; the others are known by what their questions have in common. */
const seen = new Set(
  [...Object.values(blindnesses).flat(), zeroEps, tooStrict, upsideDown].map(({ name }) => name),
);
const byVerdicts = wrongBatteries.filter(({ name }) => !seen.has(name));

/** The same failure, with what is known of the battery: what its questions have in common, or which known one it is. */
function understood(failure: Failure, battery: Battery): Failure {
  const { shown } = failure;
  const layer = [...rightLayers, ...wrongLayers].find(({ name }) => name === shown?.input);
  if (!shown || !layer) return failure;
  const isSlip = failure.misconception === 'slips through';
  const reason = isSlip ? blindness(battery, layer) : alarm(battery, layer);
  const known = reason ?? byVerdicts.find((version) => sameVerdicts(version.candidate, battery));
  const { name, says } = known ?? { name: failure.misconception, says: failure.message };
  return isSlip
    ? new Failure(name, says, { ...shown, got: `true${others(battery)}` })
    : new Failure(name, `${says} ${countsAgain}`, shown);
}

/** False alarms come first, so one of them hides the points for all that is caught. */
const countsAgain = 'What your checks catch counts as soon as no right layer is accused.';

/** How many more slip through, so that a card shows every layer caught since the one before. */
function others(battery: Battery): string {
  const more = tally(battery).slips.length - 1;
  return more > 0 ? `, as for ${more} more of the eighteen` : '';
}

function blindness(battery: Battery, { name, layer }: HallLayer): Blindness | undefined {
  const questions = askedBy(battery, layer);
  return blindnesses[name as WrongName]?.find(({ always }) => questions.every(always));
}

/** Why a right layer is accused, where that can be found out by asking further. */
function alarm(battery: Battery, { layer }: HallLayer): Alarm | undefined {
  const { slips, accused: alarms } = tally(battery);
  if (alarms.length === rightLayers.length && 2 * slips.length > wrongLayers.length) return upsideDown;
  // Whoever believes the layer once part of its answers is replaced takes offence at that part alone.
  const believesWith = (replaced: LayerNormFunction): boolean =>
    judgedBy(battery, { name: '', layer: replaced, says: '' }) === 'believed';
  if (believesWith((x, gamma, beta, eps) => layer(x, gamma, beta, eps === 0 ? 1e-30 : eps))) return zeroEps;
  const inFloat32 = believesWith((...inputs) =>
    (inputs[0].dtype === 'float32' ? reference : layer)(...inputs),
  );
  return inFloat32 ? tooStrict : undefined;
}

/** Layers outside the hall that tell batteries apart which judge the hall alike. */
const telling: readonly HallLayer[] = [
  { name: 'γ cut off', layer: (x, gamma, beta, eps) => reference(x, detach(gamma), beta, eps) },
  {
    name: 'NaN far from zero',
    layer: (x, gamma, beta, eps) =>
      mul(reference(x, gamma, beta, eps), x.dtype === 'float32' && Math.abs(x.data[0]) > 1000 ? NaN : 1),
  },
];

function sameVerdicts(one: Battery, other: Battery): boolean {
  return [...wrongLayers, ...rightLayers, ...telling].every((each) => {
    const [a, b] = [one, other].map((battery) => judgedBy(battery, { ...each, says: '' }));
    return typeof a === 'string' || typeof b === 'string' ? a === b : a.stopped === b.stopped;
  });
}
