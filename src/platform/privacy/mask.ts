/** Eleven digits standing alone, also as printed with a space, dot or hyphen after the sixth: Norwegian identity and D-numbers. */
const identityNumber = /(?<!\d)\d{6}[ .\-\u00a0]?\d{5}(?!\d)/g;

/**
 * Replaces every run of eleven digits, so that no identity number reaches a log line or an error message.
 * Deliberately without a checksum test: a mistyped number still points at a person.
 *
 * @example maskIdentityNumbers('født 01019012345') // => 'født ***********'
 */
export function maskIdentityNumbers(text: string): string {
  return text.replace(identityNumber, '***********');
}
