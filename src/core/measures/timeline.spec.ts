import { describe, expect, it } from '@jest/globals';
import { defaultDataDir } from '../../modules/reference/data-files.js';
import { loadMeasureRules } from '../../modules/reference/load-measure-rules.js';
import type { Band, Gap } from '../matching/gap.js';
import type { CandidateRecord } from '../records/candidate.js';
import type { VacancyRecord } from '../records/vacancy.js';
import { monthsToCloseGap } from './closing-time.js';
import { propose } from './propose.js';
import { authorisationGap, certificateGap, educationGap, experienceGap, languageGap, offering, ON, person, post, programme } from './testing/cases.js';
import { timelineFor, type Timeline } from './timeline.js';

const rules = loadMeasureRules(defaultDataDir());
interface Case { readonly gaps: readonly Gap[]; readonly candidate?: CandidateRecord; readonly vacancy?: VacancyRecord; readonly band?: Band }
const timeline = ({ gaps, candidate = person(), vacancy = post(), band = 'fast-track' }: Case): Timeline =>
  timelineFor({ gaps, candidate, band, on: ON, proposals: propose({ gaps, candidate, vacancy, band, on: ON }, rules) }, rules);

describe('laying a plan on the calendar', () => {
  // Norwegian A2 to B1 takes 5 months: 2026-11-22 + 5 months − 1 day = 2027-04-21. Placement: 2 months, to 2027-01-21.
  it('runs training beside the placement and ends with the longer', () => {
    const { steps, end, track, fastTrackPeriod } = timeline({ gaps: [languageGap(), experienceGap()], vacancy: offering({ workTraining: true }) });
    expect(steps).toMatchObject([
      { measure: 'norwegian-training', from: ON, to: '2027-04-21', sideBySide: ['municipal-placement'] },
      { measure: 'municipal-placement', from: ON, to: '2027-01-21', sideBySide: ['norwegian-training'] },
    ]);
    expect({ end, track, fastTrackPeriod }).toEqual({ end: '2027-04-21', track: 'Hurtigspor', fastTrackPeriod: { from: ON, to: '2027-04-21' } });
  });

  it('lets authorisation wait for recognition', () => {
    // Recognition 4 months to 2027-03-21, authorisation 18 months from 2027-03-22: to 2028-09-21.
    const { steps, end, fastTrackPeriod } = timeline({ gaps: [educationGap(), authorisationGap()], band: 'qualification' });
    expect(steps).toMatchObject([
      { measure: 'education-recognition', to: '2027-03-21', sideBySide: [] },
      { measure: 'authorisation-path', from: '2027-03-22', to: '2028-09-21', sideBySide: [] },
    ]);
    expect([end, fastTrackPeriod]).toEqual(['2028-09-21', null]);
  });

  it('runs main measures one after the other', () => {
    // Placement 2 months to 2027-01-21, then a course of 12 months to 2028-01-21.
    const { steps } = timeline({ gaps: [experienceGap(), certificateGap({ months: 12 })], vacancy: offering({ workTraining: true }) });
    expect(steps).toMatchObject([{ measure: 'municipal-placement', to: '2027-01-21' }, { measure: 'amo-course', from: '2027-01-22', to: '2028-01-21', sideBySide: [] }]);
  });

  it('lays no measure out for longer than the rules allow', () => // 20 months asked for, 18 permitted
    expect(timeline({ gaps: [languageGap({ months: 20 })], band: 'qualification' }).steps).toMatchObject([{ months: 18, to: '2028-05-21' }]));

  it('takes what must be assessed where nothing else closes the gap', () => {
    const { programme: _, ...candidate } = person();
    expect(timeline({ gaps: [languageGap()], candidate }).steps).toMatchObject([{ measure: 'norwegian-training', status: 'needs-assessment' }]);
  });

  it('has no end while a gap has no step', () => expect(timeline({ gaps: [languageGap({ language: 'pl', needs: 'pl B1 oral' })] })).toMatchObject({ end: null, fit: 'unknown' }));
  it('has no end while one of two gaps of a kind has no step', () =>
    expect(timeline({ gaps: [languageGap(), languageGap({ language: 'pl', needs: 'pl B1 oral' })] })).toMatchObject({ end: null, fit: 'unknown' }));
  it('ends where it starts when nothing is missing', () => expect(timeline({ gaps: [], band: 'direct' })).toMatchObject({ end: ON, fit: 'within' }));
});

describe('the end against the programme', () => {
  // One month of course ends 2026-12-21.
  const fit = (changes: Parameters<typeof programme>[0]): string => timeline({ gaps: [certificateGap()], candidate: person({ programme: programme(changes) }) }).fit;
  it.each([
    ['2026-06-22', 'within'], // six months end 2026-12-21
    ['2026-06-21', 'with-extension'],
    ['2025-12-22', 'with-extension'], // twelve months end 2026-12-21
    ['2025-12-21', 'after'],
  ])('started %s: %s', (startDate, expected) => expect(fit({ startDate })).toBe(expected));
  it.each([['2026-12-21', 'within'], ['2026-12-20', 'with-extension']])('planned to %s: %s', (plannedEndDate, expected) => expect(fit({ plannedEndDate })).toBe(expected));
  it('is not bound for someone out of the programme', () => expect(fit({ status: 'completed' })).toBe('no-programme'));
  it('says what happens after', () => {
    const late = timeline({ gaps: [languageGap(), authorisationGap()], band: 'qualification' });
    expect(late.fit).toBe('after');
    expect(late.afterwards).toContain('30.06.2027');
    expect(late.afterwards).toContain('beslektet jobb');
    expect(late.afterwards).toContain('Norskopplæringen');
  });
});

describe('months to close a gap', () => {
  const closing = rules.closingTimes[0]!.parameters;
  it('takes the figure of the gap before any assumption', () => expect(monthsToCloseGap(languageGap({ months: 2 }), closing)).toBe(2));
  // A1 to B1: to A2 takes 4 months, to B1 5: 9.
  it('climbs level by level', () => expect(monthsToCloseGap(languageGap({ months: null, steps: 2 }), closing)).toBe(9));
  it('does not guess an unknown size', () => expect(monthsToCloseGap(languageGap({ months: null, steps: null }), closing)).toBeNull());
  it('knows no end to what nothing closes', () => expect(monthsToCloseGap(languageGap({ months: null, closable: false }), closing)).toBeNull());
});
