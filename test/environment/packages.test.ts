import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

interface Module {
  packagesMatch(place: { root: string }): boolean;
}
const { packagesMatch } = jest.requireActual<Module>('../../environment/packages.mjs');

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'normlab-'));
afterAll(() => fs.rmSync(root, { recursive: true }));

const locked = {
  '': {},
  'node_modules/a': { version: '1.0.0' },
  'node_modules/w': { version: '1.0.0', optional: true },
};
const given = (installed: object | string): boolean => {
  fs.mkdirSync(path.join(root, 'node_modules'), { recursive: true });
  fs.writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify({ packages: locked }));
  const text = typeof installed === 'string' ? installed : JSON.stringify({ packages: installed });
  fs.writeFileSync(path.join(root, 'node_modules', '.package-lock.json'), text);
  return packagesMatch({ root });
};

test('what is locked and installed matches, an optional package apart', () => {
  expect(given({ 'node_modules/a': { version: '1.0.0' } })).toBe(true);
});

test('another version does not match', () => {
  expect(given({ 'node_modules/a': { version: '1.0.1' } })).toBe(false);
});

test('a missing package does not match', () => {
  expect(given({})).toBe(false);
});

test('a list that was cut short does not match', () => {
  expect(given('{ "packages": {')).toBe(false);
});

test('a folder without packages does not match', () => {
  expect(packagesMatch({ root: path.join(root, 'nowhere') })).toBe(false);
});
