import { Box } from '@mui/material';
import { useFormats } from '../i18n/useFormats.js';

/** An amount with its currency set smaller, so that columns of figures line up. */
export const Money = ({ amount, currency, digits = 2 }: { amount: string; currency: string; digits?: 2 | 4 }) => {
  const formats = useFormats();
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
      {formats.amount(amount, digits)}
      <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.72em', ml: 0.5 }}>
        {currency}
      </Box>
    </Box>
  );
};
