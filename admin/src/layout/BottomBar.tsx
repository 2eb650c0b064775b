import MoreIcon from '@mui/icons-material/MoreHoriz';
import SearchIcon from '@mui/icons-material/Search';
import { Box, ButtonBase, Drawer, Paper } from '@mui/material';
import { useState } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { useMessage } from '../i18n/useMessage.js';
import { placeOf, PLACES, type Place } from './navigation.js';
import { PlaceGroups } from './SideBar.js';

const THUMB: readonly string[] = ['/dashboard', '/orders', '/emag/awb'];
const [dashboard, orders, awbs] = THUMB.map((to) =>
  PLACES.flatMap(({ places }) => places).find((place) => place.to === to),
);

const itemSx = (isHere: boolean) => ({
  flex: 1,
  flexDirection: 'column',
  gap: 0.25,
  minHeight: 56,
  fontSize: '0.6875rem',
  fontWeight: 600,
  color: isHere ? 'primary.main' : 'text.secondary',
});

const Item = ({ place }: { place: Place | undefined }) => {
  const message = useMessage();
  const { pathname } = useLocation();
  if (!place) return null;
  const isHere = placeOf(pathname)?.to === place.to;
  const Icon = place.icon;
  return (
    <ButtonBase component={Link} to={place.to} aria-current={isHere ? 'page' : undefined} sx={itemSx(isHere)}>
      <Icon sx={{ fontSize: 22 }} />
      {message(place.label)}
    </ButtonBase>
  );
};

/** The frame's navigation on a phone, under the thumb. */
export const BottomBar = ({ onSearch }: { onSearch: () => void }) => {
  const message = useMessage();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Paper
        component="nav"
        square
        aria-label={message('nav.main')}
        sx={{
          display: { xs: 'flex', md: 'none' },
          position: 'fixed',
          insetInline: 0,
          bottom: 0,
          zIndex: 'appBar',
          borderTop: 1,
          borderColor: 'divider',
          pb: 'env(safe-area-inset-bottom)',
        }}
      >
        <Item place={dashboard} />
        <Item place={orders} />
        <ButtonBase onClick={onSearch} sx={itemSx(false)}>
          <SearchIcon sx={{ fontSize: 22 }} />
          {message('nav.search')}
        </ButtonBase>
        <Item place={awbs} />
        <ButtonBase onClick={() => setOpen(true)} aria-expanded={isOpen} sx={itemSx(false)}>
          <MoreIcon sx={{ fontSize: 22 }} />
          {message('nav.more')}
        </ButtonBase>
      </Paper>
      <Drawer anchor="bottom" open={isOpen} onClose={() => setOpen(false)}>
        <Box sx={{ p: 1.5, pb: 4 }}>
          <PlaceGroups onClick={() => setOpen(false)} />
        </Box>
      </Drawer>
    </>
  );
};
