import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Button, CircularProgress, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useDataProvider, useListContext, useNotify } from 'react-admin';
import { asProblem } from '../api/problem.js';
import { useMessage } from '../i18n/useMessage.js';
import type { ExportFormat, MagflowDataProvider } from '../provider/magflowDataProvider.js';
import { useProblemSentence } from './ProblemNotice.js';
import { saveFile } from './saveFile.js';

const FORMATS: readonly ExportFormat[] = ['csv', 'xlsx'];

/** The whole list behind the page, with its filters and its order, as a file. */
export const ExportButton = ({ name }: { name: string }) => {
  const message = useMessage();
  const sentenceOf = useProblemSentence();
  const notify = useNotify();
  const provider = useDataProvider<MagflowDataProvider>();
  const { resource, filter, filterValues, sort } = useListContext();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isBusy, setBusy] = useState(false);

  const save = async (format: ExportFormat) => {
    setAnchor(null);
    setBusy(true);
    try {
      const file = await provider.exportList(resource, { filter: { ...filterValues, ...filter }, sort }, format);
      saveFile(file, `${name}-${new Date().toISOString().slice(0, 10)}.${format}`);
    } catch (error) {
      notify(sentenceOf(asProblem(error)), { type: 'error' });
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <Button
        startIcon={isBusy ? <CircularProgress size={16} /> : <DownloadIcon />}
        disabled={isBusy}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
        aria-haspopup="menu"
      >
        {message('common.export')}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {FORMATS.map((format) => (
          <MenuItem key={format} onClick={() => void save(format)}>
            {message(`common.export_${format}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
};
