import { describe, expect, it } from '@jest/globals';
import {
  countLeaves,
  filtersOf,
  parseBody,
  parseForm,
  payloadOf,
} from '../../src/infrastructure/sandbox/http/requestBody.js';

const json = (value: unknown) => parseBody('application/json', Buffer.from(JSON.stringify(value)));
const form = (text: string) => parseBody('application/x-www-form-urlencoded', Buffer.from(text));

describe('the four encodings of a request', () => {
  it.each([
    ['A, bare JSON', json({ currentPage: 1, status: 1 }), { currentPage: 1, status: 1 }],
    ['C, flat form', form('currentPage=1&status[0]=1&status[1]=2'), { currentPage: '1', status: ['1', '2'] }],
    ['D, wrapped form', form('data[currentPage]=1&data[itemsPerPage]=10'), { currentPage: '1', itemsPerPage: '10' }],
  ])('%s gives filters', (_name, body, filters) => {
    expect(filtersOf(body, true)).toEqual(filters);
  });

  it('B, JSON under data, gives none for a read: the trap', () => {
    expect(filtersOf(json({ data: { currentPage: 2, status: 1 } }), true)).toEqual({});
    expect(filtersOf(json({ data: { currentPage: 2 } }), false)).toEqual({ currentPage: 2 });
  });

  it.each([
    ['A', json([{ id: 501234, sale_price: 42.5 }]), [{ id: 501234, sale_price: 42.5 }]],
    ['B', json({ data: [{ id: 501234 }] }), [{ id: 501234 }]],
    ['D', form('data[0][id]=501234&data[0][sale_price]=42.5'), [{ id: '501234', sale_price: '42.5' }]],
  ])('%s gives a payload for a save', (_name, body, payload) => {
    expect(payloadOf(body)).toEqual(payload);
  });

  it('appends for empty brackets, plain or percent-encoded', () => {
    expect(parseForm('eans[]=1&eans%5B%5D=2')).toEqual({ eans: ['1', '2'] });
  });

  it('tells malformed JSON from none at all', () => {
    expect(parseBody('application/json', Buffer.from('{"a":')).kind).toBe('malformed');
    expect(parseBody('application/json', Buffer.from(' ')).kind).toBe('empty');
  });

  it('is not fooled by keys of the prototype', () => {
    expect(Object.getPrototypeOf(parseForm('__proto__[polluted]=1'))).toBe(Object.prototype);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('counts leaves at any depth', () => {
    expect(countLeaves({ a: 1, b: [1, { c: null, d: [] }] })).toBe(3);
  });
});
