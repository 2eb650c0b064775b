import DeliveredIcon from '@mui/icons-material/CheckCircleOutlined';
import ReturnedIcon from '@mui/icons-material/KeyboardReturn';
import TransitIcon from '@mui/icons-material/LocalShippingOutlined';
import IssuedIcon from '@mui/icons-material/ReceiptOutlined';
import { AwbStateChip, StateChip } from '../common/StateChip.js';
import { useMessage } from '../i18n/useMessage.js';
import type { AwbRecord } from '../orders/orderRecord.js';

const LOOKS = {
  issued: ['blue', IssuedIcon],
  in_transit: ['amber', TransitIcon],
  delivered: ['green', DeliveredIcon],
  returned: ['brown', ReturnedIcon],
} as const;

/** Where the parcel is, or how far the wish for its AWB has come. */
export const DeliveryChip = ({ awb }: { awb: Pick<AwbRecord, 'status' | 'delivery_state'> }) => {
  const message = useMessage();
  if (awb.delivery_state === null) return <AwbStateChip state={awb.status} />;
  const [tone, icon] = LOOKS[awb.delivery_state];
  return (
    <StateChip tone={tone} icon={icon}>
      {message(`awbs.delivery.${awb.delivery_state}`)}
    </StateChip>
  );
};
