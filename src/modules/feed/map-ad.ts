import type { VacancyRecord } from '../../core/records/vacancy.js';
import { isOrgNumber } from '../../core/records/org-number.js';
import { toPlainBody } from '../../core/extraction/plain-text.js';
import { maskIdentityNumbers } from '../../platform/privacy/mask.js';
import type { AdKnowledge } from '../ads/read-ad.js';
import type { FieldIssue } from '../ingestion/issue.js';
import { validateVacancy } from '../ingestion/validation/validate-record.js';
import { mapConditions } from './map-conditions.js';
import { mapPlace } from './map-place.js';
import { mapStyrk } from './map-styrk.js';
import type { NavAd, NavContact } from './nav-forms.js';
import { readDate } from './nav-time.js';

/** An ad with what the lines of the feed said about it. */
export interface AdFromFeed {
  readonly uuid: string;
  readonly ad: NavAd;
  readonly municipal?: string | undefined;
  readonly businessName?: string | undefined;
}

/** The ad in the form of the contract, or every reason it is none. */
export interface MappedAd {
  readonly record: VacancyRecord | null;
  readonly errors: readonly FieldIssue[];
  /** The ad is taken in; this about it is odd. */
  readonly warnings: readonly FieldIssue[];
}

const LONGEST_TEXT = 20_000;
const LONGEST_TITLE = 300;
const LONGEST_NAME = 200;

/**
 * An ad of NAV's feed in the form of the contract. Demands are left to be read from the text; only what the feed itself
 * says becomes fields. Nothing is invented: what it does not say, or says in a way that cannot be read, stays unknown.
 */
export function mapAd({ uuid, ad, municipal, businessName }: AdFromFeed, knowledge: AdKnowledge): MappedAd {
  const { tables } = knowledge;
  const place = mapPlace(ad.workLocations, municipal, tables);
  const title = storable(ad.title ?? ad.jobtitle ?? '').slice(0, LONGEST_TITLE);
  const description = textOf(ad.description);
  const styrk = mapStyrk(ad, { title, text: description.text }, knowledge);
  const employer = mapEmployer(ad, businessName);
  const contact = mapContact(ad.contactList);
  const conditions = mapConditions(ad, { title, text: description.text }, tables);
  const record = {
    externalId: uuid, title,
    ...(description.text === '' ? {} : { description: description.text }),
    employer: employer.value, ...styrk.value, municipality: place.municipality ?? '', ...conditions.value, ...deadlineOf(ad), ...contact.value,
  };
  const warnings = [...place.warnings, ...description.warnings, ...styrk.warnings, ...employer.warnings, ...contact.warnings, ...conditions.warnings];
  if (place.municipality === null) return { record: null, errors: place.errors, warnings };
  const validated = validateVacancy(record, tables);
  return { record: validated.record ?? null, errors: validated.issues, warnings: [...warnings, ...validated.warnings] };
}

/** Without what the database cannot hold, and without identity numbers. */
function storable(text: string): string {
  return maskIdentityNumbers(text.replace(/[\0\ufffd]/g, '').replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, ''));
}

function textOf(html: string | undefined): { text: string; warnings: FieldIssue[] } {
  const text = storable(toPlainBody(html ?? '').text).trim();
  if (text.length <= LONGEST_TEXT) return { text, warnings: [] };
  const cut = text.lastIndexOf('\n', LONGEST_TEXT);
  const shortened = storable(text.slice(0, cut > LONGEST_TEXT / 2 ? cut : LONGEST_TEXT));
  return { text: shortened, warnings: [{ path: 'description', code: 'description.shortened', mend: `Annonseteksten er på ${text.length} tegn. Bare de første ${shortened.length} er tatt med.` }] };
}

function mapEmployer({ employer, sector }: NavAd, businessName: string | undefined): { value: VacancyRecord['employer']; warnings: FieldIssue[] } {
  const name = storable(employer?.name ?? businessName ?? 'Ikke oppgitt').slice(0, LONGEST_NAME);
  const orgNumber = employer?.orgnr?.replace(/\s/g, '');
  const good = orgNumber !== undefined && isOrgNumber(orgNumber);
  const warnings: FieldIssue[] = orgNumber === undefined || good ? [] : [{ path: 'employer.orgNumber', code: 'org-number.invalid', mend: 'Organisasjonsnummeret er ikke gyldig og er ikke tatt med.' }];
  return { value: { name, ...(good ? { orgNumber } : {}), ...sectorOf(sector, name) }, warnings };
}

/** The feed tells only private from public; which public is plain from some names, else unknown. */
function sectorOf(sector: string | undefined, name: string): Pick<VacancyRecord['employer'], 'sector'> {
  if (sector?.toLowerCase() === 'privat') return { sector: 'private' };
  if (sector?.toLowerCase() !== 'offentlig') return {};
  if (/\bfylkes?kommune\b/i.test(name)) return { sector: 'county' };
  return /\bkommune\b/i.test(name) ? { sector: 'municipal' } : {};
}

/** The last day to apply: the deadline when the free text holds one date, never later than the ad expires. */
function deadlineOf({ applicationDue, expires, published }: NavAd): Pick<VacancyRecord, 'applicationDeadline'> {
  const end = readDate(expires), due = readDate(applicationDue), from = readDate(published);
  // A deadline before the ad came out is a slip of the pen.
  const usable = due === null || (from !== null && due < from) ? null : due;
  const deadline = usable !== null && end !== null ? (usable < end ? usable : end) : (usable ?? end);
  return deadline === null ? {} : { applicationDeadline: deadline };
}

const EMAIL = /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[a-z]{2,}$/i;

/** The first contact anything is given about. */
function mapContact(contacts: readonly NavContact[]): { value: Pick<VacancyRecord, 'contact'>; warnings: FieldIssue[] } {
  const first = contacts.find(({ name, email, phone }) => name !== undefined || email !== undefined || phone !== undefined);
  if (first === undefined) return { value: {}, warnings: [] };
  const email = first.email !== undefined && EMAIL.test(first.email) && !/\.\.|^\.|\.@/.test(first.email) ? first.email : undefined;
  const phone = first.phone !== undefined && first.phone.length <= 30 ? storable(first.phone) : undefined;
  const contact = {
    ...(first.name === undefined ? {} : { name: storable(first.name).slice(0, LONGEST_NAME) }), ...(email === undefined ? {} : { email }), ...(phone === undefined ? {} : { phone }),
  };
  const warnings: FieldIssue[] = first.email === undefined || email !== undefined ? [] : [{ path: 'contact.email', code: 'email.invalid', mend: 'E-postadressen til kontakten kan ikke brukes og er ikke tatt med.' }];
  return { value: Object.keys(contact).length === 0 ? {} : { contact }, warnings };
}
