import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventStoreUnavailable, RevisionConflict } from '../../src/application/ports/eventStore.js';
import { MarketplaceError } from '../../src/application/ports/marketplace.js';
import { SellerIncomplete } from '../../src/application/services.js';
import { RuleViolation } from '../../src/domain/decider.js';
import { InvalidCursor } from '../../src/projections/listPage.js';
import { PROBLEMS } from '../../src/infrastructure/http/problems.js';
import { translateError } from '../../src/infrastructure/http/translateError.js';

const documentation = readFileSync('docs/problems.md', 'utf8');

const sourcesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesUnder(path);
    return path.endsWith('.ts') ? [readFileSync(path, 'utf8')] : [];
  });

describe('the catalogue of problems', () => {
  it('has a section for each code, with its status, and no section without a code', () => {
    const described = [...documentation.matchAll(/^## `([a-z-]+)` \((\d{3})\)$/gm)].map(([, code, status]) => [
      code,
      Number(status),
    ]);
    const known = Object.entries(PROBLEMS).map(([code, { status }]) => [code, status]);
    expect(described.sort()).toEqual(known.sort());
  });

  it('says something in each section', () => {
    for (const section of documentation.split(/^## /m).slice(1)) {
      const [heading = '', ...text] = section.split('\n');
      expect([heading, text.join(' ').trim().length > 40]).toEqual([heading, true]);
    }
  });

  it('knows every rule that domain and application refuse by', () => {
    const codesIn = (folder: string, call: RegExp): string[] =>
      sourcesUnder(folder).flatMap((source) => [...source.matchAll(call)].map(([, code]) => code ?? ''));
    const codes = [
      ...codesIn('src/domain', /(?:new RuleViolation|refuse)\(\s*'([a-z-]+)'/g),
      ...codesIn('src/application', /new RuleViolation\(\s*'([a-z-]+)'/g),
    ];
    expect(codes.length).toBeGreaterThan(10);
    expect([...new Set(codes)].filter((code) => !Object.hasOwn(PROBLEMS, code))).toEqual([]);
  });

  it('has no code that nobody answers with', () => {
    const sources = ['src/domain', 'src/application', 'src/infrastructure/http']
      .flatMap(sourcesUnder)
      .filter((source) => !source.includes('export const PROBLEMS'))
      .join('\n');
    expect(Object.keys(PROBLEMS).filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
  });

  it.each([
    [new InvalidCursor(), 'validation-failed'],
    [new MarketplaceError('unreachable', 'no answer', true), 'marketplace-timeout'],
    [new MarketplaceError('credentials-refused', 'no', false), 'marketplace-credentials-refused'],
    [new EventStoreUnavailable('away'), 'event-store-unavailable'],
    [new RevisionConflict('order-main-1', 1n, 2n), 'write-conflict'],
    [new SellerIncomplete(['fiscalCode']), 'seller-incomplete'],
    [Object.assign(new Error('terminating connection'), { code: '57P01' }), 'database-unavailable'],
  ])('translates %s', (error, code) => expect(translateError(error, false)?.code).toBe(code));

  it('tells nothing of what it does not know', () => {
    expect(translateError(Object.assign(new Error('duplicate key'), { code: '23505' }), false)).toBeUndefined();
  });

  it('keeps a rule that it does not know from looking like a fault of ours', () => {
    expect(translateError(new RuleViolation('brand-new-rule', 'not now'), false)).toMatchObject({
      code: 'rule-violated',
      status: 409,
    });
  });
});
