/** What can be seen of wrong numbers without knowing the mistake. Each sentence is true of the numbers it is said of. */

type Table = readonly (readonly number[])[];

interface Compared {
  readonly part: string;
  readonly got: Table;
  readonly right: Table;
}

type Observation = readonly [kind: string, message: string];

/** Which numbers of a table are wrong, and how, where some are right. */
export function observed({ part, got, right }: Compared): Observation | undefined {
  if (malformed({ part, got, right }) || right.length < 3) return undefined;
  const what = nameOf(part);
  return limited(what, got, right) ?? rowsAlike(what, got, right);
}

/** What is wrong with the form, before numbers count. */
export function malformed({ part, got, right }: Compared): Observation | undefined {
  const what = nameOf(part);
  const lengths = (table: Table): string =>
    `${table.length} × ${[...new Set(table.map((row) => row.length))].join(' or ') || 0}`;
  if (got.flat().length === 0 && right.flat().length > 0)
    return [
      'shape',
      `${what} comes back empty, where ${lengths(right)} numbers (rows × columns) should stand.`,
    ];
  if (lengths(got) !== lengths(right))
    return [
      'shape',
      `${what} should have ${lengths(right)} numbers (rows × columns), and has ${lengths(got)}. Which axis is reduced, and which is kept?`,
    ];
  const missing = got.flat().find((value) => !Number.isFinite(value));
  if (missing === undefined) return undefined;
  return [
    'not a number',
    `Your function gives ${missing} where a number should stand. What is divided by 0, or which root is taken of something negative or missing?`,
  ];
}

function rowsAlike(what: string, got: Table, right: Table): Observation | undefined {
  const wrong = right.flatMap((row, n) => (wrongIn(got[n], row).length > 0 ? [n] : []));
  const last = right.length - 1;
  if (!wrong.includes(last) && got.every((row) => row.every((value, c) => value === got[last][c])))
    return [
      'all rows the same',
      `All rows of ${what} are what the last should be. Is it one array that every row is written into?`,
    ];
  if (wrong.length !== 1 || wrong[0] !== last) return undefined;
  return [
    'the last row',
    `Every row of ${what} is right but the last. Where does the loop over the rows end, and what does it start with each time?`,
  ];
}

/** Numbers that should be larger and all stop at the same size. */
function limited(what: string, got: Table, right: Table): Observation | undefined {
  const [values, wanted] = [got.flat(), right.flat()];
  const wrong = wrongIn(values, wanted);
  const limit = Math.max(...values.map(Math.abs));
  const isCut = wrong.every(
    (i) =>
      Math.abs(values[i]) === limit &&
      Math.abs(wanted[i]) > limit &&
      Math.sign(wanted[i]) === Math.sign(values[i]),
  );
  const isRound = Number(limit.toPrecision(2)) === limit;
  if (wrong.length === values.length || !isCut || !isRound) return undefined;
  return [
    'clipped',
    `No number of ${what} is larger than ${limit}, where larger ones should stand; the others are right. Nobody asked for a limit.`,
  ];
}

const nameOf = (part: string): string => (part === '' ? 'the result' : part);

function wrongIn(got: readonly number[], right: readonly number[]): number[] {
  const size = Math.max(...right.map(Math.abs));
  return right.flatMap((value, i) => (Math.abs(got[i] - value) > 1e-6 * size ? [i] : []));
}
