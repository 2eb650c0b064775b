import CloseIcon from '@mui/icons-material/Close';
import { Box, Drawer, IconButton, Paper, Typography, useMediaQuery, type Theme } from '@mui/material';
import type { ReactNode } from 'react';
import { useListContext } from 'react-admin';
import { useMessage } from '../i18n/useMessage.js';

interface ListWithPreviewProps {
  /** Names what is shown; without it nothing is shown yet. */
  readonly title: string | null;
  readonly preview: ReactNode;
  /** Says what would stand in the empty pane; without it there is no pane before something is chosen. */
  readonly hint?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const WIDTH = 440;
/** Below the header of the page. */
const TOP = 64;

/** Beside a preview a table scrolls sideways on its own, at every width. */
const narrowTables = {
  minWidth: 0,
  '& .RaDataTable-tableWrapper.RaDataTable-tableWrapper': { overflowX: 'auto' },
  '& .MuiTableCell-root.MuiTableCell-root': { px: 1 },
  '& .MuiTableCell-head.MuiTableCell-head': { position: 'static' },
} as const;

/** A list with the chosen row beside it; on narrow screens the row comes over the list. */
export const ListWithPreview = ({ title, preview, hint, onClose, children }: ListWithPreviewProps) => {
  const message = useMessage();
  const isWide = useMediaQuery<Theme>(({ breakpoints }) => breakpoints.up('lg'));
  const { data, error } = useListContext();
  const shown = title !== null && (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 2, py: 1 }}>
        <Typography variant="h3" component="h2" sx={{ mr: 'auto', minWidth: 0, overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        <IconButton size="small" onClick={onClose} aria-label={message('common.close')}>
          <CloseIcon fontSize="small" />
        </IconButton>
      </Box>
      <Box sx={{ px: 2, pb: 2, display: 'grid', gap: 1.5 }}>{preview}</Box>
    </>
  );
  if (isWide && title === null && hint === undefined) return <>{children}</>;
  if (!isWide) {
    return (
      <>
        {children}
        <Drawer
          anchor="right"
          open={title !== null}
          onClose={onClose}
          slotProps={{ paper: { sx: { width: { xs: '100%', sm: WIDTH } } } }}
        >
          {shown}
        </Drawer>
      </>
    );
  }
  if ((error || data?.length === 0) && title === null) return <>{children}</>;
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: `minmax(0, 1fr) clamp(360px, 30vw, ${WIDTH}px)`,
        gap: 2,
        alignItems: 'start',
      }}
    >
      <Box sx={narrowTables}>{children}</Box>
      <Paper
        component="aside"
        variant="outlined"
        aria-label={message('common.preview')}
        sx={{ position: 'sticky', top: TOP, maxHeight: `calc(100vh - ${TOP + 16}px)`, overflowY: 'auto' }}
      >
        {shown || (
          <Typography variant="body2" sx={{ color: 'text.secondary', p: 3, textAlign: 'center' }}>
            {hint}
          </Typography>
        )}
      </Paper>
    </Box>
  );
};
