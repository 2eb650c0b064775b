import PrintIcon from '@mui/icons-material/LocalPrintshopOutlined';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Box, Button, FormControlLabel, Switch } from '@mui/material';
import { useNotify } from 'react-admin';
import { asProblem } from '../api/problem.js';
import { PdfPreview } from '../common/PdfPreview.js';
import { useProblemSentence } from '../common/ProblemNotice.js';
import { saveFile } from '../common/saveFile.js';
import { useMessage } from '../i18n/useMessage.js';
import { OpenFileButton } from '../orders/OpenFileButton.js';
import { labelOf } from '../orders/openFile.js';
import { usePrinted } from './usePrinted.js';

/** The label itself, to print or to keep; printed, it is marked so. */
export const AwbLabel = ({ account, number }: { account: string; number: string }) => {
  const message = useMessage();
  const notify = useNotify();
  const sentenceOf = useProblemSentence();
  const { isPrinted, mark } = usePrinted();
  const file = labelOf({ account_type: account, awb_number: number });
  const download = async () => {
    try {
      saveFile(await file(), `awb-${number}.pdf`);
    } catch (error) {
      notify(sentenceOf(asProblem(error)), { type: 'error' });
    }
  };
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <OpenFileButton
          variant="contained"
          icon={<PrintIcon />}
          label={message('awbs.print')}
          file={async () => {
            const label = await file();
            mark([number], true);
            return label;
          }}
        />
        <Button variant="outlined" startIcon={<DownloadIcon />} onClick={() => void download()}>
          {message('common.download')}
        </Button>
        <FormControlLabel
          control={
            <Switch size="small" checked={isPrinted(number)} onChange={(_event, checked) => mark([number], checked)} />
          }
          label={message('awbs.printed')}
          slotProps={{ typography: { variant: 'body2' } }}
          sx={{ ml: 0 }}
        />
      </Box>
      <PdfPreview name={`label-${account}-${number}`} file={file} title={message('awbs.label')} height={420} />
    </>
  );
};
