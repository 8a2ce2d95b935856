import { deriveRoom } from './late.js';

/**
 * A text whose formulas are written in characters, for a terminal and for who has a page read out.
 *
 * @example
 * inCharacters('$c r$ is $\\hat{x}$'); // 'c r is x̂'
 */
export function inCharacters(text: string): string {
  return deriveRoom()
    .piecesOf(text)
    .map((piece) => (piece.isTex ? formulaInCharacters(piece.text) : piece.text))
    .join('');
}

const characters: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  Delta: 'Δ',
  delta: 'δ',
  varepsilon: 'ε',
  eta: 'η',
  kappa: 'κ',
  theta: 'θ',
  lambda: 'λ',
  mu: 'μ',
  nabla: '∇',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  varphi: 'φ',
  Phi: 'Φ',
  odot: '⊙',
  cdot: '·',
  dots: '…',
  top: 'ᵀ',
  cos: 'cos',
  tanh: 'tanh',
  langle: '⟨',
  rangle: '⟩',
  lVert: '‖',
  rVert: '‖',
  sqrt: '√',
  // Only how the word after them looks.
  operatorname: '',
  mathrm: '',
};
/** Marks that stand over the sign before them. */
const accents: Readonly<Record<string, string>> = {
  hat: '\u0302',
  tilde: '\u0303',
  bar: '\u0304',
  dot: '\u0307',
};

function formulaInCharacters(tex: string): string {
  return tex
    .replace(
      /\\(hat|tilde|bar|dot)\{(\\?[A-Za-z]+)\}/g,
      (_, accent: string, under: string) => under + accents[accent],
    )
    .replace(/\\([A-Za-z]+)/g, (whole, name: string) => (name in characters ? characters[name] : whole))
    .replace(/\^\{?([ᵀ23])\}?/g, (_, power: string) => raised[power])
    .replace(/√\{([^{}]*)\}/g, (_, under: string) => `√${inBrackets(under)}`)
    .replace(
      /\\t?frac\{([^{}]*)\}\{([^{}]*)\}/g,
      (_, above: string, below: string) => `${inBrackets(above)}/${inBrackets(below)}`,
    )
    .replace(/\^\{([^{}]*)\}/g, (_, power: string) => `^${inBrackets(power)}`)
    .replace(/\\([A-Za-z]+)|[{}\\]/g, '$1')
    .replaceAll('-', '−');
}

const raised: Readonly<Record<string, string>> = { ᵀ: 'ᵀ', 2: '²', 3: '³' };
const inBrackets = (text: string): string => (/[^\p{L}\p{N}]/u.test(text) ? `(${text})` : text);
