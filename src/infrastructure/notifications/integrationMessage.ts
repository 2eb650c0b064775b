import type { BusMessage } from '../../application/ports/bus.js';
import {
  integrationSchemas,
  isIntegrationType,
  type IntegrationData,
  type IntegrationType,
} from '../relay/integrationSchemas.js';

/** A message with data that has the shape of its type. */
export type IntegrationMessage = {
  [T in IntegrationType]: { readonly type: T; readonly data: IntegrationData<T> };
}[IntegrationType];

/** What a bus message says, in its type's own shape; null for types of a newer release and unreadable data. */
export const integrationMessage = (message: BusMessage): IntegrationMessage | null => {
  const type = message.type.replace(/^magflow\./, '');
  if (!isIntegrationType(type)) return null;
  const parsed = integrationSchemas[type].safeParse(message.data);
  return parsed.success ? ({ type, data: parsed.data } as IntegrationMessage) : null;
};
