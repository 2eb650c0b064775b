import { Box, Tab, Tabs } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { PageHeader } from '../common/PageHeader.js';
import { useMessage } from '../i18n/useMessage.js';

const PATHS = {
  overview: '/dashboard',
  attention: '/dashboard/attention',
  reports: '/dashboard/reports',
} as const;

interface DashboardFrameProps {
  readonly tab: keyof typeof PATHS;
  /** What belongs beside the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** The dashboard's three pages under one title. */
export const DashboardFrame = ({ tab, aside, children }: DashboardFrameProps) => {
  const message = useMessage();
  return (
    <>
      <PageHeader title={message('dashboard.title')}>{aside}</PageHeader>
      <Tabs value={tab} component="nav" sx={{ borderBottom: 1, borderColor: 'divider', mb: 2 }}>
        {(['overview', 'attention', 'reports'] as const).map((one) => (
          <Tab key={one} value={one} component={Link} to={PATHS[one]} label={message(`dashboard.tabs.${one}`)} />
        ))}
      </Tabs>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>{children}</Box>
    </>
  );
};
