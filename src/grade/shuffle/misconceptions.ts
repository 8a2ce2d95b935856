import { Failure } from '../exercise.js';
import type { Shown } from '../exercise.js';

/** Each misconception of a shuffle, and what to say to it. */
export const says = {
  'places instead of items':
    'You give back places, 0 to n − 1. What is asked for are the items at those places: items[place].',
  'drawn with repeats':
    'Some items come twice and others never: each draw forgets the ones before. A shuffle uses every place once.',
  'items lost': 'Items were lost or added on the way. A shuffle only changes their order.',
  'another order each time':
    'The same seed gave two different orders. Math.random cannot be seeded; stream(name, seed) can.',
  'seed ignored': 'Every seed gave the same order. Where is seed read in your lines?',
  'too few orders':
    'Different seeds often gave the same order. How many different orders can your function make?',
  'not every order':
    'Some orders of three items come hardly ever or never. Turning the list or exchanging one pair does not reach every order.',
  'input changed':
    'Your function rearranged the list it was given. Whoever called it still needs that order: make a new list.',
} as const;

/** The failure that speaks to a misconception. */
export function fails(misconception: keyof typeof says, evidence: Shown): Failure {
  return new Failure(misconception, says[misconception], evidence);
}
