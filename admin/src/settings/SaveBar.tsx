import { Alert, Box, Button, Typography } from '@mui/material';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useMessage } from '../i18n/useMessage.js';
import { isMovedOn } from './useSettings.js';

interface SaveBarProps {
  readonly isChanged: boolean;
  /** Whether what was typed can be sent. */
  readonly isReady?: boolean;
  readonly isSaving: boolean;
  readonly error: unknown;
  /** What somebody else changed of the same fields since they were read, in words. */
  readonly moved?: readonly string[];
  readonly onDiscard: () => void;
}

/** Whether something is unsaved, what the server said of it, and the two ways on. */
export const SaveBar = ({ isChanged, isReady = true, isSaving, error, moved = [], onDiscard }: SaveBarProps) => {
  const message = useMessage();
  const hasMoved = isMovedOn(error);
  return (
    <Box sx={{ mt: 2 }}>
      {(hasMoved || (isChanged && moved.length > 0)) && (
        <Alert severity="warning" variant="outlined" sx={{ mb: 1.5 }} data-moved>
          <Typography variant="body2">{message('settings.moved_on')}</Typography>
          {moved.map((line) => (
            <Typography key={line} variant="body2">
              {line}
            </Typography>
          ))}
        </Alert>
      )}
      {Boolean(error) && !hasMoved && (
        <Box sx={{ mb: 1.5 }}>
          <ProblemNotice error={error} />
        </Box>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Button type="submit" variant="contained" disabled={isSaving || !isChanged || !isReady}>
          {message('common.save')}
        </Button>
        {isChanged && (
          <>
            <Button onClick={onDiscard} disabled={isSaving}>
              {message('settings.discard')}
            </Button>
            <Typography variant="caption" sx={{ color: 'text.secondary' }} role="status">
              {message('settings.unsaved')}
            </Typography>
          </>
        )}
      </Box>
    </Box>
  );
};
