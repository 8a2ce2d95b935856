import { astype, mul } from '../../../autograd/index.js';
import type { Tensor } from '../../../autograd/index.js';
import type { Specimen } from '../../judging.js';
import { layerNorms } from '../layer-norms.js';
import type { Layer } from './layers.js';

/** Tell apart what experiments look at; nobody is graded by them. */
export const telling: readonly Specimen<Layer>[] = [
  {
    name: 'right in float64',
    layer: (x: Tensor) => (x.dtype === 'float64' ? layerNorms['the LayerNorm of the library'](x) : mul(x, 0)),
    says: '',
  },
  { name: 'gives x back', layer: (x: Tensor) => x, says: '' },
  { name: 'gives zeros', layer: (x: Tensor) => mul(x, 0), says: '' },
  {
    name: 'gives float64',
    layer: (x: Tensor) => layerNorms['the LayerNorm of the library'](astype(x, 'float64')),
    says: '',
  },
  {
    name: 'a tenth too large',
    layer: (x: Tensor) => mul(1.1, layerNorms['the LayerNorm of the library'](x)),
    says: '',
  },
];
