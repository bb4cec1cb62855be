import type { Viewer } from '../candidates/candidate.view.js';

/**
 * SQL condition on a `candidate` row called `alias`: outside the own team nobody exists whose address is not known to
 * need no protection, and so nothing that hangs on them exists either.
 */
export function visibleTo(viewer: Viewer, alias: string): string {
  return viewer === 'own-team' ? 'true' : `${alias}.address_protection = 'none'`;
}
