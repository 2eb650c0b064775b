const filtered = (path: string, filter: object): string =>
  `${path}?filter=${encodeURIComponent(JSON.stringify(filter))}`;

/** The list of orders behind a figure. */
export const ordersDoor = (filter: object): string => filtered('/orders', filter);

export const attentionDoor = (kinds: readonly string[]): string =>
  kinds.length === 0 ? '/dashboard/attention' : filtered('/dashboard/attention', { kind: kinds });

/** The report that a figure is a line of. */
export const reportDoor = (filter: object): string => filtered('/dashboard/reports', filter);
