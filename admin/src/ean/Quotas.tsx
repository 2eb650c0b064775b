import { Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { RelativeTime } from '../common/Moment.js';
import { useNow } from '../common/useNow.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import { readQuotas } from './eanCalls.js';

export const QUOTA_KEY = ['ean', 'quota'];
/** What is whole again this soon is as good as whole. */
const SOON_MS = 60_000;

/** How many look-ups the marketplace still allows today. */
export const Quotas = ({ account }: { account: string | undefined }) => {
  const message = useMessage();
  const formats = useFormats();
  const now = useNow();
  const { data } = useQuery({ queryKey: [...QUOTA_KEY, account], queryFn: () => readQuotas(account) });
  return (
    <Typography variant="body2" component="div" sx={{ color: 'text.secondary', minHeight: '1.5em' }}>
      {data?.map((quota) => (
        <span key={quota.account_type} data-quota={quota.account_type} style={{ marginInlineEnd: 16 }}>
          {quota.account_type}:{' '}
          {quota.limit === null || quota.remaining === null
            ? message('ean.quota_none')
            : message('ean.quota', {
                remaining: formats.integer(quota.remaining),
                smart_count: quota.limit,
              })}
          {quota.resets_at && Date.parse(quota.resets_at) > now + SOON_MS && (
            <>
              {' · '}
              {message('ean.quota_resets')} <RelativeTime at={quota.resets_at} />
            </>
          )}
        </span>
      ))}
    </Typography>
  );
};
