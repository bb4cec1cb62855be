/** A route as registered with the HTTP server. */
export interface KnownRoute {
  readonly method: string;
  /** Pattern such as `/api/v1/candidates/:id` or `/api/docs/*`. */
  readonly url: string;
}

/**
 * The methods that would have been answered at `url`, sorted; empty when the path is unknown.
 * The router itself answers both cases alike.
 */
export function allowedMethods(routes: readonly KnownRoute[], url: string): readonly string[] {
  const path = segmentsOf(url.split('?', 1)[0] ?? '');
  const methods = routes.filter((route) => matches(segmentsOf(route.url), path)).map(({ method }) => method);
  return [...new Set(methods)].sort();
}

const segmentsOf = (path: string): readonly string[] => path.replace(/^\/+|\/+$/g, '').split('/');

function matches(pattern: readonly string[], path: readonly string[]): boolean {
  if (pattern.at(-1)?.startsWith('*') === true) return path.length >= pattern.length - 1 && matches(pattern.slice(0, -1), path.slice(0, pattern.length - 1));
  return pattern.length === path.length && pattern.every((segment, index) => (segment.startsWith(':') ? path[index] !== '' : segment === path[index]));
}
