import { expect, it } from '@jest/globals';
import { catalogue, codeForStatus, type ProblemKind } from './catalogue.js';

it.each(Object.entries<ProblemKind>(catalogue))('%s has a status, a title and an explanation', (code, { status, title, explanation }) => {
  expect(code).toMatch(/^[a-z-]+\.[a-z-]+$/);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(600);
  expect(title).not.toMatch(/[<>.]/);
  expect(explanation).not.toMatch(/[<>]/); // it stands in a page as it is
});

it.each([400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 415, 422, 428, 429, 503])('has a general code for %s with that status', (status) => {
  expect(catalogue[codeForStatus(status)].status).toBe(status);
});

it.each([[418, 400], [500, 500], [502, 500]])('falls back from %s to %s', (status, expected) => {
  expect(catalogue[codeForStatus(status)].status).toBe(expected);
});
