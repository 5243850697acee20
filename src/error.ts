/** What went wrong, as a word that scripts can test for. */
export type ErrorCode = 'bad-input' | 'unreadable-page' | 'unknown-siglum' | 'archive-unavailable' | 'schema-mismatch';

/** Bad input or an archive that can't serve; the message is one sentence for a person: it names the thing and what to do. */
export class StemmaError extends Error {
  override readonly name = 'StemmaError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
