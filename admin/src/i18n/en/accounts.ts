import type { Same } from '../sentences.js';
import type { accounts as romanian } from '../ro/accounts.js';

export const accounts: Same<typeof romanian> = {
  accounts: {
    title: 'Accounts',
    platform: 'Platform',
    fulfilment: 'Shipping',
    own: 'by you',
    fbe: 'by eMAG',
    address: 'API address',
    callback: 'Callback address (enter it in the eMAG account)',
    test: 'Test the connection',
    none: 'No accounts',
    none_hint: 'Accounts are given by the variables EMAG_ACCOUNTS and EMAG_<KEY>_USERNAME, _PASSWORD.',
    state: {
      ok: 'Works',
      unknown: 'Not tested',
      credentials: 'User or password refused',
      ip: 'IP address refused',
      unreachable: 'Does not answer',
      limited: 'Limited by the marketplace',
      failing: 'In trouble',
    },
    advice: {
      credentials:
        'Check the API user and password of the account (EMAG_%{key}_USERNAME, EMAG_%{key}_PASSWORD), then restart MagFlow. The API user is managed in eMAG Marketplace under My account, Profile, Technical details.',
      ip: 'Add the public IP address of this computer to the allowed list in eMAG Marketplace (My account, Profile, Technical details). The change can take a few minutes.',
      unreachable:
        'The address does not answer. Check the network, the name server and the value of EMAG_%{key}_BASE_URL. MagFlow retries by itself.',
      limited: 'The marketplace asked for a pause. MagFlow waits and resumes by itself.',
      failing: 'The marketplace answers with errors. MagFlow retries by itself; other accounts are not affected.',
    },
  },
};
