import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isIsoDate } from '../../core/records/iso-date.js';

/** A date that exists, written YYYY-MM-DD; rules are decided on dates, never on times. */
export function IsCivilDate(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy({
    name: 'isoDate',
    validator: {
      validate: (value): boolean => typeof value === 'string' && isIsoDate(value) && value >= '1900',
      defaultMessage: () => '$property må være en dato på formen ÅÅÅÅ-MM-DD',
    },
  }, options);
}
