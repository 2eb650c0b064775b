import type { Count, CourierAccount, PickupAddress } from '../../application/ports/marketplace.js';
import { utcOf } from './marketplaceTime.js';
import {
  booleanOrNull,
  displayText,
  idOrNull,
  integerOrNull,
  objectOf,
  objectOrNull,
  rowsOf,
  textOf,
  textOrNull,
  vatRateOrNull,
} from './rawValues.js';

/** Numbers come as strings too, and under other names (reference §26 row 4); null when there is none. */
export const readCount = (results: unknown, pageSize: number): Count | null => {
  const raw = objectOrNull(results);
  if (!raw) return null;
  const items = integerOrNull(raw['noOfItems'] ?? raw['count'] ?? raw['total']);
  if (items === null || items < 0) return null;
  return { items, pages: integerOrNull(raw['noOfPages']) ?? Math.ceil(items / pageSize) };
};

/** VAT id to rate as a fraction (reference §9.2). */
export const readVatRates = (results: unknown): ReadonlyMap<string, string> => {
  const rates = new Map<string, string>();
  for (const row of rowsOf(results).map(objectOf)) {
    const id = idOrNull(row['vat_id'] ?? row['id']);
    const rate = vatRateOrNull(row['vat_rate']);
    if (id !== null && rate !== null) rates.set(id, rate);
  }
  return rates;
};

/** Courier accounts, inactive ones included (reference §9.5). */
export const readCouriers = (results: unknown): readonly CourierAccount[] =>
  rowsOf(results)
    .map(objectOf)
    .flatMap((row) => {
      const accountId = idOrNull(row['account_id']);
      if (accountId === null) return [];
      const properties = row['courier_account_properties'] ?? row['currier_account_properties'];
      return [
        {
          accountId,
          displayName: displayText(row['account_display_name']),
          courierName: displayText(row['courier_name']),
          type: integerOrNull(row['courier_account_type']) ?? 0,
          properties: Array.isArray(properties) ? properties.flatMap((one) => integerOrNull(one) ?? []) : [],
          isActive: booleanOrNull(row['status']) ?? false,
          pickupCountry: textOrNull(row['pickup_country_code']),
          createdAt: utcOf(row['created']),
        },
      ];
    });

/** The seller's own addresses (reference §9.6). */
export const readAddresses = (results: unknown): readonly PickupAddress[] =>
  rowsOf(results)
    .map(objectOf)
    .flatMap((row) => {
      const addressId = textOf(row['address_id']);
      if (addressId === '') return [];
      return [
        {
          addressId,
          kind: integerOrNull(row['address_type_id']) ?? 0,
          country: textOf(row['country_code']),
          county: displayText(row['suburb']),
          city: displayText(row['city']),
          localityId: idOrNull(row['locality_id']),
          street: displayText(row['address']),
          postcode: textOf(row['zipcode']),
          isDefault: booleanOrNull(row['is_default']) ?? false,
        },
      ];
    });

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The id of the one locality of that name, by county where several have it (reference §9.4); null when unclear. */
export const localityIn = (results: unknown, { city, county }: { city: string; county: string }): string | null => {
  const named = rowsOf(results)
    .map(objectOf)
    .filter((row) => [row['name'], row['name_latin']].some((name) => plain(displayText(name)) === plain(city)));
  const inCounty = named.filter((row) =>
    [row['region2'], row['region2_latin']].some((name) => plain(displayText(name)) === plain(county)),
  );
  const [only, ...others] = inCounty.length > 0 ? inCounty : named;
  return only && others.length === 0 ? idOrNull(only['emag_id']) : null;
};
