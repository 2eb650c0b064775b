import ClearIcon from '@mui/icons-material/Close';
import SearchIcon from '@mui/icons-material/Search';
import { IconButton, InputAdornment, TextField } from '@mui/material';
import { useEffect, useState } from 'react';
import { useMessage } from '../i18n/useMessage.js';

const PAUSE_MS = 300;

interface SearchFieldProps {
  readonly value: string;
  readonly label: string;
  readonly onSearch: (q: string) => void;
}

/** A search field that asks when typing rests. */
export const SearchField = ({ value, label, onSearch }: SearchFieldProps) => {
  const message = useMessage();
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setText(value);
  }

  useEffect(() => {
    const wanted = text.trim();
    if (wanted === value) return undefined;
    const timer = setTimeout(() => onSearch(wanted), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);

  return (
    <TextField
      value={text}
      onChange={({ target }) => setText(target.value)}
      placeholder={label}
      sx={{
        flex: '1 1 240px',
        maxWidth: { md: 360 },
        // The browser's own beside ours would be two.
        '& input::-webkit-search-cancel-button': { display: 'none' },
      }}
      slotProps={{
        htmlInput: { 'aria-label': label, type: 'search' },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
          endAdornment: text && (
            <InputAdornment position="end">
              <IconButton size="small" onClick={() => setText('')} aria-label={message('common.clear')}>
                <ClearIcon fontSize="small" />
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
};
