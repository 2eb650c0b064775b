import type { Bucket, Handler, Route } from '../http/call.js';
import type { OrderAttachment } from '../model.js';
import { readAwb, readAwbPdf, readAwbZpl } from './awbReads.js';
import { saveAwb } from './awbSave.js';
import {
  checkSmartDeal,
  estimateCommission,
  findByEans,
  saveCampaignProposals,
  searchByEan,
} from './catalogueReads.js';
import { readCustomerInvoices, readInvoiceCategories, readInvoices } from './invoiceReads.js';
import { countOffers, readOffers } from './offerReads.js';
import { patchStock, saveMeasurements, saveOffers } from './offerSave.js';
import { acknowledgeOrder, readAttachments, saveAttachments, unlockCourier } from './orderActions.js';
import { countOrders, readOrders } from './orderReads.js';
import { saveOrders } from './orderSave.js';
import { saveProductOffers } from './productOfferSave.js';
import * as reference from './referenceReads.js';
import { countRmas, readRmas, saveRmas } from './rma.js';

const route = (path: string, bucket: Bucket, handler: Handler, methods: readonly string[] = ['POST']): Route => ({
  path,
  bucket,
  handler,
  methods,
});

/** Verbs that are not documented and yet answer on the live service (reference §2.1). */
const either = ['POST', 'GET'];

export interface RouteParts {
  /** Fetches an attachment a little later. */
  readonly fetchLater: (account: string, orderId: number, attachment: OrderAttachment) => void;
}

/** The route index of reference §8. */
export const buildRoutes = ({ fetchLater }: RouteParts): Route[] => [
  route('order/read', 'orders', readOrders),
  route('order/count', 'orders', countOrders, either),
  route('order/save', 'orders', saveOrders),
  route('order/acknowledge/:id', 'orders', acknowledgeOrder, either),
  route('order/attachments/save', 'orders', saveAttachments(fetchLater)),
  route('order/attachments/read', 'orders', readAttachments),
  route('order/unlock-courier/:id', 'orders', unlockCourier),
  route('order/:id/unlock-courier', 'orders', unlockCourier),
  route('awb/save', 'general', saveAwb),
  route('awb/read', 'general', readAwb),
  route('awb/read_pdf', 'general', readAwbPdf, ['GET']),
  route('awb/read_zpl', 'general', readAwbZpl, either),
  route('product_offer/read', 'general', readOffers),
  route('product_offer/count', 'general', countOffers),
  route('product_offer/save', 'general', saveProductOffers),
  route('offer/save', 'general', saveOffers),
  route('offer_stock/:id', 'general', patchStock, ['PATCH']),
  route('measurements/save', 'general', saveMeasurements),
  route('documentation/find_by_eans', 'ean', findByEans, ['GET']),
  route('api/v1/commission/estimate/:id', 'general', estimateCommission, ['GET']),
  route('api/v1/product/search-by-ean', 'general', searchByEan, ['GET']),
  route('smart-deals-price-check', 'general', checkSmartDeal, ['GET']),
  route('campaign_proposals/save', 'general', saveCampaignProposals),
  route('rma/read', 'general', readRmas, either),
  route('rma/count', 'general', countRmas, either),
  route('rma/save', 'general', saveRmas),
  route('invoice/categories', 'general', readInvoiceCategories),
  route('invoice/read', 'general', readInvoices),
  route('customer-invoice/read', 'general', readCustomerInvoices),
  route('courier_accounts/read', 'general', reference.readCouriers),
  route('addresses/read', 'general', reference.readAddresses),
  route('locality/read', 'general', reference.readLocalities),
  route('locality/count', 'general', reference.countLocalities, either),
  route('category/read', 'general', reference.readCategories),
  route('category/count', 'general', reference.countCategories),
  route('vat/read', 'general', reference.readVat),
  route('handling_time/read', 'general', reference.readHandlingTimes),
  route('message/read', 'general', reference.readMessages),
  route('message/count', 'general', reference.countMessages),
  route('message/save', 'general', reference.saveMessages),
];
