/** Something asked of the control API that it cannot do; `status` is the HTTP answer. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}
