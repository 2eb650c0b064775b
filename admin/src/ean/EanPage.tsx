import { Box, Tab, Tabs } from '@mui/material';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { useAccountScope } from '../common/AccountScope.js';
import { PageHeader } from '../common/PageHeader.js';
import { useMessage } from '../i18n/useMessage.js';
import { DecisionList } from './DecisionList.js';
import { MatchTab } from './MatchTab.js';
import { Quotas } from './Quotas.js';
import { SearchTab } from './SearchTab.js';
import { useEanSearch } from './useEanSearch.js';

const TABS = ['search', 'match', 'decisions'] as const;
type EanTab = (typeof TABS)[number];
const isTab = (text: string | undefined): text is EanTab => TABS.some((tab) => tab === text);

/** Codes to products of the marketplace, and what to do with each. Tab, codes and account stand in the address. */
export const EanPage = () => {
  const message = useMessage();
  const [scope] = useAccountScope();
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const { tab: wanted } = useParams();
  const tab = isTab(wanted) ? wanted : 'search';
  const ean = address.get('ean') ?? '';
  const account = (address.get('account') ?? scope) || undefined;

  const go = (changes: { readonly tab?: EanTab; readonly ean?: string; readonly account?: string }) => {
    const { tab: next = tab, ...asked } = { ean, account: account ?? '', ...changes };
    const query = new URLSearchParams(Object.entries(asked).filter(([, one]) => one));
    // The list of decisions has filters, order and page of its own there.
    const search = next === 'decisions' ? '' : query.toString();
    void navigate({ pathname: next === 'search' ? '/emag/ean' : `/emag/ean/${next}`, search });
  };

  const { search, last } = useEanSearch(({ eans }) => go({ ean: eans.join(' ') }));

  return (
    <>
      <PageHeader title={message('ean.title')} />
      <Quotas account={account} />
      <Tabs
        value={tab}
        onChange={(_event, next: EanTab) => go({ tab: next })}
        variant="scrollable"
        scrollButtons={false}
        sx={{ borderBottom: 1, borderColor: 'divider' }}
      >
        {TABS.map((one) => (
          <Tab key={one} value={one} label={message(`ean.tabs.${one}`)} />
        ))}
      </Tabs>
      <Box sx={{ pt: tab === 'decisions' ? 0 : 2 }}>
        {tab === 'search' && (
          <SearchTab
            initial={ean || (last?.variables?.eans ?? []).join(' ')}
            account={account}
            onAccount={(next) => go({ account: next })}
            search={search}
            last={last}
            onMatch={(code, by) => go({ tab: 'match', ean: code, account: account ?? by })}
          />
        )}
        {tab === 'match' && (
          <MatchTab
            key={ean}
            initialEan={ean.split(' ')[0] ?? ''}
            account={account}
            onAccount={(next) => go({ account: next })}
          />
        )}
        {tab === 'decisions' && <DecisionList />}
      </Box>
    </>
  );
};
