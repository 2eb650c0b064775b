import type { z } from 'zod';
import type { InvoiceSeriesSetting, Settings, SettingsChange } from '../../application/ports/settings.js';
import type { Seller } from '../../domain/invoice/invoiceDocument.js';
import { invoiceSeriesStream, type InvoiceSeriesEvent } from '../../domain/invoiceSeries/invoiceSeries.js';
import { jsonDiff } from '../../projections/orderList/jsonDiff.js';
import { positionHeaders } from './answer.js';
import { auditContextOf } from './auditing.js';
import type { HttpDeps } from './httpDeps.js';
import { HttpProblem } from './problems.js';
import type { RequestFacts } from './route.js';
import { SELLER_FIELDS, type settingsBody } from './schemas/settings.js';

/** Whose key encrypts what was changed of the seller's contact. */
const SELLER_PERSON = 'seller';

const sellerOnTheWire = (seller: Seller): Record<string, string> =>
  Object.fromEntries(Object.entries(seller).map(([field, value]) => [SELLER_FIELDS[field] ?? field, String(value)]));

const changedSeller = (seller: Seller, change: z.output<typeof settingsBody>['seller']): Seller => ({
  name: change?.name ?? seller.name,
  fiscalCode: change?.fiscal_code ?? seller.fiscalCode,
  registration: change?.registration ?? seller.registration,
  address: change?.address ?? seller.address,
  city: change?.city ?? seller.city,
  county: change?.county ?? seller.county,
  postcode: change?.postcode ?? seller.postcode,
  country: change?.country ?? seller.country,
  iban: change?.iban ?? seller.iban,
  contact: change?.contact ?? seller.contact,
  phone: change?.phone ?? seller.phone,
});

/** What the log says of a series of which no invoice is in the lists: those of a left demonstration, say. */
const claimedNext = async ({ eventStore }: Pick<HttpDeps, 'eventStore'>, series: string): Promise<number | null> => {
  const { events, revision } = await eventStore.read<InvoiceSeriesEvent>(invoiceSeriesStream(series), { maxCount: 1 });
  // Numbers have no gaps: the first and how many there are tell the last.
  return events[0] === undefined ? null : events[0].data.sequence + Number(revision) + 1;
};

/** The number that comes after the last one issued; null while the series is empty, and the setting counts. */
const numberAfterLast = async (
  deps: Pick<HttpDeps, 'invoiceQueries' | 'eventStore'>,
  series: string,
): Promise<number | null> => {
  const { items } = await deps.invoiceQueries.list(
    { series },
    { page: 1, itemsPerPage: 1, sort: 'number', order: 'desc' },
  );
  const last: unknown = items[0] === undefined ? null : JSON.parse(items[0]);
  const number = typeof last === 'object' && last !== null && 'number' in last ? String(last.number) : '';
  const issued = /([0-9]+)$/.exec(number)?.[1];
  return issued === undefined ? claimedNext(deps, series) : Number(issued) + 1;
};

/** What settings are shown with: the accounts there are, and how far each series is. */
interface Surroundings {
  readonly accounts: readonly string[];
  readonly numbers: ReadonlyMap<string, number | null>;
}

const surroundingsOf = async (deps: HttpDeps, series: readonly InvoiceSeriesSetting[]): Promise<Surroundings> => {
  const names = [...new Set(series.map(({ series: name }) => name))];
  const numbers = names.map(async (name) => [name, await numberAfterLast(deps, name)] as const);
  const accounts = await deps.marketplace.accounts();
  return { accounts: accounts.map(({ key }) => key), numbers: new Map(await Promise.all(numbers)) };
};

