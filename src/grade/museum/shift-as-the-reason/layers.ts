import type { Specimen } from '../../judging.js';
import { innocent } from '../experiments.js';
import { stream } from '../../../tensor/random.js';

/** What can be set in a training run. */
interface Setting {
  readonly norm: boolean;
  /** How much the inputs of each layer are made to shift from step to step, behind the norm if there is one. */
  readonly noise: number;
  readonly seed: number;
}

/** What is seen of it. */
export interface Seen {
  /** How much the inputs of the layers shifted. */
  readonly shift: number;
  /** How many steps it took to the same loss. */
  readonly steps: number;
}

/** A world in which networks are trained. */
export type Layer = (setting: Setting) => Seen;

/** The norm takes most of the shift away; noise puts shift back. */
const shiftOf = ({ norm, noise }: Setting): number => (norm ? 0.2 : 1) + noise;

/** A world in which steps are counted by a law of its own, give or take a twentieth. */
const world =
  (law: (setting: Setting, shift: number) => number): Layer =>
  (setting) => {
    const shift = shiftOf(setting);
    const random = stream(
      'worlds',
      setting.seed + Math.round(1000 * setting.noise) + (setting.norm ? 500_000 : 0),
    );
    return { shift, steps: law(setting, shift) * (1 + 0.05 * Math.max(-2, Math.min(2, random.normal()))) };
  };

/** A world in which shift is the reason. */
export const shiftDecides: Layer = world((_, shift) => 100 + 200 * shift);

/** A world in which the norm helps by itself, and shift goes along with it. */
export const normDecides: Layer = world(({ norm }) => (norm ? 140 : 300));

/** Shift is the reason, and yet in one seed of four the noise slows nothing down. */
const sometimesDeaf =
  (which: number): Layer =>
  (setting) => {
    const isDeaf = Math.abs(setting.seed % 4) === which;
    const { steps } = shiftDecides(isDeaf ? { ...setting, noise: 0 } : setting);
    return { shift: shiftOf(setting), steps };
  };

/** Whatever seed somebody trains once with, in one of these it is a run that goes otherwise. */
const unlucky: readonly Specimen<Layer>[] = [0, 1, 2, 3].map((which) => ({
  name: `a world in which one run in four goes otherwise: seeds ${which}, ${which + 4}, …`,
  layer: sometimesDeaf(which),
  says: 'In this world the claim is true, and one run in four goes quite otherwise. A single run may be such a one: take means over several seeds, in each setting.',
}));

const steady: readonly Specimen<Layer>[] = innocent<Layer>(
  {
    'a world in which steps follow the shift': shiftDecides,
    'a world in which steps follow the square of the shift': world((_, shift) => 100 + 200 * shift * shift),
    'a world in which the norm costs a little by itself': world(
      ({ norm }, shift) => 80 + 220 * shift + (norm ? 15 : 0),
    ),
  },
  'In this world the claim is true: put the shift back behind the norm, with a noise of 0.8, and what the norm had gained is gone. Do you change the noise and leave the norm?',
);

/** Worlds of which the claim is true. */
export const right: readonly Specimen<Layer>[] = [...steady, ...unlucky];

/** The world as it was found. */
export const found: readonly Specimen<Layer>[] = [
  {
    name: 'a world in which shift goes along',
    layer: normDecides,
    says: 'In this world the norm helps, and it lessens the shift, and the one has nothing to do with the other. Both are seen together in every run, unless somebody puts the shift back.',
  },
];

/** Other worlds of which the claim is false. */
export const disguised: readonly Specimen<Layer>[] = [
  {
    name: 'a world in which shift helps',
    layer: world(({ norm }, shift) => (norm ? 160 : 320) - 20 * Math.min(shift, 1.5)),
    says: 'In this world more shift makes training a little faster. Ask whether steps go up when shift is put back behind the norm.',
  },
  {
    name: 'a world in which a tenth is due to shift',
    layer: world(({ norm }, shift) => (norm ? 130 : 280) + 20 * shift),
    says: 'In this world a tenth of the gain is due to shift. The claim is that shift is the reason: at least half of the gain should be gone when it is back.',
  },
  {
    name: 'a world in which shift matters without a norm only',
    layer: world(({ norm }, shift) => (norm ? 140 : 100 + 200 * shift)),
    says: 'In this world shift slows down the bare net and not the one with a norm. Put it back where the claim says that its absence helps: behind the norm.',
  },
  {
    name: 'a world in which nothing matters',
    layer: world(() => 200),
    says: 'In this world the norm gains nothing, so there is nothing to explain. Ask first whether it trains faster.',
  },
];

/** Tell experiments apart; nobody is graded by them. */
export const telling: readonly Specimen<Layer>[] = [
  {
    name: 'the least noise is enough',
    layer: (setting) => ({ shift: shiftOf(setting), steps: setting.norm && setting.noise === 0 ? 100 : 300 }),
    says: '',
  },
  {
    name: 'no shift at all',
    layer: ({ norm, noise }) => ({ shift: 0, steps: (norm ? 100 : 300) + 200 * noise }),
    says: '',
  },
  { name: 'shift, and no steps', layer: (setting) => ({ shift: shiftOf(setting), steps: 0 }), says: '' },
];
