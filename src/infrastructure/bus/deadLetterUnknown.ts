/** There is no such dead letter, or it was sent back already. */
export class DeadLetterUnknown extends Error {
  override readonly name = 'DeadLetterUnknown';
  constructor(readonly id: string) {
    super(`There is no dead letter ${id}, or it was sent back already`);
  }
}
