import type { Same } from '../sentences.js';
import type { selection as romanian } from '../ro/selection.js';

export const selection: Same<typeof romanian> = {
  selection: {
    page: 'Select the page',
    row: 'Select %{name}',
    all: 'Select all %{count} that match',
    first: 'Select the first %{count} that match',
    busy: 'Selecting',
  },
};
