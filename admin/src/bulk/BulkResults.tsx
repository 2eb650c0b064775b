import { Box, Link, Typography } from '@mui/material';
import { useMemo } from 'react';
import { ListContextProvider, useList } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { ListPagination } from '../common/ListPagination.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import type { BulkResult, BulkVerb } from './bulkRecord.js';

const PER_PAGE = 25;

/** What became of each order so far, what failed first; a page at a time, for there may be a thousand. */
export const BulkResults = ({ result, verb }: { result: BulkResult; verb: BulkVerb | undefined }) => {
  const message = useMessage();
  const word = useWord();
  const lines = useMemo(() => {
    const { failed, success } = result.results;
    return [
      ...failed.map(({ order_id, code, error }) => ({
        id: `failed ${order_id}`,
        to: order_id,
        order_id,
        text: word('code', code) === code ? error : word('code', code),
        isFailed: true,
      })),
      ...success.map(({ order_id, account_type, awb_number, number }) => ({
        id: `done ${order_id}`,
        to: account_type === null ? order_id : `${account_type}-${order_id}`,
        order_id,
        // An order that was acknowledged may have its AWB by now, which is not what this work made.
        text: (verb === 'acknowledge' ? null : (number ?? awb_number)) ?? message('bulk.item_done'),
        isFailed: false,
      })),
    ];
  }, [result, verb, word, message]);
  const list = useList({ data: lines, perPage: PER_PAGE });
  if (lines.length === 0) return null;
  return (
    <ListContextProvider value={list}>
      <Box role="list">
        {list.data?.map(({ id, to, order_id, text, isFailed }) => (
          <Box key={id} role="listitem" sx={{ py: 0.25 }}>
            <Typography variant="body2" sx={{ overflowWrap: 'anywhere', ...(isFailed && { color: 'error.main' }) }}>
              <Link
                component={RouterLink}
                to={`/orders/${to}`}
                color="inherit"
                sx={{ fontWeight: isFailed ? 600 : 400 }}
              >
                {order_id}
              </Link>{' '}
              {text}
            </Typography>
          </Box>
        ))}
      </Box>
      <ListPagination />
    </ListContextProvider>
  );
};
