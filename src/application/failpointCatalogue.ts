/** A place where a crash test may kill the process that reaches it. */
export interface FailpointEntry {
  readonly name: string;
  readonly flow: 'acknowledge' | 'status' | 'awb' | 'invoice' | 'sync' | 'relay' | 'projection';
  readonly description: string;
}

const wishFlow = (flow: 'acknowledge' | 'status' | 'awb', deed: string): FailpointEntry[] => [
  { name: `${flow}.before_wish`, flow, description: `Before the wish to ${deed} is appended` },
  { name: `${flow}.after_wish`, flow, description: `After the wish to ${deed} was appended` },
  { name: `${flow}.before_attempt`, flow, description: `Before the attempt to ${deed} is claimed` },
  { name: `${flow}.after_attempt`, flow, description: `After the attempt to ${deed} was claimed` },
  { name: `${flow}.before_call`, flow, description: `Before the marketplace is asked to ${deed}` },
  { name: `${flow}.after_call`, flow, description: `After the marketplace answered, before anything is recorded` },
  { name: `${flow}.before_fact`, flow, description: `Before the outcome is appended` },
  { name: `${flow}.after_fact`, flow, description: `After the outcome was appended` },
];

const invoicePoints: readonly (readonly [string, string])[] = [
  ['before_wish', 'Before the wish for an invoice is appended'],
  ['after_wish', 'After the wish for an invoice was appended'],
  ['before_claim', 'Before the series gives a number'],
  ['after_claim', 'After the series gave a number, before the order knows it'],
  ['before_numbered', 'Before the order records its number'],
  ['after_numbered', 'After the order recorded its number'],
  ['before_render', 'Before the PDF is rendered and kept'],
  ['after_render', 'After the PDF is kept, before the order knows its hash'],
  ['before_issued', 'Before the issue is appended'],
  ['after_issued', 'After the issue was appended'],
  ['before_call', 'Before the link is attached at the marketplace'],
  ['after_call', 'After the marketplace answered, before anything is recorded'],
  ['before_attached', 'Before the attachment is appended'],
  ['after_attached', 'After the attachment was appended'],
];

/** Every failpoint of the program; `magflow failpoints` prints it. */
export const FAILPOINTS: readonly FailpointEntry[] = [
  ...wishFlow('acknowledge', 'acknowledge an order'),
  ...wishFlow('status', "change an order's status"),
  ...wishFlow('awb', 'issue an AWB'),
  ...invoicePoints.map(([point, description]) => ({ name: `invoice.${point}`, flow: 'invoice' as const, description })),
  { name: 'sync.after_start', flow: 'sync', description: 'After a sync run started' },
  { name: 'sync.before_progress', flow: 'sync', description: 'After a page was recorded, before its progress is told' },
  { name: 'sync.after_progress', flow: 'sync', description: 'After the progress of a page was told' },
  { name: 'sync.before_complete', flow: 'sync', description: 'After the last page, before the run is completed' },
  {
    name: 'sync.after_complete',
    flow: 'sync',
    description: 'After the run was completed, before its place is given back',
  },
  { name: 'relay.before_publish', flow: 'relay', description: 'Before a batch is published' },
  {
    name: 'relay.after_publish_before_commit',
    flow: 'relay',
    description: 'After a batch was sent, before its transaction commits',
  },
  { name: 'relay.after_commit', flow: 'relay', description: 'After a batch and its checkpoint were committed' },
  {
    name: 'projection.before_commit',
    flow: 'projection',
    description: 'Before rows and checkpoint of a batch are committed',
  },
  {
    name: 'projection.after_commit',
    flow: 'projection',
    description: 'After rows and checkpoint of a batch were committed',
  },
];
