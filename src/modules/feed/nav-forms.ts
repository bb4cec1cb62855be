import { z } from 'zod';

/** What the feed writes when it has nothing to say. */
const NOTHING: ReadonlySet<string> = new Set(['', '?', '...']);

/** Text as the feed gives it; empty means not given. A value of another kind is not given either. */
const text = z.unknown().optional().transform((value): string | undefined => {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const trimmed = value.trim();
  return NOTHING.has(trimmed) ? undefined : trimmed;
});

/** A list that may be null, absent or hold nulls; entries of another form are left out. */
const listOf = <Shape extends z.ZodType>(shape: Shape): z.ZodType<z.output<Shape>[]> =>
  z.unknown().optional().transform((value) => (Array.isArray(value) ? value : []).flatMap((entry) => {
    const parsed = shape.safeParse(entry);
    return parsed.success ? [parsed.data] : [];
  }));

/** Ids become parts of addresses we ask for, so nothing else gets through. */
const id = z.string().regex(/^[0-9A-Za-z-]{1,100}$/);

const status = z.enum(['ACTIVE', 'INACTIVE']);

const itemShape = z.object({
  date_modified: text,
  title: text,
  _feed_entry: z.object({ uuid: id, status, title: text, businessName: text, municipal: text, sistEndret: text }),
});

const pageShape = z.object({ id, next_id: id.nullish().or(z.literal('').transform(() => null)), items: z.array(z.unknown()) });

/** One line of the feed: an ad was changed. */
export interface FeedItem {
  readonly uuid: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  /** As written, ISO with offset or zone; undefined = not given. */
  readonly changed: string | undefined;
  readonly municipal: string | undefined;
  readonly businessName: string | undefined;
}

export interface FeedPage {
  readonly id: string;
  /** Null on the newest page. */
  readonly nextId: string | null;
  /** In the order of the feed. */
  readonly items: readonly FeedItem[];
  /** Lines that are no items at all. */
  readonly unreadable: number;
}

/** @returns null when it is not a page of the feed */
export function readPage(body: unknown): FeedPage | null {
  const page = pageShape.safeParse(body);
  if (!page.success) return null;
  const items = page.data.items.flatMap((line): FeedItem[] => {
    const item = itemShape.safeParse(line);
    if (!item.success) return [];
    const { _feed_entry: entry, date_modified: modified } = item.data;
    return [{ uuid: entry.uuid, status: entry.status, changed: entry.sistEndret ?? modified, municipal: entry.municipal, businessName: entry.businessName }];
  });
  return { id: page.data.id, nextId: page.data.next_id ?? null, items, unreadable: page.data.items.length - items.length };
}

const locationShape = z.object({ country: text, address: text, city: text, postalCode: text, county: text, municipal: text });
const contactShape = z.object({ name: text, email: text, phone: text });
const categoryShape = z.object({ categoryType: text, code: text, name: text, score: z.unknown().optional().transform((value) => (typeof value === 'number' ? value : 0)) });
const employerShape = z.object({ name: text, orgnr: text });

const contentShape = z.object({
  expires: text, published: text, updated: text,
  workLocations: listOf(locationShape), contactList: listOf(contactShape), categoryList: listOf(categoryShape),
  title: text, description: text, jobtitle: text,
  sourceurl: text, applicationUrl: text, link: text, applicationDue: text,
  employer: employerShape.nullish().catch(null),
  engagementtype: text, extent: text, starttime: text, positioncount: text, sector: text,
});

const detailShape = z.object({ status, sistEndret: text, ad_content: contentShape.nullish() });

export type NavLocation = z.output<typeof locationShape>;
export type NavContact = z.output<typeof contactShape>;
export type NavCategory = z.output<typeof categoryShape>;
/** The content of an ad; undefined = not given. */
export type NavAd = z.output<typeof contentShape>;

/** The state of one ad. */
export interface FeedDetail {
  readonly status: 'ACTIVE' | 'INACTIVE';
  /** Absent when inactive. */
  readonly ad: NavAd | null;
}

/** @returns null when it is not the detail of an ad */
export function readDetail(body: unknown): FeedDetail | null {
  const detail = detailShape.safeParse(body);
  return detail.success ? { status: detail.data.status, ad: detail.data.ad_content ?? null } : null;
}
