import { Button } from '@mui/material';
import { useListContext } from 'react-admin';
import { useMessage } from '../i18n/useMessage.js';
import { EmptyState, type EmptyStateProps } from './EmptyState.js';

/** An empty list: filters that let nothing through are said and can be taken away; else it says what would be here. */
export const ListEmpty = (nothingYet: EmptyStateProps) => {
  const message = useMessage();
  const { filterValues, setFilters } = useListContext();
  if (Object.keys(filterValues).length === 0) return <EmptyState {...nothingYet} />;
  return (
    <EmptyState
      icon={nothingYet.icon}
      title={message('common.none_match')}
      hint={message('common.none_match_hint')}
      action={
        <Button variant="outlined" onClick={() => setFilters({})}>
          {message('common.clear')}
        </Button>
      }
    />
  );
};
