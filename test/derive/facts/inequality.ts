import type { Facts } from '../derive.js';
import { kind } from '../lines.js';

/** Which inequalities are let through, on any copy of the checker. */
export const inequalityFacts: Facts = {
  'an inequality holds where it holds at every point, and is tested, not proved': (of) => {
    expect(kind(of, 'sum(k, x[k])^2', 'C * sum(k, x[k]^2)', '<=')).toBe('tested');
    expect(kind(of, 'sum(k, x[k]^2) / C', 'mu^2', '>=')).toBe('tested');
    expect(kind(of, 'a', 'abs(a)', '<=')).toBe('tested');
    expect(kind(of, 'max(k, w[k])', '1', '<=')).toBe('tested');
    expect(kind(of, 'sum(k, w[k]^2)', '1', '<=')).toBe('tested');
    expect(kind(of, '0', 'sum(k, h[k])', '>=')).toBe('tested');
    expect(kind(of, 'a', 'a', '<=')).toBe('tested');
    expect(kind(of, 'tanh(a)^2', '1', '<=')).toBe('tested');
  },

  'an inequality is refused where it is turned round, too close, or false in few places': (of) => {
    expect(kind(of, 'C * sum(k, x[k]^2)', 'sum(k, x[k])^2', '<=')).toBe('fail');
    expect(kind(of, 'sum(k, x[k])^2', '(C - 1) * sum(k, x[k]^2)', '<=')).toBe('fail');
    expect(kind(of, 'a^2', 'a^4 + 0.2499', '<=')).toBe('fail');
    expect(kind(of, 'p', '500', '<=')).toBe('fail');
    expect(kind(of, 'p', '1 / 200', '>=')).toBe('fail');
    expect(kind(of, 'a', 'a - 1e-20', '<=')).toBe('fail');
    // At whole numbers only: 0 is the square of 0.
    expect(kind(of, 'a^2 * b^2', '1e-9', '>=')).toBe('fail');
  },
};
