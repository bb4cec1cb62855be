import type { VacancyRecord } from '../records/vacancy.js';
import type { AdReading } from './context.js';

/**
 * The vacancy with what its text says filled in where its own fields are silent. An employer who has stated demands in
 * fields has stated them; only a vacancy without any is read for its demands. What the employer offers is read either way.
 */
export function withReading(vacancy: VacancyRecord, { access: _, trainedOnTheJob: __, ...read }: AdReading): VacancyRecord {
  const stated = vacancy.requirements !== undefined && Object.keys(vacancy.requirements).length > 0;
  const percentStated = (vacancy.percent ?? vacancy.minPercent ?? vacancy.maxPercent) !== undefined;
  const { percent, minPercent, maxPercent, requirements, offers, ...rest } = read;
  return {
    ...rest,
    ...(percentStated ? {} : present({ percent, minPercent, maxPercent })),
    ...vacancy,
    ...(offers === undefined && vacancy.offers === undefined ? {} : { offers: { ...offers, ...vacancy.offers } }),
    ...(stated || requirements === undefined ? {} : { requirements }),
  };
}

function present<T extends object>(fields: T): { [Name in keyof T]?: NonNullable<T[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [Name in keyof T]?: NonNullable<T[Name]> };
}
