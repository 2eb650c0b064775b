import { describe, expect, it } from '@jest/globals';
import { differenceOf } from '../../../admin/src/common/listDifference.js';

describe('what came into a page of a list, and what left it', () => {
  it.each([
    ['nothing', 'abc', 'abc', 3, '', ''],
    ['a new row that pushes the last one out', 'abc', 'xab', 3, 'x', ''],
    ['a new row among others', 'abc', 'axb', 3, 'x', ''],
    ['a row that left, and the next page’s first in its stead', 'abc', 'acd', 3, '', 'b'],
    ['the last row of a full page, drawn over its end or gone, nobody can tell', 'abc', 'abd', 3, '', ''],
    ['one in, one out', 'abc', 'xac', 3, 'x', 'b'],
    ['the last row of a page that is not full', 'abc', 'ab', 5, '', 'c'],
    ['a row below the last of a page that was not full', 'ab', 'abx', 5, 'x', ''],
    ['all of them new', 'abc', 'xyz', 3, 'xyz', ''],
    ['all of them gone', 'abc', '', 3, '', 'abc'],
  ])('%s', (_what, before, after, perPage, arrived, gone) => {
    expect(differenceOf([...before], [...after], perPage)).toEqual({ arrived: [...arrived], gone: [...gone] });
  });
});
