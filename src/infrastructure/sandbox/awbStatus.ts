import type { Awb } from './model.js';

export interface ParcelStatus {
  code: string;
  name: string;
  description: string;
}

const HOUR = 3_600_000;

/** Only `DLV` is known from the live service (reference §18.3); the rest are ours and nobody may depend on them. */
const stages: readonly (ParcelStatus & { after: number })[] = [
  { after: 26 * HOUR, code: 'DLV', name: 'Delivered', description: 'AWB delivered' },
  { after: 22 * HOUR, code: 'OUT', name: 'Out for delivery', description: 'AWB out for delivery' },
  { after: 3 * HOUR, code: 'TRN', name: 'In transit', description: 'AWB in transit' },
  { after: 0, code: 'REG', name: 'Registered', description: 'AWB registered' },
];

/** Where a parcel is by the sandbox's clock: it walks by itself. */
export const parcelStatus = (awb: Awb, now: number): ParcelStatus => {
  const stage = stages.find(({ after }) => now - awb.created >= after) ?? stages.at(-1);
  return { code: stage?.code ?? 'REG', name: stage?.name ?? '', description: stage?.description ?? '' };
};
