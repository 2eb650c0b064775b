import CheckIcon from '@mui/icons-material/Check';
import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import { Box, IconButton, Tooltip } from '@mui/material';
import { useEffect, useState, type MouseEvent } from 'react';
import { useMessage } from '../i18n/useMessage.js';

const SHOWN_MS = 1_500;

/** An id that can be copied; the button shows on hover, on focus and on touch screens. */
export const CopyText = ({ text, children }: { text: string; children?: React.ReactNode }) => {
  const message = useMessage();
  const [isCopied, setCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);

  const copy = (event: MouseEvent) => {
    event.stopPropagation();
    event.preventDefault();
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };

  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        position: 'relative',
        whiteSpace: 'nowrap',
        // Beside the text and out of the flow: a hidden button must not widen a column.
        '& .copy': { opacity: 0, position: 'absolute', left: '100%', zIndex: 1 },
        '&:hover .copy, & .copy:focus-visible': { opacity: 1 },
        '@media (hover: none)': { '& .copy': { opacity: 0.6, position: 'static' } },
      }}
    >
      <span>{children ?? text}</span>
      <Tooltip title={message(isCopied ? 'common.copied' : 'common.copy')}>
        <IconButton
          className="copy"
          size="small"
          onClick={copy}
          aria-label={`${message('common.copy')} ${text}`}
          sx={{ p: 0.25 }}
        >
          {isCopied ? <CheckIcon sx={{ fontSize: 14 }} /> : <CopyIcon sx={{ fontSize: 14 }} />}
        </IconButton>
      </Tooltip>
    </Box>
  );
};
