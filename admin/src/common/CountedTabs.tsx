import { Box, Tab, Tabs } from '@mui/material';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import type { ListCount } from './useListCounts.js';

export interface CountedTab<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly count: ListCount | undefined;
}

interface CountedTabsProps<T extends string> {
  readonly tabs: readonly CountedTab<T>[];
  readonly current: T | null;
  readonly onChange: (tab: T) => void;
}

/** Saved filters of a work queue, each with how much stands in it. */
export const CountedTabs = <T extends string>({ tabs, current, onChange }: CountedTabsProps<T>) => {
  const message = useMessage();
  const formats = useFormats();
  return (
    <Tabs
      value={current ?? false}
      onChange={(_event, tab: T) => onChange(tab)}
      variant="scrollable"
      scrollButtons={false}
      sx={{ borderBottom: 1, borderColor: 'divider' }}
    >
      {tabs.map(({ value, label, count }) => (
        <Tab
          key={value}
          value={value}
          label={
            <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'baseline' }}>
              {label}
              <Box component="span" sx={{ fontSize: '0.75rem', color: 'text.secondary', minWidth: 12 }}>
                {count &&
                  (count.isLowerBound
                    ? message('common.more_than', { count: formats.integer(count.total - 1) })
                    : formats.integer(count.total))}
              </Box>
            </Box>
          }
        />
      ))}
    </Tabs>
  );
};
