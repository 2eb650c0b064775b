import PersonIcon from '@mui/icons-material/AccountCircleOutlined';
import DensityIcon from '@mui/icons-material/DensityMediumOutlined';
import DarkIcon from '@mui/icons-material/DarkModeOutlined';
import KeyboardIcon from '@mui/icons-material/KeyboardOutlined';
import LanguageIcon from '@mui/icons-material/Translate';
import LightIcon from '@mui/icons-material/LightModeOutlined';
import LogoutIcon from '@mui/icons-material/LogoutOutlined';
import PasswordIcon from '@mui/icons-material/KeyOutlined';
import { Divider, IconButton, ListItemIcon, ListItemText, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useGetIdentity, useLocaleState, useLogout, useStore, useTheme } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { PASSWORD_PAGE } from '../auth/magflowAuthProvider.js';
import { useMessage } from '../i18n/useMessage.js';

/** The person: password, theme, language, shortcuts, and the way out. */
export const UserMenu = ({ onShortcuts }: { onShortcuts: () => void }) => {
  const message = useMessage();
  const { identity } = useGetIdentity();
  const logout = useLogout();
  const navigate = useNavigate();
  const [theme, setTheme] = useTheme();
  const [locale, setLocale] = useLocaleState();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [density, setDensity] = useStore<'dense' | 'comfortable'>('magflow.density', 'dense');
  const isDense = density === 'dense';
  const isDark = theme === 'dark';

  const choose = (act: () => void) => () => {
    setAnchor(null);
    act();
  };

  return (
    <>
      <IconButton
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
        aria-label={message('user.menu')}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
      >
        <PersonIcon />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem disabled sx={{ '&.Mui-disabled': { opacity: 1, fontWeight: 600 } }}>
          {identity?.fullName}
        </MenuItem>
        <Divider />
        <MenuItem onClick={choose(() => setTheme(isDark ? 'light' : 'dark'))}>
          <ListItemIcon>{isDark ? <LightIcon fontSize="small" /> : <DarkIcon fontSize="small" />}</ListItemIcon>
          <ListItemText>{message(isDark ? 'user.theme_light' : 'user.theme_dark')}</ListItemText>
        </MenuItem>
        <MenuItem onClick={choose(() => setLocale(locale === 'en' ? 'ro' : 'en'))}>
          <ListItemIcon>
            <LanguageIcon fontSize="small" />
          </ListItemIcon>
          <ListItemText>{message('user.language')}</ListItemText>
        </MenuItem>
        <MenuItem onClick={choose(() => setDensity(isDense ? 'comfortable' : 'dense'))}>
          <ListItemIcon>
            <DensityIcon fontSize="small" />
          </ListItemIcon>
          <ListItemText>{message(isDense ? 'user.density_comfortable' : 'user.density_dense')}</ListItemText>
        </MenuItem>
        <MenuItem onClick={choose(onShortcuts)}>
          <ListItemIcon>
            <KeyboardIcon fontSize="small" />
          </ListItemIcon>
          <ListItemText>{message('user.shortcuts')}</ListItemText>
        </MenuItem>
        <MenuItem onClick={choose(() => void navigate(PASSWORD_PAGE))}>
          <ListItemIcon>
            <PasswordIcon fontSize="small" />
          </ListItemIcon>
          <ListItemText>{message('user.password')}</ListItemText>
        </MenuItem>
        <Divider />
        <MenuItem onClick={choose(() => void logout({}, undefined, false))}>
          <ListItemIcon>
            <LogoutIcon fontSize="small" />
          </ListItemIcon>
          <ListItemText>{message('user.logout')}</ListItemText>
        </MenuItem>
      </Menu>
    </>
  );
};
