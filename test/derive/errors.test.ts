import {
  NotInThisField,
  OutsideDomain,
  outsideDomain,
  ShapeMistake,
  Unreadable,
} from '../../src/derive/errors.js';

test('each error knows its name', () => {
  const all = [new Unreadable(''), new ShapeMistake(''), new OutsideDomain(), new NotInThisField()];
  expect(all.map(({ name }) => name)).toEqual([
    'Unreadable',
    'ShapeMistake',
    'OutsideDomain',
    'NotInThisField',
  ]);
  expect(outsideDomain).toBeInstanceOf(OutsideDomain);
});
