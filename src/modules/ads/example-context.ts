const LONGEST_CONTEXT = 300;

const EMAIL = /[^\s@]+@[^\s@]+/g;
/** Eight digits or more, however they are grouped. */
const LONG_NUMBER = /\+?\d(?:[ .-]?\d){7,}/g;

/**
 * The line a reading stands in, shortened around it, without addresses and long numbers: an example is kept after the ad
 * is gone, and contact data must not be.
 */
export function contextOf(plainText: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const lineStart = plainText.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = plainText.indexOf('\n', end);
  const room = Math.max(0, Math.floor((LONGEST_CONTEXT - (end - start)) / 2));
  const piece = plainText.slice(Math.max(lineStart, start - room), Math.min(lineEnd === -1 ? plainText.length : lineEnd, end + room));
  return piece.replace(EMAIL, '…').replace(LONG_NUMBER, '…').trim();
}
