interface Answer {
  readonly command: readonly string[];
  readonly version: string;
  readonly venv: boolean;
}
interface Module {
  findPython(
    platform: { pythons: string[][]; advice: { python: string; venv: string } },
    ask: (candidate: string[]) => Answer | null,
  ): Answer;
}
const { findPython } = jest.requireActual<Module>('../../environment/python.mjs');

const advice = { python: 'install Python 3.12', venv: 'apt install python3-venv' };
const find = (versions: Record<string, string>): Answer =>
  findPython({ pythons: Object.keys(versions).map((name) => [name]), advice }, ([name = '']) => {
    const [version = '', bare] = (versions[name] ?? '').split(' ');
    return version === '' ? null : { command: [name], version, venv: bare === undefined };
  });

test('the first Python that is recent enough and has venv is taken', () => {
  expect(find({ old: '3.9', bare: '3.12 bare', good: '3.11', better: '3.13' }).command).toEqual(['good']);
});

test('versions are compared as numbers', () => {
  expect(find({ a: '4.0' }).version).toBe('4.0');
  expect(() => find({ a: '3.9' })).toThrow(/3\.9 is too old/);
});

test.each([
  [{ none: '' }, /^No Python was found: install Python 3\.12, then run this command again\.$/],
  [{ old: '3.10' }, /^Python 3\.10 is too old, 3\.11 or newer is needed: install Python 3\.12/],
  [
    { bare: '3.12 bare', old: '3.8' },
    /^Python 3\.12 .* cannot make virtual environments: apt install python3-venv/,
  ],
])('one sentence says what to do about %j', (versions, sentence) => {
  expect(() => find(versions)).toThrow(sentence);
});
