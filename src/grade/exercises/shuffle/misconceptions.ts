import { Failure } from '../../exercise.js';
import type { Shown } from '../../exercise.js';

/** Each misconception of a shuffle, and what to say to it. */
export const says = {
  'places instead of items':
    'You give back places, 0 to n − 1. What is asked for are the items at those places: items[place].',
  'drawn with repeats':
    'Some items come too often and others never: nothing keeps a place from being used twice. A shuffle uses every place once.',
  'repeats lost':
    'An item that was there twice has come out once. A Set keeps one of each; a shuffle keeps them all.',
  'something from nothing':
    'From a list without items came a list with one. What do your lines take out when there is nothing to take?',
  'items lost':
    'Your list is shorter than the one you were given. A shuffle keeps every item: how many places do your lines use, and how many items are there?',
  'items added':
    'Your list is longer than the one you were given. A shuffle only changes the order: each item comes out once.',
  'no such place':
    'Where undefined stands, a list was asked for a place that it does not have. Places run from 0 to n − 1: is everything that you look up with a place, and not an item?',
  'other items': 'Numbers came out that were not among the items. A shuffle only changes their order.',
  'equal items taken for one':
    'With items that all differ you are right. Where 20 stands twice, both came to be the same place: whoever looks for an item finds only the first that is equal, so go by places.',
  'another order each time':
    'The same seed gave two different orders. Math.random and the clock cannot be seeded; stream(name, seed) can.',
  'one stream for all calls':
    'The same seed gave two different orders: something outside your function went on where the last call had left it. Make the stream inside, afresh from its seed.',
  'nothing moves':
    'Every seed gave the items back as they were. Which of your lines puts one of them elsewhere?',
  sorted:
    'Every seed gave the items from the smallest to the largest. That is sorted, the opposite of shuffled.',
  'seed ignored': 'Every seed gave the same order. Where is seed read in your lines?',
  'too few orders':
    'Different seeds often gave the same order. How many different orders can your function make?',
  'never in its own place':
    'No item ever stays where it was. By chance one may: when place i is exchanged, it may be with itself, so draw from i + 1 places.',
  'first item stays': 'The first item never moves. Where does your loop begin, and can place 0 be drawn?',
  'not every order':
    'Some orders of three items come hardly ever or never. Turning the list or exchanging one pair does not reach every order.',
  'exchanged with any place':
    'You exchange every place with any place. That makes n · n · … equally likely ways, which n! orders cannot share evenly: exchange place i with one of the places 0 to i only.',
  'sorted by a coin':
    'You sort with a comparison that answers by chance. Sorting asks only some pairs, so items tend to stay near their places: draw one key for each item and sort by the keys.',
  unfair:
    'Every order can come, but some items come to some places far more often than to others. Which draw of yours prefers a place?',
  'input changed':
    'Your function rearranged the list it was given. Whoever called it still needs that order: make a new list.',
} as const;

/** The failure that speaks to a misconception. */
export function fails(misconception: keyof typeof says, evidence: Shown): Failure {
  return new Failure(misconception, says[misconception], evidence);
}
