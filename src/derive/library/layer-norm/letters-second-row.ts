import type { Letters } from '../../derivation.js';

/**
 * The same letters and a second row z made of the first, normalized in the same way to ẑ.
 *
 * @example
 * withSecondRow(layerNormLetters, 'x[i] + t', { t: 'number' });
 */
export function withSecondRow(
  letters: Letters,
  z: string,
  more: Readonly<Record<string, string>> = {},
): Letters {
  const eps = 'eps' in letters.variables ? ' + eps' : '';
  return {
    ...letters,
    variables: { ...letters.variables, ...more },
    definitions: {
      ...letters.definitions,
      'z[i]': z,
      zmu: 'mean(k, z[k])',
      zvariance: 'mean(k, (z[k] - zmu)^2)',
      'zhat[i]': `(z[i] - zmu) / sqrt(zvariance${eps})`,
    },
    tex: { ...letters.tex, zmu: '\\mu(z)', zvariance: '\\sigma^2(z)', zhat: '\\hat{z}' },
  };
}
