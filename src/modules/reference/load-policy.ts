import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CRITERIA, type ScoringPolicy } from '../../core/matching/policy.js';

/**
 * Reads a scoring policy: the shipped one, or the file a person names.
 *
 * @throws Error naming the file and what is wrong with it
 */
export function loadScoringPolicy(dataDir: string, file = join(dataDir, 'policy', 'scoring.json')): ScoringPolicy {
  const policy = JSON.parse(readFileSync(file, 'utf8')) as ScoringPolicy;
  if (typeof policy.version !== 'string' || policy.version === '') throw new Error(`${file}: "version" is missing`);
  for (const criterion of CRITERIA) {
    const weight: unknown = policy.weights[criterion];
    if (!Number.isInteger(weight) || (weight as number) <= 0) throw new Error(`${file}: weights.${criterion} must be a positive whole number`);
  }
  return policy;
}
