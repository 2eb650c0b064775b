import type { Same } from '../sentences.js';
import type { start as romanian } from '../ro/start.js';

export const start: Same<typeof romanian> = {
  start: {
    nav: 'First steps',
    title: 'First steps',
    running: 'What is running now',
    demonstration:
      'MagFlow runs with demonstration data: a marketplace imitated on this computer, with made-up orders and offers. You can try everything; nothing goes to eMAG.',
    real: 'MagFlow works with your accounts.',
    demo_accounts: 'Demonstration accounts',
    reached_at: 'Address of MagFlow',
    version: 'Version',
    at_marketplace: 'Before, in eMAG Marketplace',
    api_user:
      'Under My account, Profile, Technical details, take the API user and password. They are not the ones you sign in to eMAG Marketplace with.',
    whitelist:
      'On the same page add the public IP address of the network that MagFlow runs in to the list of allowed IPs. Your internet provider or the page of your router tells it. Without it eMAG refuses every call.',
    callback_later:
      'Once connected you get the callback address here; entered in the eMAG account, new orders arrive within seconds.',
    connect: 'Connect an account',
    admin_only: 'Only an administrator can connect an account.',
    later: 'Stay with the demonstration data for now',
    connected: 'Account %{key} was added',
    callback: 'Callback address',
    callback_hint:
      'Copy it into eMAG Marketplace, under Technical details. It holds a secret: whoever has it can have orders read. MagFlow must be reachable from the internet (MAGFLOW_PUBLIC_URL); without it, orders arrive every 5 minutes.',
    first_sync: 'First sync',
    first_sync_hint: "Orders and offers are being read, within eMAG's limits. You can work meanwhile.",
    leave: 'Leave the demonstration data behind',
    leave_restart:
      'The demonstration accounts are gone at the next start of MagFlow. Until then they stand beside the real ones.',
    leave_on: 'The demonstration accounts stay, since MAGFLOW_SANDBOX is "on". Remove the variable and restart.',
    leave_fresh:
      'Demonstration orders that were read stay in this data folder. For a clean beginning, stop MagFlow, start it with another data folder and connect the account there:',
    go: 'See the orders of account %{key}',
  },
};
