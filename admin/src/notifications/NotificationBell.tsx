import BellIcon from '@mui/icons-material/NotificationsOutlined';
import CloseIcon from '@mui/icons-material/Close';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import InfoIcon from '@mui/icons-material/InfoOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import { Badge, Box, Button, Drawer, IconButton, List, ListItem, ListItemButton, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { EmptyState } from '../common/EmptyState.js';
import { WaitingRows } from '../common/ListStates.js';
import { RelativeTime } from '../common/Moment.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useMessage } from '../i18n/useMessage.js';
import { placeOfNotification, type NotificationRecord } from './notificationRecord.js';
import { OrderAlert, OrderAlertSwitches } from './OrderAlertSwitches.js';
import { useNotifications } from './useNotifications.js';
import { useNotificationText } from './useNotificationText.js';

/** What the badge counts up to; its name says what it shows. */
const MOST = 99;

const ICONS = {
  info: [InfoIcon, 'info.main'],
  warning: [WarningIcon, 'warning.main'],
  error: [ErrorIcon, 'error.main'],
} as const;

const Item = ({ notification, onOpen }: { notification: NotificationRecord; onOpen: () => void }) => {
  const message = useMessage();
  const { title, subject } = useNotificationText(notification);
  const [Glyph, color] = ICONS[notification.severity];
  const isUnread = notification.read_at === null;
  return (
    <ListItem disablePadding divider>
      <ListItemButton
        component={Link}
        to={placeOfNotification(notification)}
        onClick={onOpen}
        data-unread={isUnread}
        sx={{ gap: 1.25, alignItems: 'flex-start', opacity: isUnread ? 1 : 0.75 }}
      >
        <Glyph sx={{ fontSize: 18, mt: 0.25, color }} aria-hidden />
        <Box sx={{ minWidth: 0, flex: 1 }}>
          <Typography variant="body2" sx={{ fontWeight: isUnread ? 650 : 400 }}>
            {title}
            {isUnread && (
              <Box
                component="span"
                sx={{ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }}
              >
                {message('notifications.unread')}
              </Box>
            )}
          </Typography>
          <Typography variant="caption" component="div" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {subject}
          </Typography>
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            <RelativeTime at={notification.created_at} />
          </Typography>
        </Box>
      </ListItemButton>
    </ListItem>
  );
};

/** What happened that a person should know: how much of it is unread, and the newest in a drawer. */
export const NotificationBell = () => {
  const message = useMessage();
  const [isOpen, setOpen] = useState(false);
  const { list, read, readAll } = useNotifications();
  const unread = list.data?.unread ?? 0;
  const title = message('notifications.title');

  const open = (notification: NotificationRecord) => {
    setOpen(false);
    if (notification.read_at === null) read.mutate(notification.id);
  };

  return (
    <>
      <OrderAlert />
      <IconButton
        onClick={() => setOpen(true)}
        aria-label={message('notifications.bell', { count: unread > MOST ? `${MOST}+` : unread })}
        data-unread-count={unread}
      >
        <Badge badgeContent={unread} max={MOST} color="error">
          <BellIcon />
        </Badge>
      </IconButton>
      <Drawer
        anchor="right"
        open={isOpen}
        onClose={() => setOpen(false)}
        slotProps={{ paper: { sx: { width: { xs: '100%', sm: 400 } }, role: 'dialog', 'aria-label': title } }}
      >
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 1,
            px: 2,
            py: 1.25,
            borderBottom: 1,
            borderColor: 'divider',
          }}
        >
          <Typography variant="h2" sx={{ mr: 'auto' }}>
            {title}
          </Typography>
          <Button size="small" disabled={unread === 0 || readAll.isPending} onClick={() => readAll.mutate()}>
            {message('notifications.read_all')}
          </Button>
          <IconButton size="small" onClick={() => setOpen(false)} aria-label={message('common.close')}>
            <CloseIcon />
          </IconButton>
        </Box>
        <Box sx={{ flex: 1, overflowY: 'auto' }}>
          {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
          {list.isPending && <WaitingRows />}
          {list.data?.items.length === 0 && (
            <EmptyState
              icon={BellIcon}
              title={message('notifications.none')}
              hint={message('notifications.none_hint')}
            />
          )}
          <List disablePadding>
            {list.data?.items.map((notification) => (
              <Item key={notification.id} notification={notification} onOpen={() => open(notification)} />
            ))}
          </List>
        </Box>
        <OrderAlertSwitches />
      </Drawer>
    </>
  );
};
