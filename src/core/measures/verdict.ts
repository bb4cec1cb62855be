/** Three-valued on purpose: "unknown" asks for a fact by its path in the record, it never silently becomes a no. */
export type Verdict =
  | { readonly outcome: 'met' | 'not-met' }
  | { readonly outcome: 'unknown'; readonly missing: readonly string[] };

export type Outcome = Verdict['outcome'];

/** A verdict with the rule it belongs to and the place the rule is taken from. */
export interface RuleOutcome {
  /** Stable id, e.g. `effort-group`; texts are looked up by it. */
  readonly id: string;
  readonly outcome: Outcome;
  /** Which regulation, public page or report the rule is taken from. */
  readonly source: string;
  /** Only with outcome `unknown`: the facts that would settle it, as record paths such as `nav.effortGroup`. */
  readonly missing?: readonly string[];
}

/** What the service may say of a measure. NAV or the municipality decides; "granted" is never among these. */
export type ProposalStatus = 'proposed' | 'needs-assessment' | 'not-eligible';

export const MET: Verdict = { outcome: 'met' };
export const NOT_MET: Verdict = { outcome: 'not-met' };

export function unknown(...missing: readonly string[]): Verdict {
  return { outcome: 'unknown', missing };
}

/** Met when `holds`, else not met. */
export function metWhen(holds: boolean): Verdict {
  return holds ? MET : NOT_MET;
}

/** The verdict under its rule's name. */
export function ruleOutcome(id: string, source: string, verdict: Verdict): RuleOutcome {
  return verdict.outcome === 'unknown'
    ? { id, outcome: 'unknown', source, missing: verdict.missing }
    : { id, outcome: verdict.outcome, source };
}

/** One rule not met bars the measure; else one unknown calls for an assessment; else it may be proposed. */
export function statusOf(rules: readonly RuleOutcome[]): ProposalStatus {
  if (rules.some(({ outcome }) => outcome === 'not-met')) return 'not-eligible';
  return rules.some(({ outcome }) => outcome === 'unknown') ? 'needs-assessment' : 'proposed';
}

const GRAVITY: Readonly<Record<Outcome, number>> = { met: 0, unknown: 1, 'not-met': 2 };

/** One outcome for each rule id, in the order first met: of several the gravest, with the facts missing over all of them. */
export function gravest(rules: readonly RuleOutcome[]): readonly RuleOutcome[] {
  const byId = new Map<string, RuleOutcome>();
  for (const rule of rules) {
    const before = byId.get(rule.id);
    if (before === undefined || GRAVITY[rule.outcome] > GRAVITY[before.outcome]) byId.set(rule.id, rule);
    else if (rule.outcome === 'unknown' && before.outcome === 'unknown') byId.set(rule.id, { ...before, missing: missingFacts([before, rule]) });
  }
  return [...byId.values()];
}

/** The facts missing over a set of rules, each named once, in the order first met. */
export function missingFacts(rules: readonly RuleOutcome[]): readonly string[] {
  return [...new Set(rules.flatMap(({ missing }) => missing ?? []))];
}
