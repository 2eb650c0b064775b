import SearchOffIcon from '@mui/icons-material/SearchOff';
import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { EmptyState } from '../common/EmptyState.js';
import { useMessage } from '../i18n/useMessage.js';

export const NotFound = () => {
  const translate = useTranslate();
  const message = useMessage();
  return (
    <EmptyState
      icon={SearchOffIcon}
      title={translate('ra.page.not_found')}
      hint={translate('ra.message.not_found')}
      action={
        <Button component={Link} to="/orders" variant="contained">
          {message('nav.orders')}
        </Button>
      }
    />
  );
};
