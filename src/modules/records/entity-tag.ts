import { AppError } from '../../platform/problems/app-error.js';

/** The entity tag of a version, as HTTP writes it. */
export const entityTag = (version: number): string => `"${version}"`;

function tagsIn(header: string): string[] {
  return header.split(',').map((tag) => tag.trim());
}

/** Whether the caller already has this version (`If-None-Match`). */
export function isKnownTo(header: string | undefined, version: number): boolean {
  if (header === undefined) return false;
  return tagsIn(header).some((tag) => tag === '*' || tag.replace(/^W\//, '') === entityTag(version));
}

/** The versions a change may apply to (`If-Match`): `'any'` for `*`. @throws AppError 428 when the header is missing */
export function versionsAllowed(header: string | undefined): readonly number[] | 'any' {
  if (header === undefined || header.trim() === '') throw new AppError('request.version-required', 'Send «If-Match» med ETag fra da posten ble hentet.');
  const tags = tagsIn(header);
  if (tags.includes('*')) return 'any';
  // A tag of another form is of no version of ours: then the condition fails, as it should.
  return tags.flatMap((tag) => (/^"\d{1,9}"$/.test(tag) ? [Number(tag.slice(1, -1))] : []));
}
