/** What a Jacobian does to the directions (1, 1, …) and x̂ and to all others, in numbers and in words. */
import { eigenvalues } from './eigenvalues.js';
import { sayEps } from './epsilon-dial.js';
import { readable } from './number.js';

/** The Jacobian at one ε. */
export interface JacobianRecord {
  readonly eps: number;
  /** σ², without ε. */
  readonly variance: number;
  readonly xhat: readonly number[];
  /** jacobian[i][j] = ∂x̂ᵢ/∂xⱼ, symmetric. */
  readonly jacobian: readonly (readonly number[])[];
}

/** Two digits; what is only rounding is 0. */
export function short(value: number): string {
  return Math.abs(value) < 1e-12 ? '0' : readable(Number(value.toPrecision(2)));
}

/** √(σ² + ε)·J. */
export function scaledOf({ eps, variance, jacobian }: JacobianRecord): number[][] {
  return jacobian.map((row) => row.map((value) => Math.sqrt(variance + eps) * value));
}

/** What (1, 1, …) and x̂ are multiplied by, and how many other directions keep their length. */
export function findingOf(record: JacobianRecord): { one: number; along: number; passed: number } {
  const scaled = scaledOf(record);
  const [one, along] = [record.xhat.map(() => 1), record.xhat].map((v) => stretchOf(scaled, v));
  const kept = eigenvalues(scaled).filter((value) => Math.abs(value - 1) < 1e-6).length;
  return { one, along, passed: kept - (Math.abs(along - 1) < 1e-6 ? 1 : 0) };
}

/** By how much a matrix stretches a vector: ⟨v, Mv⟩ / ⟨v, v⟩. */
function stretchOf(matrix: readonly (readonly number[])[], v: readonly number[]): number {
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, i) => sum + value * b[i], 0);
  const image = matrix.map((row) => dot(row, v));
  return dot(v, v) === 0 ? 0 : dot(v, image) / dot(v, v);
}

/** What to see, if it is the Jacobian of a LayerNorm; else that it is not. */
export function titleOf(records: readonly JacobianRecord[]): string {
  const found = records.map(findingOf);
  const others = records[0].xhat.length - 2;
  if (found.some(({ one, passed }) => Math.abs(one) > 1e-9 || passed !== others)) {
    return 'This Jacobian does not pass all directions but two, as that of LayerNorm does';
  }
  const lost = found.every(({ along }) => Math.abs(along) < 1e-9)
    ? 'loses (1, 1, …) and x̂'
    : 'loses (1, 1, …), shrinks x̂';
  return `The Jacobian ${lost} and passes the other ${others === 1 ? 'direction' : `${others} directions`}`;
}

/** The finding at every ε. */
export function altOf(records: readonly JacobianRecord[]): string {
  const C = records[0].xhat.length;
  const told = records.map((record) => {
    const { one, along, passed } = findingOf(record);
    return `at ε = ${sayEps(record.eps)} it multiplies the direction (1, 1, …) by ${short(one)} and x̂ by ${short(along)}, and passes ${passed} directions`;
  });
  return `The Jacobian of x̂ times √(σ² + ε), ${C} by ${C}: ${told.join('; ')}.`;
}
