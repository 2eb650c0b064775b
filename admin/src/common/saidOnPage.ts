/** What goes wrong with a list is said where the list would be, not a second time in passing. */
export const saidOnPage = { onError: () => undefined };
