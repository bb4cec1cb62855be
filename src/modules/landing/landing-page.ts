import type { MatchPage, RankedVacancy } from '../matching/matching.service.js';

/** The ranked list the page shows. */
export interface Shown {
  readonly candidateId: string;
  readonly page: MatchPage<RankedVacancy>;
}

export interface LandingFacts {
  readonly version: string;
  readonly candidates: number;
  readonly vacancies: number;
  readonly shown: Shown | null;
}

const BANDS = { direct: 'Direkte i arbeid', 'fast-track': 'Hurtigspor', qualification: 'Lengre kvalifisering', 'not-now': 'Ikke nå' } as const;

const CRITERIA: Readonly<Record<string, string>> = {
  occupation: 'Yrke', education: 'Utdanning', experience: 'Erfaring', language: 'Språk', certificates: 'Bevis og førerkort', authorisation: 'Autorisasjon',
  skills: 'Ferdigheter', reach: 'Reisevei', hours: 'Arbeidstid', preference: 'Ønsker',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
const points = (value: number): string => value.toFixed(1).replace('.', ',');
const many = (count: number): string => count.toLocaleString('nb-NO');

/** The page at `/`: what runs where, and one ranked list with its explanation. Plain HTML, no scripts, nothing from elsewhere. */
export function landingPage({ version, candidates, vacancies, shown }: LandingFacts): string {
  return `<!doctype html>
<html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>jobbmatch</title><style>${STYLE}</style></head>
<body><main>
<h1>jobbmatch</h1>
<p class="lead">Rett deltaker på rett arbeidsplass. Tjenesten rangerer, forklarer hvert poeng og foreslår tiltak. Mennesker bestemmer: deltakeren sier ja eller nei, og NAV avgjør tiltak.</p>
<section aria-labelledby="where"><h2 id="where">Hva som kjører hvor</h2>
<ul class="links">
<li><a href="/api/docs">Dokumentasjon av API-et</a> <code>/api/docs</code></li>
<li><a href="/api/openapi.json">OpenAPI 3.1</a> <code>/api/openapi.json</code></li>
<li><a href="/api/v1/vacancies">Stillinger</a> <code>/api/v1/vacancies</code> (${many(vacancies)})</li>
<li><a href="/api/v1/candidates">Deltakere</a> <code>/api/v1/candidates</code> (${many(candidates)})</li>
<li><a href="/health/ready">Helsesjekk</a> <code>/health/ready</code></li>
</ul></section>
${shown === null ? EMPTY : example(shown)}
<footer><p>jobbmatch ${escape(version)}. Demodataene er oppdiktede. Tiltaksreglene er hentet fra åpne kilder og ikke kontrollert mot forskriften.</p></footer>
</main></body></html>`;
}

const EMPTY = '<section><h2>Ingen data ennå</h2><p>Importer kartlegginger og stillinger med <code>jobbmatch import</code> eller <code>POST /api/v1/imports</code>, så vises en rangert liste her.</p></section>';

function example({ candidateId, page }: Shown): string {
  const href = `/api/v1/candidates/${candidateId}/matches`;
  return `<section aria-labelledby="list"><h2 id="list">En rangert liste</h2>
<p>Stillinger for én deltaker, best først: <a href="${href}"><code>${href}</code></a>. ${many(page.total)} stillinger kan foreslås. Vekter: policy ${escape(page.policyVersion)}.</p>
<ol class="matches">${page.items.map(item).join('\n')}</ol></section>`;
}

function item({ vacancy, score, band, coverage, parts, gaps, measures }: RankedVacancy): string {
  const known = parts.filter(({ value }) => value !== null);
  const proposed = measures.filter(({ status }) => status !== 'not-eligible').slice(0, 3);
  return `<li><h3>${escape(vacancy.title)} <small>${escape(vacancy.employer)}, ${escape(vacancy.municipalityName)}</small></h3>
<p><strong>${points(score)} poeng</strong> · <span class="band ${band}">${BANDS[band]}</span> · ${String(Math.round(coverage * 100))} % av grunnlaget er kjent</p>
<details><summary>Hvorfor?</summary><table><thead><tr><th scope="col">Kriterium</th><th scope="col" class="number">Poeng</th><th scope="col" class="number">Av</th><th scope="col">Begrunnelse</th></tr></thead><tbody>
${known.map((part) => `<tr><th scope="row">${CRITERIA[part.criterion] ?? part.criterion}</th><td class="number">${points(part.points)}</td><td class="number">${points(part.weight)}</td><td>${escape(part.because)}</td></tr>`).join('\n')}
</tbody></table>${gaps.length === 0 ? '<p>Ingen gap.</p>' : ''}${proposed.length === 0 ? '' : `<p>Tiltak å vurdere:</p><ul>${proposed.map(({ because }) => `<li>${escape(because)}</li>`).join('')}</ul>`}</details></li>`;
}

const STYLE = `
:root{color-scheme:light;font:17px/1.5 "Source Sans 3",system-ui,sans-serif;color:#23262a;background:#f7f7f7}
body{margin:0}main{max-width:60rem;margin:0 auto;padding:2rem 1rem}
h1{font-size:2.4rem;margin:0}h2{margin:2rem 0 .5rem}h3{margin:0;font-size:1.1rem}small{font-weight:400;color:#4f5965}
.lead{font-size:1.15rem;max-width:45rem}a{color:#0056b4}code{font-size:.9em;overflow-wrap:anywhere}
.links,.matches{padding-left:1.2rem}.matches>li{background:#fff;border:1px solid #c9cdd4;border-radius:8px;padding:1rem;margin:.75rem 0}
.matches p{margin:.3rem 0}.band{padding:.1rem .5rem;border-radius:4px;border:1px solid currentColor}
.direct{color:#00572a;background:#e0f5e6}.fast-track{color:#00437d;background:#e6f1f8}.qualification{color:#7a3300;background:#ffeccc}
summary{cursor:pointer;color:#0056b4}table{border-collapse:collapse;width:100%;margin-top:.5rem}th,td{text-align:left;padding:.3rem .5rem;border-bottom:1px solid #dcdfe3;vertical-align:top;font-weight:400}
thead th{font-weight:600}.number{text-align:right;font-variant-numeric:tabular-nums}footer{color:#4f5965;margin-top:2rem}
@media(max-width:40rem){td,th{display:block;border:0;padding:.1rem 0}tr{display:block;border-bottom:1px solid #dcdfe3;padding:.4rem 0}thead{display:none}.number{text-align:left}}
`;
