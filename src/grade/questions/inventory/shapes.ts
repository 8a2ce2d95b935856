/** Ideas about shapes: which axis goes, and what shares a statistic. */
import { between, oneOf } from './template.js';
import type { Template } from './template.js';
import type { Stream } from '../../../tensor/random.js';

/** [batch, words, features], three different lengths. */
function shape(random: Stream): [number, number, number] {
  return [between(random, 2, 6), between(random, 7, 12), oneOf(random, [16, 24, 32, 64, 128])];
}

const axis: Template = {
  idea: 'axis',
  title: 'Which axis disappears',
  notebook: '00',
  draw(random) {
    const [batch, words, features] = shape(random);
    return {
      text: `x has shape [batch, words, features] = [${batch}, ${words}, ${features}]. Which shape has mean(x, { axis: -1 })?`,
      right: {
        text: `[${batch}, ${words}]`,
        says: 'axis names what disappears: the last axis goes, and each word has one mean.',
      },
      wrong: [
        {
          text: `[${features}]`,
          says: 'axis names the axis that disappears, not the one that stays.',
          misconception: 'axis names what stays',
        },
        {
          text: `[${words}, ${features}]`,
          says: 'That is axis 0. −1 counts from the end: the features go.',
          misconception: '−1 is the first axis',
        },
        {
          text: `[${batch}, ${words}, ${features}]`,
          says: 'A mean puts one number in the place of many: without keepdims their axis is gone.',
          misconception: 'a reduction keeps the shape',
        },
      ],
    };
  },
};

const statistics: Template = {
  idea: 'statistics',
  title: 'How many statistics',
  notebook: '01',
  draw(random) {
    const [batch, words, features] = shape(random);
    return {
      text: `LayerNorm over the last axis of x, [batch, words, features] = [${batch}, ${words}, ${features}]: how many means does it compute?`,
      right: {
        text: String(batch * words),
        says: `One for each word: ${batch} · ${words}, each over ${features} features.`,
      },
      wrong: [
        {
          text: String(features),
          says: 'One for each feature is BatchNorm. LayerNorm takes a mean for each word, over its features.',
          misconception: 'statistics per feature',
        },
        {
          text: String(batch),
          says: 'Then the words of a sentence would share a mean. In LayerNorm each word stands alone.',
          misconception: 'statistics per sentence',
        },
        {
          text: String(2 * features),
          says: 'So many entries have γ and β together. They are learned; a mean is computed from x, for each word anew.',
          misconception: 'parameters are statistics',
        },
      ],
    };
  },
};

const whoIsTouched: Template = {
  idea: 'layer or batch',
  title: 'Who shares a statistic: LayerNorm and BatchNorm',
  notebook: '01',
  draw(random) {
    const [words, features] = [between(random, 4, 9), between(random, 10, 20)];
    const at = `x[${random.integer(words)}, ${random.integer(features)}]`;
    const says = (layer: number, batch: number): string => `${layer} by LayerNorm, ${batch} by BatchNorm`;
    return {
      text: `x has ${words} words of ${features} features. You change one number, ${at}. How many outputs may change, by LayerNorm over the features, and by BatchNorm in training?`,
      right: {
        text: says(features, words),
        says: 'LayerNorm touches the features of that word, BatchNorm that feature in all words.',
      },
      wrong: [
        {
          text: says(words, features),
          says: 'The other way round: LayerNorm takes its mean along a word, BatchNorm along the batch.',
          misconception: 'LayerNorm goes over the batch',
        },
        {
          text: says(1, 1),
          says: 'The number is part of a mean and a variance, and whoever shares those is moved with it.',
          misconception: 'an output depends on its own input only',
        },
        {
          text: says(words * features, words * features),
          says: 'Then one mean would serve all of x. LayerNorm has one for each word, BatchNorm one for each feature.',
          misconception: 'one statistic for everything',
        },
      ],
    };
  },
};

/** In the order of the course. */
export const shapeTemplates: readonly Template[] = [axis, statistics, whoIsTouched];
