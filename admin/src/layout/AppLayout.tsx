import SearchIcon from '@mui/icons-material/Search';
import { Box, ButtonBase, IconButton, Skeleton, Typography } from '@mui/material';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useLocaleState } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import { ErrorBoundary } from './ErrorBoundary.js';
import { SessionOver } from '../auth/SessionOver.js';
import { SessionWatch } from '../auth/SessionWatch.js';
import { useMessage } from '../i18n/useMessage.js';
import { NotificationBell } from '../notifications/NotificationBell.js';
import { LiveProvider } from '../live/LiveProvider.js';
import { AccountSwitch } from './AccountSwitch.js';
import { Banners } from './Banners.js';
import { BottomBar } from './BottomBar.js';
import { LiveIndicator } from './LiveIndicator.js';
import { SearchDialog } from './SearchDialog.js';
import { ShortcutsDialog } from './ShortcutsDialog.js';
import { SideBar } from './SideBar.js';
import { useShortcuts } from './useShortcuts.js';
import { UserMenu } from './UserMenu.js';

const PageSkeleton = () => (
  <Box aria-hidden>
    <Skeleton variant="text" width={220} height={40} />
    <Skeleton variant="rounded" height={360} sx={{ mt: 1 }} />
  </Box>
);

/** Not needed before the page itself. */
const WorkPanel = lazy(async () => ({ default: (await import('./WorkPanel.js')).WorkPanel }));

const Header = ({ onSearch, onShortcuts }: { onSearch: () => void; onShortcuts: () => void }) => {
  const message = useMessage();
  return (
    <Box
      component="header"
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 'appBar',
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        height: 52,
        px: { xs: 1, md: 2 },
        borderBottom: 1,
        borderColor: 'divider',
        backgroundColor: 'background.paper',
      }}
    >
      <Typography
        component={Link}
        to="/dashboard"
        sx={{
          color: 'primary.main',
          fontWeight: 750,
          fontSize: '1.0625rem',
          textDecoration: 'none',
          width: { md: 192 },
        }}
      >
        {message('app.name')}
      </Typography>
      <AccountSwitch />
      <ButtonBase
        onClick={onSearch}
        sx={{
          display: { xs: 'none', md: 'flex' },
          flex: 1,
          maxWidth: 520,
          height: 34,
          px: 1.25,
          gap: 1,
          justifyContent: 'flex-start',
          border: 1,
          borderColor: 'divider',
          borderRadius: '8px',
          color: 'text.secondary',
          fontSize: '0.8125rem',
        }}
      >
        <SearchIcon sx={{ fontSize: 18 }} />
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {message('search.placeholder')}
        </Box>
        <Box component="kbd" sx={{ ml: 'auto', fontFamily: 'inherit', fontSize: '0.6875rem', whiteSpace: 'nowrap' }}>
          / · Ctrl K
        </Box>
      </ButtonBase>
      <Box sx={{ ml: 'auto', display: 'flex', alignItems: 'center' }}>
        <LiveIndicator />
        <IconButton
          onClick={onSearch}
          aria-label={message('search.title')}
          sx={{ display: { xs: 'none', sm: 'inline-flex', md: 'none' } }}
        >
          <SearchIcon />
        </IconButton>
        <NotificationBell />
        <UserMenu onShortcuts={onShortcuts} />
      </Box>
    </Box>
  );
};

/** The frame of every page: header, banners, side bar or bottom bar, and what was asked of the marketplace. */
export const AppLayout = ({ children }: { children?: ReactNode }) => {
  const [isSearching, setSearching] = useState(false);
  const [showsKeys, setShowsKeys] = useState(false);
  const { pathname } = useLocation();
  const [locale] = useLocaleState();

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  useShortcuts({ '/': () => setSearching(true), '?': () => setShowsKeys(true) });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setSearching(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <LiveProvider>
      <SessionWatch />
      <SessionOver />
      <Header onSearch={() => setSearching(true)} onShortcuts={() => setShowsKeys(true)} />
      <Banners />
      <Box sx={{ display: 'flex', minHeight: 'calc(100dvh - 52px)' }}>
        <SideBar />
        <Box
          component="main"
          id="main-content"
          sx={{ flex: 1, minWidth: 0, p: { xs: 1.5, md: 2.5 }, pb: { xs: 10, md: 6 } }}
        >
          <ErrorBoundary key={pathname}>
            <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
          </ErrorBoundary>
        </Box>
      </Box>
      <BottomBar onSearch={() => setSearching(true)} />
      <Suspense fallback={null}>
        <WorkPanel />
      </Suspense>
      <SearchDialog open={isSearching} onClose={() => setSearching(false)} />
      <ShortcutsDialog open={showsKeys} onClose={() => setShowsKeys(false)} />
    </LiveProvider>
  );
};
