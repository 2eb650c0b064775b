import { FormControlLabel, Switch, TextField } from '@mui/material';
import { useCallback, useEffect, useState } from 'react';
import { FilterBar } from '../common/FilterBar.js';
import { FilterSelect } from '../common/FilterSelect.js';
import { SearchField } from '../common/SearchField.js';
import { useListFilters } from '../common/useListFilters.js';
import { useMessage } from '../i18n/useMessage.js';
import { OFFER_STATUSES } from './productRecord.js';

const PAUSE_MS = 400;

interface TypedFilterProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly width: number;
  readonly isRight?: (text: string) => boolean;
}

const always = (): boolean => true;

/** A filter that is typed and acts when typing rests. */
const TypedFilter = ({ label, value, onChange, width, isRight = always }: TypedFilterProps) => {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setText(value);
  }
  const wanted = text.trim();
  const isWrong = wanted !== '' && !isRight(wanted);
  useEffect(() => {
    if (wanted === value || isWrong) return undefined;
    const timer = setTimeout(() => onChange(wanted), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted, value, isWrong, onChange]);
  return (
    <TextField
      label={label}
      value={text}
      error={isWrong}
      onChange={({ target }) => setText(target.value)}
      sx={{ width }}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
};

const isPrice = (text: string): boolean => /^\d{1,10}(?:\.\d{1,4})?$/.test(text);

/** Search and filters of the catalogue and of its offers. */
export const ProductFilterBar = ({ list }: { list: 'catalogue' | 'offers' }) => {
  const message = useMessage();
  const { filterValues, textOf, change } = useListFilters();
  const search = useCallback((q: string) => change('q', q), [change]);
  const brand = useCallback((text: string) => change('brand', text), [change]);
  const from = useCallback((text: string) => change('price_min', text), [change]);
  const to = useCallback((text: string) => change('price_max', text), [change]);
  return (
    <FilterBar search={<SearchField value={textOf('q')} label={message('products.search')} onSearch={search} />}>
      <TypedFilter label={message('products.brand')} value={textOf('brand')} onChange={brand} width={140} />
      <FilterSelect
        label={message('products.status')}
        value={textOf('status')}
        choices={OFFER_STATUSES.map((value) => ({ value, label: message(`products.states.${value}`) }))}
        onChange={(value) => change('status', value)}
      />
      <FilterSelect
        label={message('products.stock')}
        value={textOf('in_stock')}
        choices={[
          { value: 'true', label: message('products.in_stock') },
          { value: 'false', label: message('products.out_of_stock') },
        ]}
        onChange={(value) => change('in_stock', value)}
      />
      {list === 'offers' && (
        <>
          <TypedFilter
            label={message('products.price_from')}
            value={textOf('price_min')}
            onChange={from}
            width={120}
            isRight={isPrice}
          />
          <TypedFilter
            label={message('products.price_to')}
            value={textOf('price_max')}
            onChange={to}
            width={120}
            isRight={isPrice}
          />
        </>
      )}
      <FormControlLabel
        control={
          <Switch
            size="small"
            checked={textOf('buy_box_lost') === 'true'}
            onChange={(_event, checked) => change('buy_box_lost', checked)}
          />
        }
        label={message('products.buy_box_lost')}
      />
      {list === 'offers' && (
        <FormControlLabel
          control={
            <Switch
              size="small"
              checked={filterValues['include_inactive'] !== undefined}
              onChange={(_event, checked) => change('include_inactive', checked)}
            />
          }
          label={message('products.with_inactive')}
        />
      )}
    </FilterBar>
  );
};
