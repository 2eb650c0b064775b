import NextIcon from '@mui/icons-material/ChevronRight';
import PreviousIcon from '@mui/icons-material/ChevronLeft';
import { Box, IconButton, MenuItem, Select, Typography } from '@mui/material';
import { useListContext } from 'react-admin';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';

const SIZES = [25, 50, 100];

/** Pages of a list; a total that was only counted so far says so. */
export const ListPagination = () => {
  const message = useMessage();
  const formats = useFormats();
  const { page, perPage, total = 0, data, setPage, setPerPage, meta } = useListContext();
  const isBounded = meta?.totalIsLowerBound === true;
  const shown = data?.length ?? 0;
  if (shown === 0 && page === 1) return null;
  const from = (page - 1) * perPage + 1;
  const to = from + shown - 1;
  const hasNext = isBounded ? shown === perPage : to < total;
  const totalText = isBounded
    ? message('common.more_than', { count: formats.integer(total - 1) })
    : formats.integer(total);

  return (
    <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: 1, py: 1 }}>
      {(hasNext || page > 1 || perPage !== SIZES[0]) && (
        <Select
          variant="standard"
          disableUnderline
          value={perPage}
          onChange={({ target }) => setPerPage(Number(target.value))}
          inputProps={{ 'aria-label': message('common.rows') }}
          sx={{ fontSize: '0.8125rem', display: { xs: 'none', sm: 'inline-flex' } }}
        >
          {SIZES.map((size) => (
            <MenuItem key={size} value={size}>
              {size}
            </MenuItem>
          ))}
        </Select>
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {formats.integer(from)}–{formats.integer(to)} / {totalText}
      </Typography>
      {(hasNext || page > 1) && (
        <>
          <IconButton disabled={page === 1} onClick={() => setPage(page - 1)} aria-label={`${page - 1}`}>
            <PreviousIcon />
          </IconButton>
          <IconButton disabled={!hasNext} onClick={() => setPage(page + 1)} aria-label={`${page + 1}`}>
            <NextIcon />
          </IconButton>
        </>
      )}
    </Box>
  );
};
