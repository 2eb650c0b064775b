import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkDigitOf, isInStoreCode, readGtin, spellingsOf, type Gtin } from '../../../src/domain/ean/gtin.js';

const gtin = (text: string): Gtin => {
  const read = readGtin(text);
  if (typeof read === 'string') throw new Error(`${text}: ${read}`);
  return read;
};

/** The digits of a GTIN before its check digit. */
const body = fc
  .constantFrom(7, 11, 12, 13)
  .chain((length) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }))
  .map((digits) => digits.join(''));

describe('reading a GTIN', () => {
  it.each([
    ['96385074', 'GTIN-8', '00000096385074'],
    ['036000291452', 'GTIN-12', '00036000291452'],
    ['5941234567899', 'GTIN-13', '05941234567899'],
    ['15941234567896', 'GTIN-14', '15941234567896'],
    [' 5941234567899\n', 'GTIN-13', '05941234567899'],
  ])('takes %j as %s', (text, format, gtin14) => expect(readGtin(text)).toEqual({ ean: text.trim(), format, gtin14 }));

  it.each([
    ['', 'ean-empty'],
    ['   ', 'ean-empty'],
    ['594123456789X', 'ean-not-digits'],
    ['594-1234567899', 'ean-not-digits'],
    ['٥٩٤١٢٣٤٥٦٧٨٩٩', 'ean-not-digits'],
    ['5941234567899', null],
    ['594123456789', 'ean-check-digit'],
    ['59412345678', 'ean-length'],
    ['123456', 'ean-length'],
    ['000005941234567899', 'ean-length'],
    ['5941234567890', 'ean-check-digit'],
    ['5914234567899', 'ean-check-digit'],
  ])('says of %j: %s', (text, fault) => {
    const read = readGtin(text);
    expect(typeof read === 'string' ? read : null).toBe(fault);
  });

  it('computes the worked example of the reference', () => expect(checkDigitOf('594123456789')).toBe(9));

  it('accepts exactly one last digit', () =>
    fc.assert(
      fc.property(body, (digits) => {
        const accepted = [...'0123456789'].filter((last) => typeof readGtin(`${digits}${last}`) !== 'string');
        expect(accepted).toEqual([String(checkDigitOf(digits))]);
      }),
    ));

  it('finds every single mistyped digit', () =>
    fc.assert(
      fc.property(body, fc.nat(12), fc.integer({ min: 1, max: 9 }), (digits, place, shift) => {
        const code = `${digits}${checkDigitOf(digits)}`;
        const at = place % code.length;
        const wrong = (Number(code[at]) + shift) % 10;
        expect(readGtin(`${code.slice(0, at)}${wrong}${code.slice(at + 1)}`)).toBe('ean-check-digit');
      }),
    ));

  it('keeps the check digit when zeros are put before it', () =>
    fc.assert(
      fc.property(body, (digits) => {
        const code = gtin(`${digits}${checkDigitOf(digits)}`);
        expect(gtin(code.gtin14).gtin14).toBe(code.gtin14);
      }),
    ));

  it('never throws, whatever is typed', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(readGtin(text)).toBeDefined())));
});

describe('spelling a GTIN for a catalogue', () => {
  it.each([
    ['5941234567899', ['5941234567899']],
    ['05941234567899', ['5941234567899']],
    ['036000291452', ['036000291452', '0036000291452']],
    ['0036000291452', ['0036000291452', '036000291452']],
    ['96385074', ['96385074']],
    ['0000096385074', ['0000096385074', '000096385074', '96385074']],
    ['15941234567896', ['15941234567896']],
  ])('writes %s as %j', (text, spellings) => expect(spellingsOf(gtin(text))).toEqual(spellings));

  it('writes the same number always', () =>
    fc.assert(
      fc.property(body, (digits) => {
        const code = gtin(`${digits}${checkDigitOf(digits)}`);
        for (const spelling of spellingsOf(code)) expect(gtin(spelling).gtin14).toBe(code.gtin14);
      }),
    ));
});

describe('codes of one shop', () => {
  it.each([
    ['2012345678903', true],
    ['0212345678909', true],
    ['0412345678903', true],
    ['5941234567899', false],
    ['20123451', false],
  ])('%s: %s', (text, isInStore) => expect(isInStoreCode(gtin(text))).toBe(isInStore));
});
