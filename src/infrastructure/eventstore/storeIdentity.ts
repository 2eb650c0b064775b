/** Stream of the log's own record: the id of its first event is the identity of the log. */
export const STORE_STREAM = '$magflow-store';
export const STORE_CREATED = '$storeCreated';
