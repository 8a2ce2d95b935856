/** Checks of names that were picked out of a list. */
import { Failure } from '../exercise.js';
import type { Check } from '../exercise.js';
import { notYetWritten } from '../not-yet-written.js';

type Names = readonly string[];

/** A name without what its spelling may vary in. */
const plain = (name: string): string => name.toLowerCase().replace(/[−–]/g, '-').replace(/\s+/g, ' ').trim();

/** One thing to look at in an answer: which mistake it makes there, if one. */
export interface Look<M extends string> {
  readonly name: string;
  readonly points: number;
  mistake(answer: Names): M | undefined;
}

/** Checks that name a mistake and say what is said to it, behind the first name that is none of them; an empty list is no try. */
export function picking<M extends string>(
  id: string,
  {
    among,
    says,
    expected,
    called = 'names',
    meant = (name) => name,
    looks,
  }: {
    /** All names that can be picked. */
    readonly among: readonly string[];
    readonly says: Readonly<Record<M, string>>;
    readonly expected: string;
    /** What is picked out, where it is not names. */
    readonly called?: string;
    /** The name as the list has it, of one that says the same otherwise; its place in the answer may matter. */
    readonly meant?: (name: string, place: number) => string;
    readonly looks: readonly Look<M>[];
  },
): readonly Check<Names>[] {
  return looks.map(({ name, points, mistake }) => ({
    name,
    points,
    run(names) {
      if (names.length === 0) notYetWritten(id);
      const understood = names.map((each, place) => meant(plain(each), place));
      const found = mistake(understood);
      if (found === undefined) return;
      const stranger = names.find((_, place) => !among.includes(understood[place]));
      const first = stranger === undefined ? '' : `'${stranger}' is none of the ${called}. `;
      throw new Failure(found, first + says[found], {
        input: `${names.length} ${called}`,
        expected,
        got: `[${names.map((each) => `'${each}'`).join(', ')}]`,
      });
    },
  }));
}
