import type { DataSource, EntityManager } from 'typeorm';
import type { Demo } from './generate-demo.js';

/** Where demo records say they come from. */
export const DEMO_SOURCE = 'demo';

/** Any number that nothing else in this database locks on: one process fills the demo, the others wait and find it there. */
const LOCK = 4_210_711;

export type DemoOutcome = 'stored' | 'renewed' | 'left-alone';

/**
 * Stores the demo in an empty database, or renews it when most of its vacancies have passed their deadline.
 * A database that holds anything else is left alone.
 *
 * @param make called only when there is something to store
 * @param on today, ISO, Europe/Oslo
 */
export async function storeDemo(dataSource: DataSource, on: string, make: () => Demo): Promise<DemoOutcome> {
  return dataSource.transaction(async (manager) => {
    await manager.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const [held] = await manager.query<{ others: number; demo: number; open: number }[]>(HELD, [DEMO_SOURCE, on]);
    if (held === undefined || held.others > 0) return 'left-alone';
    if (held.demo > 0 && held.open * 2 >= held.demo) return 'left-alone';
    await manager.query('delete from candidate where source = $1', [DEMO_SOURCE]);
    await manager.query('delete from vacancy where source = $1', [DEMO_SOURCE]);
    await insert(manager, make());
    return held.demo > 0 ? 'renewed' : 'stored';
  });
}

const HELD = `select
  (select count(*)::int from candidate where source <> $1) + (select count(*)::int from vacancy where source <> $1) as others,
  (select count(*)::int from vacancy where source = $1) as demo,
  (select count(*)::int from vacancy where source = $1 and (deadline is null or deadline >= $2)) as open`;

async function insert(manager: EntityManager, { candidates, vacancies }: Demo): Promise<void> {
  for (const [table, records] of [['candidate', candidates], ['vacancy', vacancies]] as const) {
    await manager.query(
      `insert into ${table} (source, external_id, municipality, record)
       select $1, record ->> 'externalId', record ->> 'municipality', record from jsonb_array_elements($2::jsonb) as record`,
      [DEMO_SOURCE, JSON.stringify(records)],
    );
    await manager.query(`analyze ${table}`);
  }
}
