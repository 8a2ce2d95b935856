import { runInNewContext } from 'node:vm';
import { placementExplorer, placementInWords, placementPicture } from '../../src/plot/index.js';
import type { PlacementState } from '../../src/plot/index.js';
import { rangesOf } from '../../src/plot/explorer/picture.js';
import { explore } from '../../src/plot/explorer/drive.js';
import { placementStates } from './examples.js';
import { FakePage } from './turning/fake-page.js';

const initial = { placement: 'Pre-LN', depth: 12 };
const widget = placementExplorer(placementStates, { initial });
const script = /<script>([^]*)<\/script>/.exec(widget.html)![1];
const data = /data-exploration="([^"]*)"/
  .exec(widget.html)![1]
  .replace(/&quot;/g, '"')
  .replace(/&#39;/g, "'")
  .replace(/&lt;/g, '<')
  .replace(/&gt;/g, '>')
  .replace(/&amp;/g, '&');
const ranges = rangesOf(placementStates);
const drawn = (state: PlacementState): string => placementPicture(state, ranges);
const state = (placement: string, depth: number): PlacementState =>
  placementStates.find((one) => one.placement === placement && one.depth === depth)!;

/** The piece after its script has run, with or without the library in the page. */
function started(
  normlab?: object,
  readyState = 'complete',
): { page: FakePage; press: (words: string) => void } {
  const page = new FakePage(data, 'exploration', 'explorer');
  page.readyState = readyState;
  runInNewContext(script, { document: page, normlab, setTimeout: (then: () => void) => then() });
  const press = (words: string): void =>
    void page
      .all('button')
      .find(({ textContent }) => textContent === words)!
      .fire('click', {});
  return { page, press };
}

it('shows the state it starts with, its buttons pressed', () => {
  const { page } = started();
  expect(page.picture.innerHTML).toBe(drawn(state('Pre-LN', 12)));
  const pressed = page.all('button').filter((one) => one.attributes['aria-pressed'] === 'true');
  expect(pressed.map(({ textContent }) => textContent)).toEqual(['12', 'Pre-LN']);
  expect(page.still.style.display).toBe('none');
  expect(explore.name).toBe('explore');
});

it('changes placement and depth, each by its own buttons, in the picture and in words', () => {
  const { page, press } = started();
  press('Post-LN');
  expect(page.picture.innerHTML).toBe(drawn(state('Post-LN', 12)));
  press('6');
  expect(page.picture.innerHTML).toBe(drawn(state('Post-LN', 6)));
  expect(page.words()).toContain(placementInWords(state('Post-LN', 6)));
  expect(page.picture.attributes['aria-label']).toBe(placementInWords(state('Post-LN', 6)));
});

it('offers no combination where the library is not in the page, and says where it is', () => {
  const { page } = started();
  expect(page.words()).toContain('there the library is in the page');
  expect(page.words()).not.toContain('Press any of them');
  expect(page.shownButtons()).toEqual(['6', '12', 'Post-LN', 'Pre-LN', 'No norm']);
});

it('waits for a library that comes after it, in a page that is still read', () => {
  const { page } = started(undefined, 'loading');
  expect(page.shownButtons()).toContain('norm before');
  expect(page.words()).toContain('Press any of them');
  page.finish();
  expect(page.shownButtons()).not.toContain('norm before');
});

it('computes any combination where the library is there, and again at another depth', () => {
  const asked: object[] = [];
  const placementProfile = (sockets: { depth: number }): PlacementState => {
    asked.push(sockets);
    return state('Post-LN', sockets.depth);
  };
  const { page, press } = started({ placementProfile, placementPicture, placementInWords });
  press('6');
  expect(asked).toEqual([]);
  for (const words of ['norm before', 'α on the stream', 'norm before', 'norm on the sum']) press(words);
  expect(asked[asked.length - 1]).toEqual({
    before: false,
    after: false,
    sum: true,
    alpha: true,
    gate: false,
    depth: 6,
  });
  expect(page.all('svg')[1].innerHTML).toBe(drawn(state('Post-LN', 6)));
  press('12');
  expect(asked[asked.length - 1]).toMatchObject({ alpha: true, depth: 12 });
  expect(page.all('svg')[1].innerHTML).toBe(drawn(state('Post-LN', 12)));
});

it('says what went wrong where a combination cannot be computed', () => {
  const placementProfile = (): never => {
    throw new RangeError('no such block');
  };
  const { page, press } = started({ placementProfile, placementPicture, placementInWords });
  press('gate on the branch');
  expect(page.words()).toContain('RangeError: no such block');
});

it('fetches nothing, asks an export for the library, and has all numbers as a table', () => {
  expect(widget.html.match(/<\/script>/g)).toHaveLength(1);
  expect(widget.html.replace(/http:\/\/www\.w3\.org\/2000\/svg/g, '')).not.toMatch(
    /https?:|import|require|fetch\(/,
  );
  expect(widget.html).toContain('data-uses="normlab"');
  expect(widget.records.rows).toContainEqual(['Pre-LN', 6, 2, 3, expect.closeTo(3.3, 12), 0.5]);
});

it('refuses states that are there twice, none, and a start that is none of them', () => {
  expect(() => placementExplorer([])).toThrow(RangeError);
  expect(() => placementExplorer([...placementStates, placementStates[0]])).toThrow(/its own placement/);
  expect(() => placementExplorer(placementStates, { initial: { placement: 'X', depth: 1 } })).toThrow(
    /choose one of Post-LN, 6 blocks/,
  );
});
