import { z } from 'zod';
import type { InvoiceSeriesEvent } from '../../../domain/invoiceSeries/invoiceSeries.js';
import type { OfferEvent } from '../../../domain/offer/offer.js';
import type { SyncRunEvent } from '../../../domain/syncRun/syncRun.js';
import { account, decimal, id, instant, jsonObject, text, type SchemasOf } from './primitives.js';

const validation = z.strictObject({ value: z.number(), text }).nullable();

const offerStatus = z.enum(['inactive', 'active', 'end_of_life']);

const offerFacts = z.strictObject({
  name: text,
  sku: text.nullable(),
  pnk: text.nullable(),
  brand: text.nullable(),
  categoryId: text.nullable(),
  categoryName: text.nullable(),
  eans: z.array(text).readonly(),
  status: offerStatus,
  priceNet: decimal,
  minPriceNet: decimal.nullable(),
  maxPriceNet: decimal.nullable(),
  recommendedPriceNet: decimal.nullable(),
  bestOfferPriceNet: decimal.nullable(),
  currency: text,
  vatId: text.nullable(),
  vatRate: decimal.nullable(),
  stock: z.number(),
  availableStock: z.number(),
  handlingDays: z.number().nullable(),
  warrantyMonths: z.number().nullable(),
  buyButtonRank: z.number().nullable(),
  numberOfOffers: z.number().nullable(),
  validationStatus: validation,
  offerValidationStatus: validation,
  isSaleable: z.boolean(),
  imageUrl: text.nullable(),
  url: text.nullable(),
  ownership: z.enum(['eligible', 'not_eligible']).nullable(),
  extra: jsonObject,
});

const offerValues = z.strictObject({ priceNet: decimal, stock: z.number(), status: offerStatus });
const offerWish = offerValues.partial();
const ofOfferOperation = { account, offerId: id, operationId: text, at: instant };
const call = z
  .strictObject({ route: text, httpStatus: z.number().nullable(), durationMs: z.number(), requestId: text })
  .nullable();

const ofOffer = { account, offerId: id, digest: text, at: instant, syncRunId: text.optional() };

export const offerSchemas = {
  OfferReceived: z.strictObject({ ...ofOffer, facts: offerFacts }),
  OfferChanged: z.strictObject({ ...ofOffer, changed: offerFacts.partial() }),
  OfferChangeRequested: z.strictObject({ ...ofOfferOperation, wish: offerWish, before: offerValues }),
  OfferChangeAttemptStarted: z.strictObject({ ...ofOfferOperation, attemptId: text }),
  OfferChangeConfirmed: z.strictObject({ ...ofOfferOperation, wish: offerWish, shown: offerValues, call }),
  OfferChangeRefused: z.strictObject({ ...ofOfferOperation, code: text, text, call }),
  OfferConflictFound: z.strictObject({
    account,
    offerId: id,
    ours: offerWish,
    shown: offerValues,
    at: instant,
    syncRunId: text.optional(),
  }),
} satisfies SchemasOf<OfferEvent>;

const counts = z.strictObject({
  page: z.number(),
  totalPages: z.number().nullable(),
  processed: z.number(),
  totalItems: z.number().nullable(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  failed: z.number(),
});

const ofRun = { runId: text, account, kind: z.enum(['orders', 'offers']), operationId: text, at: instant };

export const syncRunSchemas = {
  SyncRunRequested: z.strictObject({
    ...ofRun,
    options: z.strictObject({
      mode: z.enum(['incremental', 'full', 'historical']),
      from: instant.nullable(),
      to: instant.nullable(),
      statuses: z.array(text).readonly().nullable(),
      maxPages: z.number().nullable(),
      includeInactive: z.boolean(),
      autoAcknowledge: z.boolean().optional(),
      conflictStrategy: z.enum(['emag_priority', 'local_priority', 'newest_wins', 'manual']).optional(),
    }),
    trigger: z.enum(['user', 'schedule', 'callback', 'start']),
    runsOfOperation: z.number(),
  }),
  SyncRunStarted: z.strictObject(ofRun),
  SyncRunProgressed: z.strictObject({ ...ofRun, counts }),
  SyncRunCompleted: z.strictObject({ ...ofRun, counts, missing: z.array(text).readonly() }),
  SyncRunFailed: z.strictObject({ ...ofRun, counts, code: text, text }),
  SyncRunCancelRequested: z.strictObject(ofRun),
  SyncRunCancelled: z.strictObject({ ...ofRun, counts }),
} satisfies SchemasOf<SyncRunEvent>;

export const invoiceSeriesSchemas = {
  InvoiceNumberClaimed: z.strictObject({
    series: text,
    sequence: z.number().int(),
    number: text,
    account,
    orderId: id,
    purpose: text,
    at: instant,
  }),
} satisfies SchemasOf<InvoiceSeriesEvent>;
