/** Data: detectives that miss something, and what to say to each. */
import type { WrongVersion } from '../../exercise.js';
import type { WhoFunction } from './right.js';
import { whoSeesWhom, whoWith } from './right.js';

/** The names of the checks. */
export const checkNames = {
  apart: 'finds that LayerNorm keeps samples apart',
  together: 'finds that BatchNorm mixes them in training, and not in use',
  groups: 'finds groups',
  direction: 'tells who hears from who is heard',
  hidden: 'finds what is faint, or in one feature only',
  itself: 'asks whether a sample hears itself',
  shapes: 'takes batches of any size',
} as const;

type Text = readonly [name: string, says: string, candidate: WhoFunction];
const caught = (caughtBy: string, texts: readonly Text[]): WrongVersion<WhoFunction>[] =>
  texts.map(([name, says, candidate]) => ({ name, says, caughtBy, candidate }));

const sum = (row: readonly number[]): number => row.reduce((total, value) => total + value, 0);
/** The batch with another row j. */
const withRow =
  (change: (row: readonly number[], j: number) => number[]) =>
  (x: readonly number[][], j: number): number[][] =>
    x.map((row, n) => (n === j ? change(row, j) : [...row]));

const aparts = caught(checkNames.apart, [
  [
    'one number added to a sample',
    'You add one number to all features of a sample. LayerNorm subtracts it again, and the sample seems not to hear itself. Give it new numbers.',
    whoWith({ changed: withRow((row) => row.map((value) => value + 1)) }),
  ],
  [
    'a sample made larger',
    'You multiply a sample by a number. LayerNorm divides it out again. Give it new numbers.',
    whoWith({ changed: withRow((row) => row.map((value) => value * 2)) }),
  ],
  [
    'outputs added up',
    'You compare the sums of what comes out. Those of a normalized row are 0, whatever came in: compare number by number.',
    whoWith({ moved: (before, after) => Math.abs(sum(before) - sum(after)) > 1e-9 }),
  ],
  [
    'the wrong way round',
    'You write 1 where nothing moved. 1 is for a sample that hears the other.',
    whoWith({ entry: (moved, i, j) => (moved(i, j) ? 0 : 1) }),
  ],
  [
    'nothing is changed',
    'You ask the layer twice with the same numbers. Change a sample between the two calls.',
    whoWith({ changed: (x) => x.map((row) => [...row]) }),
  ],
  [
    'always 1',
    'You write 1 everywhere. Compare what came out before a change with what comes out after it.',
    whoWith({ moved: () => true }),
  ],
  [
    'changes pile up',
    'You never put a sample back before you change the next: from the second on, all the earlier ones are still changed. moved = x makes no copy; x.map((row) => [...row]) does.',
    whoWith({
      changed: (x, j) => x.map((row, n) => (n <= j ? row.map((value, c) => value * value + c) : [...row])),
    }),
  ],
  [
    'all samples changed at once',
    'You change the whole batch, so that everybody moves. Change one sample, and leave the others.',
    whoWith({ changed: (x) => x.map((row) => row.map((value, c) => value * value + c)) }),
  ],
  [
    'nobody hears itself',
    'You leave out the diagonal. What a sample makes of itself is a question too: a layer that ignores its input hears nobody.',
    whoWith({ entry: (moved, i, j) => Number(i !== j && moved(i, j)) }),
  ],
]);

