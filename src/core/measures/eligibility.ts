import {
  age, effortGroup, employerOffers, noProgrammeRight, ordinaryContract, programmeParticipant, trainingRight,
} from './predicates.js';
import type { MeasureVersion } from './rule-set.js';
import type { Situation } from './situation.js';
import { ruleOutcome, unknown, type RuleOutcome, type Verdict } from './verdict.js';

/**
 * Every rule of a measure judged for one situation. Says nothing of whether there is a reason for the measure.
 *
 * @param askEmployer false where the measure is not bound to the employer in the situation
 */
export function eligibilityOf(version: MeasureVersion, situation: Situation, askEmployer = true): readonly RuleOutcome[] {
  const { parameters, source } = version;
  const rules: RuleOutcome[] = [];
  const judge = (id: string, applies: boolean, verdict: () => Verdict): void => {
    if (applies) rules.push(ruleOutcome(id, source, verdict()));
  };
  const { employerOffers: offer } = parameters;
  judge('effort-group', parameters.effortGroups !== undefined, () => effortGroup(parameters, situation));
  judge('age', parameters.age !== undefined, () => age(parameters, situation));
  judge('training-right', parameters.trainingRight === true, () => trainingRight(situation));
  judge('programme-participant', parameters.programmeParticipant === true, () => programmeParticipant(situation));
  judge('no-programme-right', parameters.noProgrammeRight === true, () => noProgrammeRight(situation));
  judge('ordinary-contract', parameters.ordinaryContract === true, () => ordinaryContract(situation));
  if (offer !== undefined) judge('employer-offers', askEmployer, () => employerOffers(offer, situation));
  judge('individual-reason', parameters.reasonNotInRecord === true, () => unknown('reason'));
  return rules;
}
