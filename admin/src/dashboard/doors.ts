import { sortOf, type Group } from '../reports/reportRecord.js';

const filtered = (path: string, filter: object): string =>
  `${path}?filter=${encodeURIComponent(JSON.stringify(filter))}`;

/** The list of orders behind a figure. */
export const ordersDoor = (filter: object): string => filtered('/orders', filter);

export const attentionDoor = (kinds: readonly string[]): string =>
  kinds.length === 0 ? '/dashboard/attention' : filtered('/dashboard/attention', { kind: kinds });

/** The report that a figure is a line of. */
export const reportDoor = (filter: { readonly group_by: Group } & object): string => {
  const { field, order } = sortOf(filter.group_by);
  return `${filtered('/dashboard/reports', filter)}&sort=${field}&order=${order}`;
};
