import { Box, TextField, Typography } from '@mui/material';
import { useMessage } from '../i18n/useMessage.js';
/** Pieces by line id, as typed. */
export type Quantities = Readonly<Record<string, string>>;

export const isQuantity = (text: string, most: number): boolean => /^\d{1,7}$/.test(text) && Number(text) <= most;

/** A line of an order or invoice, with the most pieces that the field takes. */
export interface CountedLine {
  readonly id: string;
  readonly name: string;
  readonly sku: string | null;
  readonly quantity: number;
}

interface QuantityFieldsProps {
  readonly lines: readonly CountedLine[];
  readonly quantities: Quantities;
  readonly onChange: (quantities: Quantities) => void;
}

/** One field of pieces a line, none above what the line has. */
export const QuantityFields = ({ lines, quantities, onChange }: QuantityFieldsProps) => {
  const message = useMessage();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {lines.map(({ id, name, sku, quantity }) => {
        const value = quantities[id] ?? '';
        return (
          <Box key={id} sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography variant="body2">{name}</Typography>
              <Typography variant="caption" sx={{ color: 'text.secondary' }}>
                {sku}
              </Typography>
            </Box>
            <TextField
              value={value}
              onChange={({ target }) => onChange({ ...quantities, [id]: target.value })}
              error={!isQuantity(value, quantity)}
              slotProps={{
                htmlInput: { inputMode: 'numeric', 'aria-label': message('order.pieces_of', { name }) },
                input: { endAdornment: <Typography variant="body2">/&nbsp;{quantity}</Typography> },
              }}
              sx={{ width: 112 }}
            />
          </Box>
        );
      })}
    </Box>
  );
};
