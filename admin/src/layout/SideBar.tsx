import { Box, List, ListItem, ListItemButton, ListItemIcon, ListItemText, Typography } from '@mui/material';
import { Link, useLocation } from 'react-router-dom';
import type { Role } from '../auth/magflowAuthProvider.js';
import { usePermissions } from 'react-admin';
import { useMessage } from '../i18n/useMessage.js';
import { placeOf, PLACES, type Place } from './navigation.js';

export const PlaceLink = ({ place, onClick }: { place: Place; onClick?: () => void }) => {
  const message = useMessage();
  const isHere = placeOf(useLocation().pathname)?.to === place.to;
  const Icon = place.icon;
  return (
    <ListItemButton
      component={Link}
      to={place.to}
      selected={isHere}
      aria-current={isHere ? 'page' : undefined}
      onClick={onClick}
      sx={{ borderRadius: '6px', minHeight: 36, py: 0.5, px: 1, '&.Mui-selected': { fontWeight: 600 } }}
    >
      <ListItemIcon sx={{ minWidth: 32, color: isHere ? 'primary.main' : 'text.secondary' }}>
        <Icon sx={{ fontSize: 20 }} />
      </ListItemIcon>
      <ListItemText
        primary={message(place.label)}
        slotProps={{ primary: { variant: 'body2', sx: { fontWeight: isHere ? 650 : 500 } } }}
      />
    </ListItemButton>
  );
};

export const PlaceGroups = ({ onClick }: { onClick?: () => void }) => {
  const message = useMessage();
  const { permissions = [] } = usePermissions<readonly Role[]>();
  return (
    <>
      {PLACES.map((group) => (
        <Box key={group.label} sx={{ mb: 1 }}>
          <Typography variant="overline" component="h2" sx={{ px: 1, color: 'text.secondary' }}>
            {message(group.label)}
          </Typography>
          <List disablePadding sx={{ display: 'grid', gap: '2px' }}>
            {group.places
              .filter(({ roles }) => roles?.some((role) => permissions.includes(role)) ?? true)
              .map((place) => (
                <ListItem key={place.to} disablePadding>
                  <PlaceLink place={place} {...(onClick && { onClick })} />
                </ListItem>
              ))}
          </List>
        </Box>
      ))}
    </>
  );
};

export const SideBar = () => {
  const message = useMessage();
  return (
    <Box
      component="nav"
      aria-label={message('nav.main')}
      sx={{
        display: { xs: 'none', md: 'block' },
        width: 216,
        flexShrink: 0,
        borderRight: 1,
        borderColor: 'divider',
        px: 1,
        py: 1.5,
        position: 'sticky',
        top: 52,
        alignSelf: 'flex-start',
        height: 'calc(100dvh - 52px)',
        overflowY: 'auto',
      }}
    >
      <PlaceGroups />
    </Box>
  );
};
