/** AdaIN of one sample, and LayerNorm with a scale and a shift for each sample. */
import { adaIN, adaLayerNorm, reshape } from '../../../index.js';
import { Called, counterpartsOf } from './computed.js';
import type { Counterpart } from './given.js';

const styled = new Called(['x', 'style'], ({ x, style }, { eps }) => {
  const [image, of] = [x, style].map((one) => reshape(one, [1, ...one.shape]));
  return reshape(adaIN({ x: image, style: of }, { eps }), x.shape);
});
const conditioned = new Called(['x', 'scale', 'shift'], ({ x, scale, shift }, { eps }) =>
  adaLayerNorm({ x, scale, shift }, { eps }),
);

export const adaptiveCounterparts: Readonly<Record<string, Counterpart>> = counterpartsOf({
  'ada-in-dstyle': styled.gradient('style', 'i', 'p'),
  'ada-in-dx': styled.gradient('x', 'i', 's'),
  'ada-layer-norm-dscale': conditioned.gradient('scale', 'n', 'i'),
});
