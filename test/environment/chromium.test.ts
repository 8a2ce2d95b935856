interface System {
  readonly env: Record<string, string>;
  readonly platform: string;
  readonly isFile: (file: string) => boolean;
}
interface Module {
  findChromium(system: System): string | undefined;
}
const { findChromium } = jest.requireActual<Module>('../../environment/chromium.mjs');

const find = (platform: string, env: Record<string, string>, ...files: string[]): string | undefined =>
  findChromium({ platform, env, isFile: (file) => files.includes(file) });

test('CHROMIUM wins, and is not replaced by another where it is wrong', () => {
  const env = { CHROMIUM: '/programs/chromium', PATH: '/usr/bin' };
  expect(find('linux', env, '/programs/chromium', '/usr/bin/chromium')).toBe('/programs/chromium');
  expect(find('linux', env, '/usr/bin/chromium')).toBeUndefined();
});

test('the PATH is searched', () => {
  expect(find('linux', { PATH: '/a:/b' }, '/b/google-chrome')).toBe('/b/google-chrome');
});

test('macOS and Windows have their usual places', () => {
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  const windows = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
  expect(find('darwin', {}, mac)).toBe(mac);
  expect(find('win32', { PROGRAMFILES: 'C:\\Program Files' }, windows)).toBe(windows);
});

test('where there is none, none is named', () => {
  expect(find('linux', { PATH: '/usr/bin' })).toBeUndefined();
});
