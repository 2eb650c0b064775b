import { requestFile } from '../api/request.js';

const KEPT_MS = 60_000;

/**
 * Opens a file that needs our token in a tab of its own. The tab is opened before the file is asked for: later the
 * browser would take it for an unwanted pop-up. @throws ApiProblem; then the tab is closed again
 */
export const openFile = async (path: string, query?: Readonly<Record<string, string>>): Promise<void> => {
  const tab = window.open('', '_blank');
  try {
    const url = URL.createObjectURL(await requestFile(path, query));
    if (tab) tab.location.href = url;
    else window.location.assign(url);
    setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
  } catch (error) {
    tab?.close();
    throw error;
  }
};

export const labelPath = (awbNumber: string): string => `/emag/phase2/awb/${encodeURIComponent(awbNumber)}/label`;
export const invoicePath = (number: string): string => `/invoices/${encodeURIComponent(number)}/pdf`;
