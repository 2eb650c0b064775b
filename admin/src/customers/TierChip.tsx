import { Chip } from '@mui/material';
import { useMessage } from '../i18n/useMessage.js';
import type { CustomerRow } from './customerRecord.js';

export const TierChip = ({ tier }: Pick<CustomerRow, 'tier'>) => {
  const message = useMessage();
  return <Chip size="small" variant="outlined" label={message(`customers.tiers.${tier}`)} />;
};
