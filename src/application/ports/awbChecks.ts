/** An AWB whose parcel may still move. */
export interface LiveAwb {
  readonly orderId: string;
  readonly awbNumber: string;
  readonly reservationId: string | null;
  readonly emagId: string | null;
}

/** When each AWB was last looked at. Lost, all of them are looked at once more. */
export interface AwbChecks {
  /** Issued by us, neither delivered nor returned, and not looked at for long: longest first, at most `limit`. */
  due(account: string, now: Date, limit: number): Promise<readonly LiveAwb[]>;
  checked(account: string, awbNumber: string, at: Date): Promise<void>;
}
