import { Alert, Box, Card, Chip, LinearProgress, Link, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import { Detail } from '../common/Panel.js';
import { HealthChip } from '../common/StateChip.js';
import { useMessage } from '../i18n/useMessage.js';
import type { Candidate, LocalProduct, Recommendation, ShownMatch } from './eanRecord.js';
import { MarketplaceProduct } from './MarketplaceProduct.js';

const OK: Readonly<Record<Recommendation, boolean | null>> = {
  already_have_offer: true,
  can_add_offer: true,
  cannot_add_offer: false,
  create_new_product: null,
};

export const RecommendationChip = ({ recommendation }: { recommendation: Recommendation }) => {
  const message = useMessage();
  return <HealthChip ok={OK[recommendation]}>{message(`ean.recommendation.${recommendation}`)}</HealthChip>;
};

const Ranked = ({ candidate, place }: { candidate: Candidate; place: number }) => {
  const message = useMessage();
  return (
    <Card sx={{ p: 1.5 }} data-candidate={candidate.part_number_key}>
      <MarketplaceProduct product={candidate}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mt: 0.75 }}>
          <Typography variant="caption" sx={{ fontWeight: 650, whiteSpace: 'nowrap' }}>
            {message('ean.score', { place, score: candidate.score })}
          </Typography>
          <LinearProgress
            variant="determinate"
            value={candidate.score}
            aria-label={message('ean.score', { place, score: candidate.score })}
            sx={{ flex: 1, maxWidth: 220, height: 6, borderRadius: 3 }}
          />
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mt: 0.75 }}>
          {candidate.reasons.map((reason) => (
            <Chip key={reason} size="small" variant="outlined" label={message(`ean.reasons.${reason}`)} />
          ))}
        </Box>
      </MarketplaceProduct>
    </Card>
  );
};

const Ours = ({ product }: { product: LocalProduct }) => {
  const message = useMessage();
  const filter = encodeURIComponent(JSON.stringify({ q: product.sku ?? product.name }));
  return (
    <Card sx={{ p: 1.5 }} data-ours={product.id}>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {product.name}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(110px, 1fr))', gap: 1, my: 1 }}>
        <Detail label={message('account.label')}>{product.account_type}</Detail>
        <Detail label={message('products.sku')}>{product.sku ?? message('common.none')}</Detail>
        <Detail label="PNK">{product.part_number_key ?? message('common.none')}</Detail>
        <Detail label="EAN">{product.eans.join(', ') || message('common.none')}</Detail>
        <Detail label={message('products.status')}>
          {message(product.is_active ? 'products.states.active' : 'products.states.inactive')}
        </Detail>
        <Detail label={message('ean.matched_by')}>
          {product.matched_by.map((by) => message(`ean.by.${by}`)).join(', ')}
        </Detail>
      </Box>
      <Link component={RouterLink} to={`/products?filter=${filter}`} variant="body2">
        {message('ean.open_ours')}
      </Link>
    </Card>
  );
};

const Column = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <Box sx={{ display: 'grid', gap: 1, alignContent: 'start', minWidth: 0 }}>
    <Typography variant="h3" component="h3">
      {title}
    </Typography>
    {children}
  </Box>
);

/** A decision: what to do, in what order, and what speaks for it. Nothing was attached by it. */
export const MatchView = ({ match }: { match: ShownMatch }) => {
  const message = useMessage();
  const { recommendation, candidates, local_product: ours, other_offers: others = [] } = match;
  return (
    <Box sx={{ display: 'grid', gap: 2, py: 1 }} data-recommendation={recommendation}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <RecommendationChip recommendation={recommendation} />
        <Typography variant="body1" sx={{ fontWeight: 600 }}>
          {message(`ean.advice.${recommendation}`, { account: match.account_type })}
        </Typography>
      </Box>
      {match.needs_confirmation && (
        <Alert severity="warning" variant="outlined">
          {message(match.ambiguous ? 'ean.ambiguous' : 'ean.confirm')}
        </Alert>
      )}
      {match.warnings.map((warning) => (
        <Alert key={warning} severity="warning" variant="outlined">
          {message(`ean.warnings.${warning}`)}
        </Alert>
      ))}
      <Box component="ol" sx={{ m: 0, pl: 3 }}>
        {match.steps.map((step) => (
          <Typography key={step} component="li" variant="body2">
            {message(`ean.steps.${step}`)}
          </Typography>
        ))}
      </Box>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { lg: 'repeat(2, minmax(0, 1fr))' } }}>
        <Column title={message('ean.theirs')}>
          {candidates.length === 0 && (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {message('ean.theirs_none')}
            </Typography>
          )}
          {candidates.map((candidate, index) => (
            <Ranked key={candidate.part_number_key} candidate={candidate} place={index + 1} />
          ))}
        </Column>
        <Column title={message('ean.ours')}>
          {!ours && others.length === 0 && (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {message('ean.ours_none')}
            </Typography>
          )}
          {[...(ours ? [ours] : []), ...others].map((product) => (
            <Ours key={product.id} product={product} />
          ))}
        </Column>
      </Box>
    </Box>
  );
};
