import { loadKnowledge, type Knowledge } from '../modules/matching/create-context.js';
import type { Direction } from '../modules/matching/match-lists.js';
import { matchRecords } from '../modules/matching/match-records.js';
import { atMostOneStandardInput, countOption, dateOption, jsonObject, output, readOptions, required } from './command-options.js';
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
    atMostOneStandardInput(options.candidates, options.vacancies);
    const knowledge = knowledgeWith(options.policy);
    const context = knowledge.contextOn(on);
    const reading = { tables: knowledge.tables, on };
    const candidates = await readRecordsFile(required(options.candidates, 'candidates'), 'candidates', reading);
    const vacancies = await readRecordsFile(required(options.vacancies, 'vacancies'), 'vacancies', reading);
    const issues = [...candidates.issues, ...vacancies.issues];
    const head = { policyVersion: context.policy.version, dataVersion: context.tables.dataVersion, rulesVersion: knowledge.rules.rulesVersion, on, issues };
    const results = matchRecords(
      { candidates: candidates.records, vacancies: vacancies.records },
      { direction, top: countOption(options.top, 'top', 20), all: options.all ?? false }, { context, knowledge },
    );
    await output(options.out, jsonObject(head, results));
    reportIssues(issues);
    return issues.length > 0 ? 1 : 0;
  },
};

/** @throws UsageError when the caller's policy cannot be used */
function knowledgeWith(policyFile: string | undefined): Knowledge {
  if (policyFile === undefined) return loadKnowledge();
  try {
    return loadKnowledge({ policyFile });
  } catch (error) {
    throw new UsageError(`--policy kan ikke brukes: ${(error as Error).message}`);
  }
}

function directionOption(value = 'candidates'): Direction {
  if (value !== 'candidates' && value !== 'vacancies') throw new UsageError(`--direction må være candidates eller vacancies, ikke «${value}»`);
  return value;
}
