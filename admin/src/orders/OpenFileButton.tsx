import OpenIcon from '@mui/icons-material/OpenInNew';
import { Box, Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { openFile, type FileReader } from './openFile.js';

interface OpenFileButtonProps {
  readonly file: FileReader;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly variant?: 'text' | 'outlined' | 'contained';
}

/** Opens a label or an invoice; what goes wrong is said beside the button. */
export const OpenFileButton = ({ file, label, icon = <OpenIcon />, variant = 'outlined' }: OpenFileButtonProps) => {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const open = async () => {
    setBusy(true);
    setError(null);
    try {
      await openFile(file);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box>
      <Button
        variant={variant}
        startIcon={icon}
        disabled={isBusy}
        onClick={(event) => {
          event.stopPropagation();
          void open();
        }}
      >
        {label}
      </Button>
      {error !== null && (
        <Box sx={{ mt: 1 }}>
          <ProblemNotice error={error} />
        </Box>
      )}
    </Box>
  );
};
