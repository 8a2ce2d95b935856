import type { RightVersion, WrongVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import type { Layer, Seen } from './layers.js';

/** Names of the checks. */
export const [believing, refusing, disguises] = [
  'says true where shift is the reason',
  'says false where shift goes along with the reason',
  'says false of other worlds in which it is not',
];

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
/** Means over eight seeds. */
function seen(world: Layer, norm: boolean, noise: number): Seen {
  const runs = seeds.map((seed) => world({ norm, noise, seed }));
  const mean = (part: keyof Seen): number => runs.reduce((total, run) => total + run[part], 0) / runs.length;
  return { shift: mean('shift'), steps: mean('steps') };
}
const gain = (world: Layer): number => seen(world, false, 0).steps - seen(world, true, 0).steps;
/** How much of the gain is gone when the shift is put back behind the norm. */
const gone = (world: Layer, noise = 0.8): number =>
  (seen(world, true, noise).steps - seen(world, true, 0).steps) / gain(world);

/** Plausible experiments that do not do. */
export const wrong: readonly WrongVersion<Experiment<Layer>>[] = [
  {
    name: 'the verdict the wrong way round',
    says: 'You say true where the shift is not the reason.',
    caughtBy: believing,
    candidate: (world) => !(gain(world) > 30 && gone(world) > 0.5),
  },
  {
    name: 'never true',
    says: 'Your experiment says false of every world. In which would it believe the claim?',
    caughtBy: believing,
    candidate: (world) => seen(world, true, 0).steps < 0,
  },
  {
    name: 'no noise that is worth the name',
    says: 'The noise that you add is too small to bring the shift back: without a norm it is 1, with one 0.2.',
    caughtBy: believing,
    candidate: (world) => gain(world) > 30 && gone(world, 0.05) > 0.5,
  },
  {
    name: 'one seed',
    says: 'One seed, or two, are too few: steps scatter, and one run in four may go quite otherwise. Take means over several seeds, in each setting.',
    caughtBy: believing,
    candidate: (world: Layer): boolean => {
      const [bare, normed, shifted] = [[false, 0] as const, [true, 0] as const, [true, 0.8] as const].map(
        ([norm, noise]) => world({ norm, noise, seed: 1 }).steps,
      );
      return bare > normed + 30 && shifted - normed > (bare - normed) / 2;
    },
  },
  {
    name: 'both go together',
    says: 'You ask whether the norm lessens the shift and trains faster. Both may be so without the one being the reason for the other: change the shift and leave the norm.',
    caughtBy: refusing,
    candidate: (world: Layer): boolean => {
      const [bare, normed] = [seen(world, false, 0), seen(world, true, 0)];
      return normed.shift < bare.shift && gain(world) > 30;
    },
  },
  {
    name: 'only the shift',
    says: 'You ask whether the norm lessens the shift. It does in all of these worlds: what does that do to the steps?',
    caughtBy: refusing,
    candidate: (world) => seen(world, true, 0).shift < seen(world, false, 0).shift,
  },
  {
    name: 'only the steps',
    says: 'You ask whether the norm trains faster. That it helps is no reason why: nothing in your experiment changes the shift.',
    caughtBy: refusing,
    candidate: (world) =>
      gain(world) > 30 && Number.isFinite(seen(world, true, 0).steps) && seen(world, true, 0).steps > 0,
  },
  {
    name: 'noise without a norm',
    says: 'You add noise to the net without a norm only. The claim is about the one with: put back there, behind the norm, the shift that it has taken away.',
    caughtBy: disguises,
    candidate: (world) =>
      gain(world) > 30 && (seen(world, false, 0.8).steps - seen(world, false, 0).steps) / gain(world) > 0.5,
  },
  {
    name: 'any slowing down',
    says: 'You take any slowing down for the whole. A tenth of the gain is not the reason: ask whether half of it or more is gone.',
    caughtBy: disguises,
    candidate: (world) => gain(world) > 30 && gone(world) > 0.04,
  },
];

/** Experiments that do, each in its own way. */
export const rightExperiments: readonly RightVersion<Experiment<Layer>>[] = [
  { name: 'half of the gain gone', candidate: (world) => gain(world) > 30 && gone(world) > 0.5 },
  {
    name: 'nearer to the bare net than to the normed one',
    candidate: (world: Layer): boolean => {
      const [bare, normed, noisy] = [
        seen(world, false, 0).steps,
        seen(world, true, 0).steps,
        seen(world, true, 0.9).steps,
      ];
      return bare > normed + 30 && Math.abs(noisy - bare) < Math.abs(noisy - normed);
    },
  },
  {
    name: 'as much noise as brings the shift back',
    candidate: (world: Layer): boolean => {
      const noise = seen(world, false, 0).shift - seen(world, true, 0).shift;
      return gain(world) > 30 && gone(world, noise) > 0.4;
    },
  },
  {
    name: 'two amounts of noise',
    candidate: (world) => gain(world) > 30 && gone(world, 0.7) > 0.35 && gone(world, 1.6) > 0.8,
  },
];
