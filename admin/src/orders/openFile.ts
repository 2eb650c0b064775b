import { api, bodyOf, type Schemas } from '../api/client.js';

const KEPT_MS = 60_000;

/** Reads a file that needs our token. @throws ApiProblem */
export type FileReader = () => Promise<Blob>;

/**
 * Opens a file in a tab of its own. The tab is opened before the file is asked for: later the browser would take it for
 * an unwanted pop-up. @throws ApiProblem; then the tab is closed again
 */
export const openFile = async (read: FileReader): Promise<void> => {
  const tab = window.open('', '_blank');
  try {
    const url = URL.createObjectURL(await read());
    if (tab) tab.location.href = url;
    else window.location.assign(url);
    setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
  } catch (error) {
    tab?.close();
    throw error;
  }
};

/** The label in the size of label printers. */
export const labelOf =
  ({ awb_number, account_type }: Pick<Schemas['Awb'], 'awb_number' | 'account_type'>): FileReader =>
  () =>
    bodyOf(
      api.GET('/emag/phase2/awb/{awb_number}/label', {
        params: { path: { awb_number: awb_number ?? '' }, query: { account_type, format: 'A6' } },
        parseAs: 'blob',
      }),
    );

/** The most labels that one file holds. */
export const LABELS_AT_ONCE = 100;

/** The labels of many AWBs as one file, up to `LABELS_AT_ONCE`. */
export const labelsOf =
  (awbNumbers: readonly string[]): FileReader =>
  () =>
    bodyOf(
      api.GET('/emag/phase2/awb/labels', {
        params: { query: { awb: [...awbNumbers], format: 'A6' } },
        parseAs: 'blob',
      }),
    );

export const invoicePdf =
  (number: string): FileReader =>
  () =>
    bodyOf(api.GET('/invoices/{number}/pdf', { params: { path: { number } }, parseAs: 'blob' }));
