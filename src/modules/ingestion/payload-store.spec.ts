import { expect, it } from '@jest/globals';
import { newPayloadKey, openPiece, sealPiece } from './payload-store.js';

const piece = Buffer.from('externalId;name\nC1;01019010046\n');

it('stores nothing readable and gives back what came in', () => {
  const key = newPayloadKey();
  const sealed = sealPiece(piece, key, 3);
  expect(sealed.toString('latin1')).not.toContain('01019010046');
  expect(openPiece(sealed, key, 3)).toEqual(piece);
});

it('opens a piece only with its key, in its place, unharmed', () => {
  const key = newPayloadKey();
  const sealed = sealPiece(piece, key, 3);
  expect(() => openPiece(sealed, newPayloadKey(), 3)).toThrow();
  expect(() => openPiece(sealed, key, 4)).toThrow();
  const harmed = Buffer.from(sealed);
  harmed[0] = (harmed[0] ?? 0) ^ 1;
  expect(() => openPiece(harmed, key, 3)).toThrow();
});
