import { viewOf } from '../core/matching/view.js';
import { loadKnowledge, type Knowledge } from '../modules/matching/create-context.js';
import { matchLists, type Direction, type MatchList } from '../modules/matching/match-lists.js';
import { measuresFor } from '../modules/matching/propose-measures.js';
import type { CandidateRecord } from '../core/records/candidate.js';
import type { VacancyRecord } from '../core/records/vacancy.js';
import type { MatchingContext } from '../core/matching/context.js';
import { countOption, dateOption, output, readOptions, required } from './command-options.js';
import { UsageError, type Command } from './command.js';
import { readRecordsFile, reportIssues } from './read-records-file.js';

export const command: Command = {
  summary: 'rangerer ledige stillinger for kandidater, eller kandidater for stillinger, med forklaring',
  usage: `--candidates FIL --vacancies FIL [valg]

  --direction candidates|vacancies  hvem listene er for (candidates)
  --top N                           lengste liste (20)
  --all                             ta med par som ikke kan foreslås nå
  --on ÅÅÅÅ-MM-DD                   vurderingsdato (i dag)
  --policy FIL                      en annen vektpolicy enn den som følger med
  --out FIL                         skriv til fil i stedet for standard ut

FIL kan være JSON, NDJSON, CSV eller XLSX; - er standard inn.`,
  run: async (args) => {
    const options = readOptions(args, {
      candidates: { type: 'string' }, vacancies: { type: 'string' }, direction: { type: 'string' }, top: { type: 'string' },
      all: { type: 'boolean' }, on: { type: 'string' }, policy: { type: 'string' }, out: { type: 'string' },
    });
    const on = dateOption(options.on);
    const direction = directionOption(options.direction);
    const knowledge = loadKnowledge(options.policy === undefined ? {} : { policyFile: options.policy });
    const context = knowledge.contextOn(on);
    const reading = { tables: knowledge.tables, on };
    const candidates = await readRecordsFile(required(options.candidates, 'candidates'), 'candidates', reading);
    const vacancies = await readRecordsFile(required(options.vacancies, 'vacancies'), 'vacancies', reading);
    const issues = [...candidates.issues, ...vacancies.issues];
    const lists = matchLists(
      { candidates: candidates.records, vacancies: vacancies.records },
      { direction, top: countOption(options.top, 'top', 20), all: options.all ?? false }, context,
    );
    const head = { policyVersion: context.policy.version, dataVersion: context.tables.dataVersion, rulesVersion: knowledge.rules.rulesVersion, on, issues };
    const show = createShow({ candidates: candidates.records, vacancies: vacancies.records }, { direction, context, knowledge });
    await output(options.out, printed(head, lists, show));
    reportIssues(issues);
    return issues.length > 0 ? 1 : 0;
  },
};

function directionOption(value = 'candidates'): Direction {
  if (value !== 'candidates' && value !== 'vacancies') throw new UsageError(`--direction må være candidates eller vacancies, ikke «${value}»`);
  return value;
}

type Show = (list: MatchList) => unknown;

interface Records {
  readonly candidates: readonly CandidateRecord[];
  readonly vacancies: readonly VacancyRecord[];
}

function createShow(records: Records, { direction, context, knowledge }: { direction: Direction; context: MatchingContext; knowledge: Knowledge }): Show {
  const candidateOf = new Map(records.candidates.map((record) => [record.externalId, record]));
  const vacancyOf = new Map(records.vacancies.map((record) => [record.externalId, record]));
  const [own, other] = direction === 'candidates' ? (['candidate', 'vacancy'] as const) : (['vacancy', 'candidate'] as const);
  return ({ of, matches }) => ({
    [own]: of,
    matches: matches.map((match, index) => {
      const candidate = candidateOf.get(match.candidate), vacancy = vacancyOf.get(match.vacancy);
      const measures = candidate && vacancy ? measuresFor(match, { candidate, vacancy }, { context, rules: knowledge.rules }) : [];
      return { [other]: match[other], ...viewOf(match, index + 1), measures };
    }),
  });
}

/** One JSON object, written list by list so that large results need no more memory than one list. */
function* printed(head: object, lists: readonly MatchList[], show: Show): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"results":[`;
  for (const [index, list] of lists.entries()) yield `${index === 0 ? '\n' : ',\n'}${JSON.stringify(show(list))}`;
  yield '\n]}\n';
}
