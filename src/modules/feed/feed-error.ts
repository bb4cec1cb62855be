/** Why the feed could not be read; stable, for the API and the metrics. */
export type FeedErrorCode = 'feed.unauthorised' | 'feed.unavailable' | 'feed.malformed' | 'feed.refused';

/** The feed could not be read. The message holds neither token nor content. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
  constructor(readonly code: FeedErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
  }
}
