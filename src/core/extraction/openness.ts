const SENTENCE_END = /[.!?;\n]+/;

const TRAINED = [
  /\b(?:erfaring|røynsle|utdanning|skule|skole|formell|forkunnskap\p{L}*)\b[^,]{0,50}\b(?:ikke|ikkje)\b[^,]{0,20}(?:nødvendig|krav|krevst|kreves|trengs|trengst|treng|må)/u,
  /\bingen (?:krav|erfaring|røynsle|utdanning|forkunnskap)/u,
  /\b(?:treng|trenger|trengs|krev|krever) (?:ingen|ikke|ikkje) (?:\p{L}+ )?(?:erfaring|røynsle|utdanning|skole|skule)/u,
  /\b(?:utdanning|erfaring|røynsle) (?:trengs|trengst|kreves|krevst) (?:ikke|ikkje)/u,
  /\b(?:opplæring|opplæringa|opplæringen) (?:gis|gjev|gir|får|vert|blir|skjer|på)|\b(?:gir|får|gjev) (?:du |deg |alle )?(?:full |god |grundig |all )?opplæring/u,
  /\bvi (?:lærer|viser|lærar) (?:deg|alt|opp)|\b(?:viser|lærer) deg (?:alt|opp|jobben|arbeidet)|\blærer (?:du )?(?:jobben|arbeidet|det du trenger)/u,
  /\bno (?:previous )?(?:experience|education|qualifications?) (?:is )?(?:needed|required|necessary)|\btraining (?:is )?(?:given|provided)|\bwe (?:will )?(?:teach|train) you/u,
] as const;

/**
 * Whether the ad says that the work is learnt on the job: no experience or schooling asked for, or training given.
 * Linear in the text.
 */
export function readTrainedOnTheJob(text: string): boolean {
  return text.toLowerCase().split(SENTENCE_END).some((sentence) => TRAINED.some((pattern) => pattern.test(sentence)));
}
