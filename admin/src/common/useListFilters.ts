import { useCallback } from 'react';
import { useListContext } from 'react-admin';

const isSet = (value: unknown): boolean => value !== undefined && value !== '' && value !== false;

/** Filters of the list around, one changed at a time; what is empty or off is none. */
export const useListFilters = () => {
  const { filterValues, setFilters } = useListContext();
  const change = useCallback(
    (name: string, value: unknown) =>
      setFilters(
        Object.fromEntries(Object.entries({ ...filterValues, [name]: value }).filter(([, one]) => isSet(one))),
      ),
    [filterValues, setFilters],
  );
  const textOf = (name: string): string => (filterValues[name] === undefined ? '' : String(filterValues[name]));
  return { filterValues, textOf, change };
};
