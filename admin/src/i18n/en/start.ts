import type { Same } from '../sentences.js';
import type { start as romanian } from '../ro/start.js';

export const start: Same<typeof romanian> = {
  start: {
    nav: 'First steps',
    title: 'First steps',
    running: 'What is running now',
    demonstration:
      'MagFlow runs with demonstration data: a marketplace imitated on this computer, with made-up orders and offers. You can try everything; nothing goes to eMAG.',
    mixed:
      'MagFlow works with your accounts and, beside them, with a marketplace imitated on this computer. What you do with a demonstration account does not go to eMAG; what you do with an account of yours does.',
    real: 'MagFlow works with your accounts.',
    invented: '%{key} (demonstration)',
    reached_at: 'Address of MagFlow',
    version: 'Version',
    at_marketplace: 'Before, in eMAG Marketplace',
    api_user:
      'Under My account, Profile, Technical details, take the API user and password. They are not the ones you sign in to eMAG Marketplace with.',
    whitelist:
      'On the same page add the public IP address of the network that MagFlow runs in to the list of allowed IPs. MagFlow cannot know it by itself: your internet provider or the page of your router tells it. Without it eMAG refuses every call, and the test below shows its answer, which usually names the address.',
    callback_later:
      'Once connected you get the callback address here; entered in the eMAG account, new orders arrive within seconds.',
    connect: 'Connect an account',
    admin_only: 'Only an administrator can connect an account.',
    later: 'Stay with the demonstration data for now',
    connected: 'Account %{key} was added',
    callback: 'Callback address',
    callback_hint:
      'Copy it into eMAG Marketplace, under Technical details: eMAG rings here for each new order, which then arrives within seconds. It holds a secret: whoever has it can have orders read.',
    callback_loopback:
      'This is an address of this computer, so eMAG cannot ring it. Put the address under which MagFlow is seen from the internet into MAGFLOW_PUBLIC_URL and restart; until then orders arrive every 5 minutes, by sync.',
    first_sync: 'First sync',
    first_sync_hint:
      "Orders and offers are read by themselves, within eMAG's limits; what fails is tried again. You can work meanwhile.",
    leave: 'Leave the demonstration data behind',
    leave_what: 'Lists and figures hold made-up orders, offers, customers and invoices of the accounts %{accounts}.',
    leave_goes:
      'What goes: the demonstration accounts are read no more, and their data leaves every list, figure and report. Your accounts stay as they are.',
    leave_seller:
      'The demonstration’s seller is cleared from the settings, and the invoice series that it used gives way to a fresh one, from 1.',
    leave_stays:
      'What stays: the log of events is never deleted, so what happened in the demonstration stays in it, in the audit and among the operations. It does not come back into lists.',
    leave_on:
      'MAGFLOW_SANDBOX is "on", so the demonstration would be back. Remove the variable, restart, then leave here.',
    leave_first: 'Connect an account of your own first.',
    leave_confirm:
      'The data of the demonstration accounts %{accounts} leaves every list and figure and does not come back. It takes some seconds.',
    leaving: 'The lists are being made anew without the demonstration data …',
    left: 'No demonstration data',
    left_done: 'Lists and figures now hold your accounts alone.',
    left_later:
      'The demonstration accounts have stopped. The lists are still being made anew and show them until then.',
    left_settings: 'Fill in the seller before the first invoice. Your invoices begin with %{series}.',
    left_series: 'series %{series}, number %{next}',
    leave_fresh:
      'Or, for a log that never saw the demonstration: stop MagFlow, start it with another data folder and connect the account there:',
    read: '%{items} read, %{created} new',
    correct: 'Correct the account',
    another: 'Connect another account',
    first_sync_blocked: 'It begins by itself once eMAG accepts the account.',
    go: 'See the orders of account %{key}',
  },
};
