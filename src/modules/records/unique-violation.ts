import { QueryFailedError } from 'typeorm';
import { AppError } from '../../platform/problems/app-error.js';
import type { ProblemCode } from '../../platform/problems/catalogue.js';

/** For `.catch`: a row that is there already becomes the expected failure `code`; other errors pass on. */
export const whenTaken = (code: ProblemCode, detail: string) => (error: unknown): never => {
  if (error instanceof QueryFailedError && (error.driverError as { code?: unknown }).code === '23505') throw new AppError(code, detail);
  throw error;
};
