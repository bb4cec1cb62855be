import { profileCandidate } from '../core/matching/candidate-profile.js';
import { matchPair } from '../core/matching/match.js';
import { profileVacancy } from '../core/matching/vacancy-profile.js';
import { planFor, proposeForPlan } from '../core/measures/plan.js';
import type { CandidateRecord } from '../core/records/candidate.js';
import type { VacancyRecord } from '../core/records/vacancy.js';
import { loadKnowledge, type Knowledge } from '../modules/matching/create-context.js';
import { measuresFor } from '../modules/matching/propose-measures.js';
import { atMostOneStandardInput, dateOption, jsonObject, output, readOptions, required } from './command-options.js';
import type { Command } from './command.js';
import { readRecordsFile, reportIssues } from './read-records-file.js';

export const command: Command = {
  summary: 'foreslår tiltak for hvert par av kandidat og stilling, eller kontrollerer planen til hver kandidat',
  usage: `--candidates FIL [--vacancies FIL] [--on ÅÅÅÅ-MM-DD] [--out FIL]

FIL kan være JSON, NDJSON, CSV eller XLSX; - er standard inn.`,
  run: async (args) => {
    const options = readOptions(args, { candidates: { type: 'string' }, vacancies: { type: 'string' }, on: { type: 'string' }, out: { type: 'string' } });
    const on = dateOption(options.on);
    atMostOneStandardInput(options.candidates, options.vacancies);
    const knowledge = loadKnowledge();
    const reading = { tables: knowledge.tables, on };
    const candidates = await readRecordsFile(required(options.candidates, 'candidates'), 'candidates', reading);
    const vacancies = options.vacancies === undefined ? null : await readRecordsFile(options.vacancies, 'vacancies', reading);
    const issues = [...candidates.issues, ...(vacancies?.issues ?? [])];
    const results = vacancies === null
      ? candidates.records.map((candidate) => ({ candidate: candidate.externalId, proposals: proposeForPlan(candidate, on, knowledge.rules), ...planOf(candidate, on, knowledge) }))
      : pairs(candidates.records, vacancies.records, { on, knowledge });
    await output(options.out, jsonObject({ rulesVersion: knowledge.rules.rulesVersion, on, issues }, results));
    reportIssues(issues);
    return issues.length > 0 ? 1 : 0;
  },
};

function planOf(candidate: CandidateRecord, on: string, { rules }: Knowledge): object {
  const plan = planFor(candidate, on, rules);
  return plan === null ? {} : { plan };
}

function* pairs(candidates: readonly CandidateRecord[], vacancies: readonly VacancyRecord[], { on, knowledge }: { on: string; knowledge: Knowledge }): Generator<object> {
  const context = knowledge.contextOn(on);
  const profiles = vacancies.map((vacancy) => ({ vacancy, profile: profileVacancy(vacancy, context) }));
  for (const candidate of candidates) {
    const own = profileCandidate(candidate, context);
    const plan = planOf(candidate, on, knowledge);
    for (const { vacancy, profile } of profiles) {
      const match = matchPair(own, profile, context);
      const proposals = measuresFor(match, { candidate, vacancy }, { context, rules: knowledge.rules });
      yield { candidate: candidate.externalId, vacancy: vacancy.externalId, band: match.band, gaps: match.gaps, proposals, ...plan };
    }
  }
}
