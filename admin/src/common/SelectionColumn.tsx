import { Checkbox, FormControlLabel } from '@mui/material';
import { DataTable, useListContext, type RaRecord } from 'react-admin';
import { useMessage } from '../i18n/useMessage.js';

/** Selects, or unselects, the rows of the page shown; rows selected on other pages stay selected. */
const SelectPage = () => {
  const message = useMessage();
  const { data = [], selectedIds = [], onSelect } = useListContext();
  const ids = data.map(({ id }) => id);
  const selected = ids.filter((id) => selectedIds.includes(id)).length;
  const isAll = ids.length > 0 && selected === ids.length;
  return (
    <Checkbox
      size="small"
      checked={isAll}
      indeterminate={selected > 0 && !isAll}
      onChange={() =>
        onSelect(isAll ? selectedIds.filter((id) => !ids.includes(id)) : [...new Set([...selectedIds, ...ids])])
      }
      slotProps={{ input: { 'aria-label': message('selection.page') } }}
      sx={{ p: 0.5 }}
    />
  );
};

/** The same over cards, which have no head. */
export const SelectShown = () => {
  const message = useMessage();
  return (
    <FormControlLabel
      control={<SelectPage />}
      label={message('selection.page')}
      slotProps={{ typography: { variant: 'body2' } }}
      sx={{ m: 0, pl: 0.5, width: 'max-content' }}
    />
  );
};

/** Selects one row, for cards and tables; `name` tells it from the others. */
export const SelectRow = ({ id, name }: { id: RaRecord['id']; name: string }) => {
  const message = useMessage();
  const { selectedIds = [], onToggleItem } = useListContext();
  return (
    <Checkbox
      size="small"
      checked={selectedIds.includes(id)}
      onClick={(event) => event.stopPropagation()}
      onChange={() => onToggleItem(id)}
      slotProps={{ input: { 'aria-label': message('selection.row', { name }) } }}
      sx={{ p: 0.5 }}
    />
  );
};

/** The first column of a list with a selection: react-admin's own has no label on its input. */
export const SelectionColumn = <R extends RaRecord>({ nameOf }: { readonly nameOf: (row: R) => string }) => (
  <DataTable.Col<R>
    label={<SelectPage />}
    render={(row) => <SelectRow id={row.id} name={nameOf(row)} />}
    // A click beside the box is meant for it, not for the row.
    onClick={(event) => event.stopPropagation()}
    sx={{ width: 40, p: '0 4px !important' }}
  />
);
