import OkIcon from '@mui/icons-material/CheckCircleOutlined';
import { Box, Card, Typography } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import { ListBase, useListContext, type RaRecord } from 'react-admin';
import { EmptyState } from '../common/EmptyState.js';
import { ListStates } from '../common/ListStates.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { useIsPhone } from '../common/useIsPhone.js';

interface Stopped {
  readonly what: ReactNode;
  readonly reason: string;
  /** How often and when. */
  readonly circumstances: ReactNode;
  readonly act?: ReactNode;
}

interface StoppedListProps<Row extends RaRecord<string>> {
  readonly resource: string;
  /** Newest by this first. */
  readonly newestBy: string;
  readonly none: string;
  readonly noneHint: string;
  readonly table: ReactElement;
  /** A row on a phone. */
  readonly cardOf: (row: Row) => Stopped;
}

const Cards = <Row extends RaRecord<string>>({ cardOf }: Pick<StoppedListProps<Row>, 'cardOf'>) => {
  const { data = [] } = useListContext<Row>();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {data.map((row) => {
        const { what, reason, circumstances, act } = cardOf(row);
        return (
          <Card key={row.id} sx={{ p: 1.5 }}>
            {what}
            <Typography variant="body2" color="error" sx={{ my: 0.5, overflowWrap: 'anywhere' }}>
              {reason}
            </Typography>
            <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
              {circumstances}
            </Typography>
            {act}
          </Card>
        );
      })}
    </Box>
  );
};

/** What stopped at an error, as a table or, on a phone, as cards. */
export const StoppedList = <Row extends RaRecord<string>>(props: StoppedListProps<Row>) => {
  const { resource, newestBy, none, noneHint, table, cardOf } = props;
  const isPhone = useIsPhone();
  return (
    <ListBase<Row> resource={resource} queryOptions={saidOnPage} perPage={25} sort={{ field: newestBy, order: 'DESC' }}>
      <ListStates empty={<EmptyState icon={OkIcon} title={none} hint={noneHint} />}>
        {isPhone ? <Cards cardOf={cardOf} /> : table}
      </ListStates>
    </ListBase>
  );
};
