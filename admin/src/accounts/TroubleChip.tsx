import { HealthChip } from '../common/StateChip.js';
import { useMessage } from '../i18n/useMessage.js';
import type { Trouble } from './accountTrouble.js';

/** Whether an account works, in words. */
export const TroubleChip = ({ trouble, account }: { trouble: Trouble; account?: string }) => {
  const message = useMessage();
  const state = message(`accounts.state.${trouble}`);
  return (
    <HealthChip ok={trouble === 'ok' ? true : trouble === 'unknown' ? null : false}>
      {account === undefined ? state : `${account}: ${state}`}
    </HealthChip>
  );
};
