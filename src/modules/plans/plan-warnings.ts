import { inForce, type MeasureRules } from '../../core/measures/rule-set.js';
import { lastDay } from '../../core/measures/civil-date.js';
import type { Plan } from '../../core/measures/plan.js';
import { overlap } from '../../core/measures/plan-checks.js';
import { norwegianDate } from '../../core/measures/texts/check-todo.js';
import type { PlanContent } from './plan-content.js';

/** Something to look at; never a bar. */
export interface PlanWarning {
  readonly code: 'main-measure-overlap' | 'after-programme-missing' | 'fast-track-after-programme' | 'fast-track-long';
  /** Bokmål, for staff. */
  readonly detail: string;
}

/**
 * What to look at in a plan. Two main measures at once are warned of, not refused; a plan that ends after the programme
 * is asked what happens then.
 *
 * @param programme what the programme rules say of the person; null = no programme
 * @param rules those the plan was made under
 */
export function planWarnings(content: PlanContent, programme: Plan | null, { rules, on }: { readonly rules: MeasureRules; readonly on: string }): readonly PlanWarning[] {
  return [...overlapping(content, rules), ...afterProgramme(content, programme), ...fastTrack(content, programme, inForce(rules.closingTimes, on)?.parameters.fastTrack ?? null)];
}

function overlapping({ measures }: PlanContent, rules: MeasureRules): readonly PlanWarning[] {
  const main = measures.filter(({ measure }) => rules.measures.get(measure)?.role === 'main');
  const clashing = main.filter((one) => main.some((other) => other !== one && overlap(one, other)));
  if (clashing.length === 0) return [];
  const names = [...new Set(clashing.map(({ measure }) => rules.measures.get(measure)?.name.nb ?? measure))];
  return [{ code: 'main-measure-overlap', detail: `Hovedtiltak som går samtidig: ${names.join(', ')}. Endre datoene, eller begrunn hvorfor.` }];
}

function afterProgramme({ measures, afterProgramme: said }: PlanContent, programme: Plan | null): readonly PlanWarning[] {
  const latest = programme?.latestEnd ?? null;
  if (latest === null || said !== null || !measures.some(({ from, to }) => (to ?? from) > latest)) return [];
  return [{ code: 'after-programme-missing', detail: `Planen varer lenger enn programmet kan vare (${norwegianDate(latest)}). Si hva som skjer etterpå.` }];
}

function fastTrack({ fastTrack: period }: PlanContent, programme: Plan | null, usualMonths: number | null): readonly PlanWarning[] {
  if (period === null) return [];
  const latest = programme?.latestEnd ?? null;
  const late: readonly PlanWarning[] = latest !== null && period.to > latest
    ? [{ code: 'fast-track-after-programme', detail: `Hurtigsporet slutter etter at programmet må slutte (${norwegianDate(latest)}).` }] : [];
  const long: readonly PlanWarning[] = usualMonths !== null && period.to > lastDay(period.from, usualMonths)
    ? [{ code: 'fast-track-long', detail: `Hurtigspor varer vanligvis ikke mer enn ${usualMonths} måneder.` }] : [];
  return [...late, ...long];
}
