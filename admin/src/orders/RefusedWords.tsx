import { useMessage } from '../i18n/useMessage.js';

/** A refusal of an AWB in the marketplace's own words, and what to do about it. */
export const RefusedWords = ({ text, code }: { text: string | null | undefined; code: string | null | undefined }) => {
  const message = useMessage();
  return (
    <>
      {message('orders.awb_card.refused')} {text && <q>{text}</q>} {code && `(${code})`}
      <br />
      {message('orders.awb_card.refused_advice')}
    </>
  );
};
