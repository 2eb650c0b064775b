import { useQuery } from '@tanstack/react-query';
import { Box, Skeleton } from '@mui/material';
import { useCallback } from 'react';
import type { FileReader } from '../orders/openFile.js';
import { ProblemNotice } from './ProblemNotice.js';
import { useIsPhone } from './useIsPhone.js';

interface PdfPreviewProps {
  /** Which file it is, so that it is read once. */
  readonly name: string;
  readonly file: FileReader;
  readonly title: string;
  readonly height: number;
}

const KEPT_MS = 60_000;

/** The PDF itself, in the page. Browsers of phones show none in a page: there it is opened instead. */
export const PdfPreview = ({ name, file, title, height }: PdfPreviewProps) => {
  const isPhone = useIsPhone();
  const { data, error, refetch } = useQuery({
    queryKey: ['file', name],
    queryFn: file,
    enabled: !isPhone,
    staleTime: Infinity,
    gcTime: KEPT_MS,
    retry: false,
  });
  const show = useCallback(
    (frame: HTMLIFrameElement | null) => {
      if (!frame || !data) return undefined;
      const url = URL.createObjectURL(data);
      frame.src = `${url}#toolbar=0&navpanes=0&view=FitH`;
      return () => URL.revokeObjectURL(url);
    },
    [data],
  );
  if (isPhone) return null;
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={height} />;
  return (
    <Box
      component="iframe"
      ref={show}
      title={title}
      sx={{ width: '100%', height, border: 1, borderColor: 'divider', borderRadius: 1, backgroundColor: '#fff' }}
    />
  );
};
