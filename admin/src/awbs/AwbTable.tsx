import PrintedIcon from '@mui/icons-material/LocalPrintshopOutlined';
import { Box, Card, CardActionArea, Link, Tooltip, Typography } from '@mui/material';
import { DataTable, useListContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { CopyText } from '../common/CopyText.js';
import { RelativeTime } from '../common/Moment.js';
import { RowLink } from '../common/RowLink.js';
import { SelectionColumn, SelectRow, SelectShown } from '../common/SelectionColumn.js';
import { useGoneRows } from '../common/LiveRows.js';
import { rowSx, secondarySx, tableSx } from '../common/tableSx.js';
import { useMessage } from '../i18n/useMessage.js';
import { AwbSelectionBar } from './AwbSelectionBar.js';
import { orderIdOf, type AwbRow } from './awbRecord.js';
import { Collected } from './Collected.js';
import { DeliveryChip } from './DeliveryChip.js';
import { usePrinted } from './usePrinted.js';

const Column = DataTable.Col<AwbRow>;

const AwbNumber = ({ awb, onShow }: { awb: AwbRow; onShow: (id: string) => void }) => {
  const message = useMessage();
  const { isPrinted } = usePrinted();
  const show = <RowLink onShow={() => onShow(awb.id)}>{awb.awb_number ?? message('awbs.no_number')}</RowLink>;
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
      {awb.awb_number ? <CopyText text={awb.awb_number}>{show}</CopyText> : show}
      {awb.awb_number && isPrinted(awb.awb_number) && (
        <Tooltip title={message('awbs.printed')}>
          <PrintedIcon titleAccess={message('awbs.printed')} sx={{ fontSize: 16, color: 'text.secondary', ml: 2 }} />
        </Tooltip>
      )}
    </Box>
  );
};

interface AwbTableProps {
  readonly shown: string | null;
  readonly onShow: (id: string) => void;
}

/** A row an AWB, or a wish for one. */
export const AwbTable = ({ shown, onShow }: AwbTableProps) => {
  const gone = useGoneRows();
  const message = useMessage();
  return (
    <>
      <DataTable<AwbRow>
        bulkActionButtons={false}
        rowClick={(id) => {
          onShow(String(id));
          return false;
        }}
        rowSx={({ id }) => rowSx(id === shown, gone.includes(id))}
        sx={{ ...tableSx, ...secondarySx('courier_name', 'parcels') }}
      >
        <SelectionColumn<AwbRow> nameOf={({ awb_number, order_id }) => awb_number ?? order_id} />
        <Column
          source="awb_number"
          disableSort
          label={message('awbs.number')}
          render={(row) => <AwbNumber awb={row} onShow={onShow} />}
        />
        <Column
          source="order_id"
          disableSort
          label={message('awbs.order')}
          render={(row) => (
            <>
              <Link
                component={RouterLink}
                to={`/orders/${orderIdOf(row)}`}
                onClick={(event) => event.stopPropagation()}
              >
                {row.order_id}
              </Link>
              <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                {row.account_type}
              </Typography>
            </>
          )}
        />
        <Column
          source="status"
          disableSort
          label={message('awbs.state')}
          render={(row) => <DeliveryChip awb={row} />}
        />
        <Column
          source="courier_name"
          disableSort
          label={message('awbs.courier')}
          render={(row) => row.courier_name ?? message('common.none')}
        />
        <Column
          align="right"
          source="parcels"
          disableSort
          label={message('awbs.parcels')}
          render={(row) => row.parcels ?? message('common.none')}
        />
        <Column
          align="right"
          source="cod"
          disableSort
          label={message('awbs.cod')}
          render={(row) => <Collected awb={row} />}
        />
        <Column
          source="issued_at"
          label={message('awbs.issued_at')}
          render={(row) => <RelativeTime at={row.issued_at ?? row.requested_at} />}
        />
      </DataTable>
      <AwbSelectionBar />
    </>
  );
};

/** The list on a phone. */
export const AwbCards = ({ onShow }: Pick<AwbTableProps, 'onShow'>) => {
  const message = useMessage();
  const { data = [] } = useListContext<AwbRow>();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <SelectShown />
      {data.map((awb) => (
        <Card key={awb.id} sx={{ display: 'flex', alignItems: 'flex-start' }}>
          <Box sx={{ pt: 1, pl: 0.5 }}>
            <SelectRow id={awb.id} name={awb.awb_number ?? awb.order_id} />
          </Box>
          <CardActionArea onClick={() => onShow(awb.id)} sx={{ p: 1.5, minWidth: 0 }}>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'center' }}>
              <Typography variant="h3" component="span" noWrap>
                {awb.awb_number ?? message('awbs.no_number')}
              </Typography>
              <DeliveryChip awb={awb} />
            </Box>
            <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }} noWrap>
              {[awb.order_id, awb.courier_name].filter(Boolean).join(' · ')}
            </Typography>
            <Typography variant="caption" sx={{ color: 'text.secondary' }}>
              {awb.account_type} · <RelativeTime at={awb.issued_at ?? awb.requested_at} />
            </Typography>
          </CardActionArea>
        </Card>
      ))}
      <AwbSelectionBar />
    </Box>
  );
};
