import { warmUpOrNot } from '../../src/experiments/warm-up.js';
import { asIf, misjudged } from './as-if.js';
import { firstLosses } from './first-losses.js';

const losses = (arm: string, sabotage?: string): unknown[] =>
  firstLosses(warmUpOrNot, arm, sabotage === undefined ? {} : { sabotage });

test('with and without a warm-up training starts at the same loss and then goes different ways', () => {
  const [with_, without] = [losses('post+warm-up'), losses('post')];
  expect(with_[0]).toBe(without[0]);
  expect(with_[1]).not.toBe(without[1]);
});

test('each sabotage makes of an arm what its words say', () => {
  expect(losses('post+warm-up', 'no-warm-up')).toEqual(losses('post'));
  expect(losses('post', 'warm-up-everywhere')).toEqual(losses('post+warm-up'));
  expect(losses('pre', 'norm-on-the-stream')).toEqual(losses('post'));
  expect(losses('pre+warm-up', 'norm-on-the-stream')).toEqual(losses('post+warm-up'));
});

test('the claims hold on what PyTorch measured, and notice what is wrong with it', () => {
  const measured: Readonly<Record<string, number>> = {
    post: 1.797,
    'post+warm-up': 0.426,
    pre: 0.084,
    'pre+warm-up': 0.114,
  };
  const results = asIf(warmUpOrNot, ({ arm }) => ({ evalLoss: measured[arm], lossByStep: [2, 1] }));
  expect(misjudged(warmUpOrNot, results)).toEqual([]);
});
