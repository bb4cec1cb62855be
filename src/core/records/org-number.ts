const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];

/**
 * Whether `text` is a Norwegian organisation number: nine digits, the last by modulus 11 (Brønnøysundregistrene).
 *
 * @example isOrgNumber('974760673') // => true (Brønnøysundregistrene itself)
 */
export function isOrgNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  const control = (11 - (sum % 11)) % 11;
  return control === Number(text[8]);
}