const viewOf = ({ seller, invoiceSeries, automation }: Settings, { accounts, numbers }: Surroundings) => ({
  seller: sellerOnTheWire(seller),
  invoice_series: invoiceSeries.map(({ series, nextNumber: first, accounts: keys }) => ({
    series,
    next_number: numbers.get(series) ?? first,
    accounts: keys,
  })),
  automation: Object.fromEntries(
    accounts.map((key) => [key, { auto_acknowledge: automation[key]?.autoAcknowledge ?? false }]),
  ),
});

export type SettingsView = ReturnType<typeof viewOf>;

/** Settings as the contract shapes them; every configured account has its switches. */
export const settingsView = async (deps: HttpDeps, settings: Settings): Promise<SettingsView> =>
  viewOf(settings, await surroundingsOf(deps, settings.invoiceSeries));

const refuse = (pointer: string, detail: string): never => {
  throw new HttpProblem('request-impossible', detail, { errors: [{ pointer, detail }] });
};

/**
 * @throws HttpProblem `request-impossible` for series twice, an account in two series, an account that nobody has, and
 *   another next number for a series that has invoices: numbers have no gaps and never come twice
 */
export const settingsChange = async (
  deps: HttpDeps,
  settings: Settings,
  body: z.output<typeof settingsBody>,
): Promise<SettingsChange> => {
  const known = new Set((await deps.marketplace.accounts()).map(({ key }) => key));
  const series = body.invoice_series?.map(({ series: name, next_number, accounts }) => ({
    series: name.toUpperCase(),
    nextNumber: next_number,
    accounts,
  }));
  const seen = new Set<string>();
  const taken = new Set<string>();
  for (const [index, one] of (series ?? []).entries()) {
    if (seen.has(one.series)) refuse(`/invoice_series/${index}/series`, `The series ${one.series} is there twice`);
    seen.add(one.series);
    const next = await numberAfterLast(deps, one.series);
    if (next !== null && next !== one.nextNumber) {
      refuse(`/invoice_series/${index}/next_number`, `The series ${one.series} goes on at ${next}`);
    }
    for (const account of one.accounts) {
      if (!known.has(account)) refuse(`/invoice_series/${index}/accounts`, `There is no account ${account}`);
      if (taken.has(account)) refuse(`/invoice_series/${index}/accounts`, `Account ${account} is in two series`);
      taken.add(account);
    }
  }
  for (const account of Object.keys(body.automation ?? {})) {
    if (!known.has(account)) refuse(`/automation/${account}`, `There is no account ${account}`);
  }
  return {
    ...(body.seller && { seller: changedSeller(settings.seller, body.seller) }),
    ...(series && { invoiceSeries: series }),
    ...(body.automation && {
      automation: {
        ...settings.automation,
        ...Object.fromEntries(
          Object.entries(body.automation).map(([key, { auto_acknowledge }]) => [
            key,
            { autoAcknowledge: auto_acknowledge },
          ]),
        ),
      },
    }),
  };
};

/** Saves what is different, and the log remembers who changed what. */
export const saveSettings = async (
  deps: HttpDeps,
  change: SettingsChange,
  facts: RequestFacts,
): Promise<{ readonly after: SettingsView; readonly headers: Record<string, string> }> => {
  const { invoiceSeries } = await deps.sellerSettings.read();
  const around = await surroundingsOf(deps, [...invoiceSeries, ...(change.invoiceSeries ?? [])]);
  const at = deps.clock.now().toISOString();
  const { outcome: saved, told } = await deps.audit.act(auditContextOf(facts), (factsOf) =>
    deps.sellerSettings.save(
      change,
      ({ before, after }) => {
        const changes = jsonDiff(viewOf(before, around), viewOf(after, around));
        if (changes.length === 0) return [];
        const changed = changes.map(({ path }) => path);
        const data = { changed, personId: SELLER_PERSON, personal: { changes }, at };
        return factsOf({ type: 'SettingsChanged', data });
      },
      facts.expectedRevision,
    ),
  );
  const { revision } = saved;
  return { after: viewOf(saved, around), headers: positionHeaders({ ...(await told), revision }) };
};
