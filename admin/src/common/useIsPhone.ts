import { useMediaQuery, type Theme } from '@mui/material';

/** Lists are cards below this width. */
export const useIsPhone = (): boolean => useMediaQuery<Theme>(({ breakpoints }) => breakpoints.down('md'));
