import type { OrderPerson, PostalAddress } from '../../domain/order/orderFacts.js';
import { booleanOrNull, displayText, idOrNull, textOf, type RawObject } from './rawValues.js';

const address = (customer: RawObject, kind: 'billing' | 'shipping', name: string, phone: string): PostalAddress => ({
  name,
  phone,
  country: textOf(customer[`${kind}_country`]),
  county: displayText(customer[`${kind}_suburb`]),
  city: displayText(customer[`${kind}_city`]),
  localityId: idOrNull(customer[`${kind}_locality_id`]),
  // As received: in a locker order the street carries the marker that makes it one (reference §18.1).
  street: displayText(customer[`${kind}_street`]),
  postcode: textOf(customer[`${kind}_postal_code`]),
});

/** The person of an order (reference §15.3). Every field may be absent; nothing here can make an order unreadable. */
export const readPerson = (customer: RawObject): OrderPerson => {
  const name = displayText(customer['name']) || displayText(customer['billing_name']);
  const isCompany = booleanOrNull(customer['legal_entity']) ?? false;
  // For private persons the marketplace repeats the name here.
  const company = isCompany ? displayText(customer['company']) : '';
  const phone =
    ['phone_1', 'phone_2', 'phone_3', 'shipping_phone', 'billing_phone']
      .map((field) => textOf(customer[field]))
      .find((text) => text !== '') ?? '';
  return {
    name,
    company,
    email: textOf(customer['email']),
    phone,
    fiscalCode: textOf(customer['code']),
    registrationNumber: textOf(customer['registration_number']),
    billing: address(
      customer,
      'billing',
      displayText(customer['billing_name']) || company || name,
      textOf(customer['billing_phone']) || phone,
    ),
    shipping: address(
      customer,
      'shipping',
      displayText(customer['shipping_contact']) || name,
      textOf(customer['shipping_phone']) || phone,
    ),
  };
};
