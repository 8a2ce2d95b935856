/** A line that cannot be read at all: one sentence with the place. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** A line that can be read, but whose indices do not fit: one sentence with the place. */
export class ShapeMistake extends Error {
  override readonly name = 'ShapeMistake';
}

/** A point outside the domain of a line, such as one where it divides by zero. Another point is drawn. */
export class OutsideDomain extends Error {
  override readonly name = 'OutsideDomain';
}

/** The one that is thrown: half of all points lie outside some domain, and a new error each time would cost its stack. */
export const outsideDomain: OutsideDomain = new OutsideDomain();

/** An operation that a number field does not have, such as the logarithm in a finite one. Another field decides. */
export class NotInThisField extends Error {
  override readonly name = 'NotInThisField';
}
