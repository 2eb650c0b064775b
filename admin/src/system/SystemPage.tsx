import AgainIcon from '@mui/icons-material/RefreshOutlined';
import { Box, Button, Link, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import type { Schemas } from '../api/client.js';
import { CopyText } from '../common/CopyText.js';
import { ExactTime } from '../common/Moment.js';
import { PageHeader } from '../common/PageHeader.js';
import { Detail, Panel } from '../common/Panel.js';
import { PartStatus } from '../common/PartStatus.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { WaitingRows } from '../common/ListStates.js';
import { HealthChip } from '../common/StateChip.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import { useSystemInfo } from '../layout/useSystemInfo.js';
import { useCheckDetail } from './useCheckDetail.js';

type SystemInfo = Schemas['SystemInfo'];

const Installation = ({ system }: { system: SystemInfo }) => {
  const message = useMessage();
  return (
    <Panel title={message('system.installation')}>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(180px, 1fr))', gap: 1.5 }}>
        <Detail label={message('system.version')}>{system.version}</Detail>
        <Detail label={message('system.address')}>
          <CopyText text={system.urls.public} />
        </Detail>
        <Detail label={message('system.docs')}>
          <Link href={system.urls.docs} target="_blank" rel="noreferrer">
            {new URL(system.urls.docs).pathname}
          </Link>
        </Detail>
        <Detail label={message('system.data')}>
          {message(system.demonstration ? 'system.demonstration' : 'system.real')}
        </Detail>
        <Detail label={message('system.checked')}>
          <ExactTime at={system.time} />
        </Detail>
      </Box>
    </Panel>
  );
};

const partSx = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', sm: '200px 160px minmax(0, 1fr)' },
  gap: { xs: 0.5, sm: 1.5 },
  alignItems: 'center',
  py: 1,
  borderTop: 1,
  borderColor: 'divider',
} as const;

/** What every answer depends on: how each part stands, in the words of the part itself. */
const Parts = ({ system: { checks, engines } }: { system: SystemInfo }) => {
  const word = useWord();
  const message = useMessage();
  const saidOf = useCheckDetail();
  return (
    <Panel title={message('system.parts')}>
      {Object.entries(checks).map(([name, { status, detail }]) => {
        const engine = engines[name];
        return (
          <Box key={name} sx={partSx} data-part={name} data-status={status}>
            <Typography variant="body2" component="div" sx={{ fontWeight: 600 }}>
              {word('system_check', name)}
            </Typography>
            <span>
              <PartStatus status={status} of="part_state" />
            </span>
            <Typography variant="body2" component="div" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
              {engine && `${word('system.engine_name', engine.name)}, ${word('system.engine_kind', engine.kind)}`}
              {engine && status !== 'ok' && ' · '}
              {(!engine || status !== 'ok') && saidOf(detail)}
            </Typography>
          </Box>
        );
      })}
    </Panel>
  );
};

const ReadModels = ({ system: { projections } }: { system: SystemInfo }) => {
  const message = useMessage();
  const word = useWord();
  const formats = useFormats();
  return (
    <Panel
      title={message('system.read_models')}
      aside={
        <Link component={RouterLink} to="/parked" variant="body2">
          {message('system.see_parked')}
        </Link>
      }
      flush
    >
      <Typography variant="body2" sx={{ px: 2, pb: 1, color: 'text.secondary' }}>
        {message('system.read_models_hint')}
      </Typography>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{message('system.read_model')}</TableCell>
            <TableCell>{message('system.state')}</TableCell>
            <TableCell align="right">{message('system.lag')}</TableCell>
            <TableCell align="right">{message('system.lag_time')}</TableCell>
            <TableCell align="right">{message('system.parked')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {projections.map(({ name, version, state, is_running, lag_events, lag_seconds, parked }) => (
            <TableRow key={`${name} ${version}`}>
              <TableCell>
                {word('system.model_names', name)}
                <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                  {name} v{version}
                </Typography>
              </TableCell>
              <TableCell>
                <HealthChip ok={is_running ? true : state === 'current' ? false : null}>
                  {state === 'current' && !is_running
                    ? message('system.not_running')
                    : word('system.model_states', state)}
                </HealthChip>
              </TableCell>
              <TableCell align="right">{formats.integer(lag_events)}</TableCell>
              <TableCell align="right">
                {lag_events === 0 ? message('common.none') : formats.duration(lag_seconds)}
              </TableCell>
              <TableCell align="right">{formats.integer(parked)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Panel>
  );
};

/** What runs here, how each part stands, and how far the read models are behind the log. */
export const SystemPage = () => {
  const message = useMessage();
  const { data: system, error, isPending, isFetching, refetch } = useSystemInfo();
  return (
    <>
      <PageHeader title={message('system.title')}>
        <Button startIcon={<AgainIcon />} disabled={isFetching} onClick={() => void refetch()}>
          {message('system.again')}
        </Button>
      </PageHeader>
      <Box sx={{ display: 'grid', gap: 2, pt: 1, '& > *': { minWidth: 0 } }}>
        {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {isPending && !error && <WaitingRows />}
        {system && !error && (
          <>
            <Installation system={system} />
            <Parts system={system} />
            <ReadModels system={system} />
          </>
        )}
      </Box>
    </>
  );
};
