import { FormControlLabel, Switch, Typography } from '@mui/material';
import { Panel } from '../common/Panel.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useIsAdmin } from '../common/useRoles.js';
import { useMessage } from '../i18n/useMessage.js';
import type { SettingsRecord } from './settingsRecord.js';
import { useSaveSettings } from './useSettings.js';

/** What happens by itself, for each account. A switch is saved when it is turned, over whatever else was saved. */
export const AutomationPanel = ({ settings }: { settings: SettingsRecord }) => {
  const message = useMessage();
  const isAdmin = useIsAdmin();
  const save = useSaveSettings(null);
  return (
    <Panel title={message('settings.automation')}>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {message('settings.auto_acknowledge_hint')}
      </Typography>
      {Object.entries(settings.automation).map(([account, { auto_acknowledge }]) => (
        <FormControlLabel
          key={account}
          sx={{ display: 'flex' }}
          control={
            <Switch
              checked={auto_acknowledge}
              disabled={!isAdmin || save.isPending}
              onChange={(_event, checked) => save.mutate({ automation: { [account]: { auto_acknowledge: checked } } })}
            />
          }
          label={`${message('settings.auto_acknowledge')} · ${account}`}
        />
      ))}
      {save.error && <ProblemNotice error={save.error} />}
    </Panel>
  );
};
