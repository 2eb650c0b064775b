import type { InvoiceSeriesSetting, Settings, SettingsChange } from '../../application/ports/settings.js';
import { NO_SELLER } from '../../domain/invoice/invoiceDocument.js';
import { invoiceSeriesStream, SERIES_NAME, type InvoiceSeriesEvent } from '../../domain/invoiceSeries/invoiceSeries.js';
import { isDemonstrationSeller } from '../config/demonstrationSeller.js';
import type { HttpDeps } from './httpDeps.js';

const NAME_LENGTH = 10;

const claimsOf = async ({ eventStore }: HttpDeps, series: string) =>
  (await eventStore.read<InvoiceSeriesEvent>(invoiceSeriesStream(series))).events;

/** The next series of this name that has no number yet: `MF`, `MFB`, `MFC` … Letters, since digits run into the number. */
const unusedSeries = async (deps: HttpDeps, series: string, taken: ReadonlySet<string>): Promise<string> => {
  for (const letter of 'BCDEFGHIJKLMNOPQRSTUVWXYZ') {
    const name = `${series.slice(0, NAME_LENGTH - 1)}${letter}`;
    if (SERIES_NAME.test(name) && !taken.has(name) && (await claimsOf(deps, name)).length === 0) return name;
  }
  return series;
};

/**
 * Settings without what the demonstration put there: its seller is nobody, its accounts are in no series, and a series
 * of which it has used numbers gives way to a fresh one, so that a shop's own numbers begin where it wants them to.
 */
export const settingsAfterLeaving = async (
  deps: HttpDeps,
  left: readonly string[],
  { seller, invoiceSeries }: Settings,
): Promise<SettingsChange> => {
  const taken = new Set(invoiceSeries.map(({ series }) => series));
  const changed: InvoiceSeriesSetting[] = [];
  for (const one of invoiceSeries) {
    const accounts = one.accounts.filter((account) => !left.includes(account));
    const isUsedUp = (await claimsOf(deps, one.series)).some(({ data }) => left.includes(data.account));
    const series = isUsedUp ? await unusedSeries(deps, one.series, taken) : one.series;
    taken.add(series);
    // One that was of demonstration accounts alone would otherwise be of everybody.
    if (one.accounts.length > 0 && accounts.length === 0 && invoiceSeries.length > 1) continue;
    changed.push({ series, nextNumber: isUsedUp ? 1 : one.nextNumber, accounts });
  }
  return {
    ...(changed.length > 0 && { invoiceSeries: changed }),
    ...(isDemonstrationSeller(seller) && { seller: NO_SELLER }),
  };
};
