import type { Alphabet } from './alphabet.js';
import type { Index } from './expression.js';

const greek = new Set(
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega'.split(
    ' ',
  ),
);
/** Names of the house that are typeset neither as one letter nor as a word. */
const ofTheHouse: Readonly<Record<string, string>> = {
  eps: '\\varepsilon',
  variance: '\\sigma^2',
  rstd: 'r',
};

/**
 * A name with its indices as TeX: as the derivation says, else a Greek letter by its name, a hat for `…hat`, and `d…`
 * before a name as one symbol with it.
 *
 * @example
 * texOfName('dgamma', ['j'], alphabet); // '{d\gamma}_{j}'
 */
export function texOfName(name: string, at: readonly Index[], alphabet: Alphabet): string {
  const tex = texOfSymbol(name, alphabet);
  if (at.length === 0) return tex;
  // TeX reads one subscript at a symbol, so one that has its own goes in braces.
  return `${tex.includes('_') ? `{${tex}}` : tex}_{${texOfIndices(at)}}`;
}

/** Indices side by side; with a comma where one is longer than a sign. */
export function texOfIndices(at: readonly Index[]): string {
  const signs = at.map((index) => String(index).replace(/^([a-z])(\d+)$/, '$1_{$2}'));
  return signs.join(signs.every((sign) => sign.length === 1) ? '' : ', ');
}

/** Whether a power can be put at a name without brackets: x², but (dx)² and (f′)². */
export function isOneSign(tex: string): boolean {
  return /^(\\?[A-Za-z]|\\[a-zA-Z]+|\\(hat|bar|mathrm|operatorname)\{[\\A-Za-z]+\})$/.test(tex);
}

function texOfSymbol(name: string, alphabet: Alphabet): string {
  const said = alphabet.tex[name] as string | undefined;
  if (said !== undefined) return /^[A-Za-z]{2,}$/.test(said) ? `{${said}}` : said;
  const own = plainSymbol(name);
  if (own !== undefined) return own;
  const [, numbered, digits] = /^([A-Za-z]+)(\d+)$/.exec(name) ?? [];
  if (numbered) return `${texOfSymbol(numbered, alphabet)}_{${digits}}`;
  const [, of] = /^d([A-Za-z]\w*)$/.exec(name) ?? [];
  if (of !== undefined && isKnown(of, alphabet)) return `{d${texOfSymbol(of, alphabet)}}`;
  const [, under] = /^([A-Za-z]+)hat$/.exec(name) ?? [];
  if (under) return `\\hat{${texOfSymbol(under, alphabet)}}`;
  return `\\mathrm{${name}}`;
}

function plainSymbol(name: string): string | undefined {
  if (name.length === 1) return name;
  if (greek.has(name)) return `\\${name}`;
  return Object.hasOwn(ofTheHouse, name) ? ofTheHouse[name] : undefined;
}

/** `dx` is the gradient of x, `deviation` not that of eviation. */
function isKnown(name: string, { variables, definitions, tex }: Alphabet): boolean {
  const isName = variables.has(name) || definitions.has(name) || Object.hasOwn(tex, name);
  return isName || plainSymbol(name) !== undefined || /^[A-Za-z]hat$/.test(name);
}
