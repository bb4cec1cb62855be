import { expect, it } from '@jest/globals';
import { allowedMethods, type KnownRoute } from './known-routes.js';

const routes: readonly KnownRoute[] = [
  { method: 'GET', url: '/api/v1/candidates' },
  { method: 'POST', url: '/api/v1/candidates' },
  { method: 'GET', url: '/api/v1/candidates/:id' },
  { method: 'GET', url: '/api/docs/*' },
  { method: 'GET', url: '/' },
];

it.each([
  ['/api/v1/candidates', ['GET', 'POST']],
  ['/api/v1/candidates/', ['GET', 'POST']],
  ['/api/v1/candidates?limit=1', ['GET', 'POST']],
  ['/api/v1/candidates/7', ['GET']],
  ['/api/docs/a/b.js', ['GET']],
  ['/', ['GET']],
  ['/api/v1/candidates/7/x', []],
  ['/api/v1', []],
])('knows what %s answers to', (url, methods) => { expect(allowedMethods(routes, url)).toEqual(methods); });