const togethers = caught(checkNames.together, [
  [
    'the diagonal, whatever the layer',
    'Your table is the diagonal, whatever the layer is. Compare what comes out of it, before a change and after it.',
    (_, x) => x.map((_row, i) => x.map((_other, j) => Number(i === j))),
  ],
  [
    'only those behind',
    'You look only at samples behind the one that you change. Influence may run forward as well as back.',
    whoWith({ entry: (moved, i, j) => Number(j <= i && moved(i, j)) }),
  ],
  [
    'each sample for itself',
    'You ask of each sample whether it hears itself, and of nobody whether it hears another. Change sample j, and look at every i.',
    whoWith({ entry: (moved, i, j) => (i === j && moved(i, j) ? 1 : 0) }),
  ],
  [
    'two samples exchanged',
    'You exchange a sample with its neighbour. A mean over the batch does not feel their order: give one sample new numbers.',
    (layer, x) => {
      const y = layer(x);
      const moved = (i: number, j: number): boolean => {
        const next = (j + 1) % x.length;
        const turned = x.map((row, n) => (n === j ? x[next] : n === next ? x[j] : row));
        const z = layer(turned);
        return (i === j || i !== next) && z[i].some((value, c) => Math.abs(value - y[i][c]) > 1e-9);
      };
      return x.map((_, i) => x.map((__, j) => Number(moved(i, j))));
    },
  ],
]);

const others = [
  ...caught(checkNames.groups, [
    [
      'asked once for all',
      'You change the first sample only, and take what it does for all. Change each in turn.',
      whoWith({ entry: (moved, i, j) => Number(i === j ? moved(j, j) : moved(i === 0 ? 1 : i, 0)) }),
    ],
    [
      'anybody else',
      'You ask whether a sample hears anybody, and write 1 for all. Keep the answers of each j apart.',
      (layer, x) => {
        const sees = whoSeesWhom(layer, x);
        return sees.map((row, i) =>
          row.map((value, j) => (i === j ? value : Number(row.some((one, k) => k !== i && one === 1)))),
        );
      },
    ],
  ]),
  ...caught(checkNames.direction, [
    [
      'rows and columns exchanged',
      'Your table is turned: row i is for the one that hears, column j for the one that is heard.',
      whoWith({ entry: (moved, i, j) => Number(moved(j, i)) }),
    ],
    [
      'made symmetric',
      'You take it for granted that who is heard hears too. Influence may run one way only.',
      whoWith({ entry: (moved, i, j) => Number(moved(i, j) || moved(j, i)) }),
    ],
  ]),
  ...caught(checkNames.hidden, [
    [
      'only the first feature looked at',
      'You look at the first number of each row. Something may show in another.',
      whoWith({ moved: ([before], [after]) => Math.abs(before - after) > 1e-9 }),
    ],
    [
      'only the first feature changed',
      'You change the first number of a sample. Another one may be what is heard: change them all.',
      whoWith({ changed: withRow(([first, ...rest]) => [first + 1.5, ...rest]) }),
    ],
    [
      'nearly still is still',
      'You take what moves a little for still. Where samples are kept apart nothing moves at all: ask for less than 1e-9.',
      whoWith({ moved: (before, after) => before.some((value, c) => Math.abs(value - after[c]) > 1e-3) }),
    ],
  ]),
  ...caught(checkNames.itself, [
    [
      'everybody hears itself',
      'You write 1 on the diagonal unasked. A layer that ignores what it is given hears nobody.',
      whoWith({ entry: (moved, i, j) => Number(i === j || moved(i, j)) }),
    ],
  ]),
  ...caught(checkNames.shapes, [
    [
      'always four samples',
      'Your function is right for a batch of four. Count the samples: x.length.',
      (layer, x) => {
        const sees = whoSeesWhom(layer, x);
        return sees.map((row, i) => row.map((value, j) => (i < 4 && j < 4 ? value : 0)));
      },
    ],
  ]),
  ...caught('leaves its inputs as they were', [
    [
      'input changed',
      'Your function changes the batch that it was given, and does not put it back. Change a copy.',
      (layer, x) => {
        const sees = whoSeesWhom(layer, x);
        x[0] = x[0].map((value) => value + 1);
        return sees;
      },
    ],
  ]),
];

/** From the plainest to what a function does beside. */
export const wrongDetectives: readonly WrongVersion<WhoFunction>[] = [...aparts, ...togethers, ...others];
