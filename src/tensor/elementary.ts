/**
 * The functions whose last bit differs between JavaScript engines, from one pure-JavaScript source, so that a run gives
 * the same numbers under every Node and in every browser. `+ − × ÷` and √ are exact by standard and need no such care.
 */
import cos from '@stdlib/math-base-special-cos';
import erf from '@stdlib/math-base-special-erf';
import expm1 from '@stdlib/math-base-special-expm1';
import log from '@stdlib/math-base-special-ln';
import log1p from '@stdlib/math-base-special-log1p';
import pow from '@stdlib/math-base-special-pow';
import sin from '@stdlib/math-base-special-sin';
import tanh from '@stdlib/math-base-special-tanh';
import { exp } from './exp.js';

export { cos, erf, exp, expm1, log, log1p, pow, sin, tanh };
