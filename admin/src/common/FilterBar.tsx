import TuneIcon from '@mui/icons-material/TuneOutlined';
import { Box, Button, Collapse } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useMessage } from '../i18n/useMessage.js';
import { useIsPhone } from './useIsPhone.js';

interface FilterBarProps {
  readonly search: ReactNode;
  /** What stands at the end of the bar, such as an export. */
  readonly aside?: ReactNode;
  /** The filters; a list that is only searched has none. */
  readonly children?: ReactNode;
}

/** Search and filters of a list; on a phone the filters fold away behind a button. */
export const FilterBar = ({ search, aside, children }: FilterBarProps) => {
  const message = useMessage();
  const isPhone = useIsPhone();
  const [isOpen, setOpen] = useState(false);
  const fields = (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
        '& .MuiFormControlLabel-root': { ml: 0.5, mr: 1 },
      }}
    >
      {children}
    </Box>
  );
  return (
    <Box sx={{ py: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        {search}
        {isPhone && children ? (
          <Button startIcon={<TuneIcon />} onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
            {message('common.filters')}
          </Button>
        ) : (
          fields
        )}
        {aside && <Box sx={{ ml: 'auto' }}>{aside}</Box>}
      </Box>
      {isPhone && children && (
        <Collapse in={isOpen} unmountOnExit>
          <Box sx={{ pt: 1.5 }}>{fields}</Box>
        </Collapse>
      )}
    </Box>
  );
};
