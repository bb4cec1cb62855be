import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people correct in vacancies. A trigger lays the correction over whatever is written to the record (a refresh of the
 * feed, an import, an edit), so no way of writing can forget it.
 */
export class Corrections1763810001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner);
    await createFunctions(runner);
    await createTrigger(runner);
    await runner.query("create index vacancy_by_employer on vacancy (municipality, lower(record #>> '{employer,name}'))");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index vacancy_by_employer');
    await runner.query('drop trigger vacancy_corrected on vacancy');
    await runner.query('drop function correct_vacancy()');
    await runner.query('drop function vacancy_with_correction(jsonb, jsonb)');
    await runner.query('drop function vacancy_fields_corrected(jsonb)');
    await runner.query('drop table reading_example');
    await runner.query('drop table vacancy_correction');
  }
}

async function createTables(runner: QueryRunner): Promise<void> {
  // By identity in the source, so that it outlives the vacancy being removed and coming back.
  await runner.query(`
    create table vacancy_correction (
      source text not null,
      external_id text not null,
      fields jsonb not null check (jsonb_typeof(fields) = 'object'),
      -- What the source says of the members that are corrected, to go back to.
      as_received jsonb not null check (jsonb_typeof(as_received) = 'object'),
      corrected_at timestamptz not null default now(),
      primary key (source, external_id)
    )`);
  await runner.query(`
    create table reading_example (
      id bigint primary key generated always as identity,
      source text not null,
      external_id text not null,
      title text not null,
      -- What the text was read as, and from which words: short pieces, without contact data.
      was_read jsonb not null,
      evidence jsonb not null,
      corrected jsonb not null,
      created_at timestamptz not null default now()
    )`);
  await runner.query('create index reading_example_of_vacancy on reading_example (source, external_id, id)');
}

async function createFunctions(runner: QueryRunner): Promise<void> {
  // Shares of a full position hang together: correcting one settles all three.
  await runner.query(`
    create function vacancy_fields_corrected(fields jsonb) returns text[] immutable language sql as $$
      select coalesce(array_agg(key), '{}') || case when fields ?| array['percent', 'minPercent', 'maxPercent'] then array['percent', 'minPercent', 'maxPercent'] else '{}' end
      from jsonb_object_keys(fields) as key
    $$`);
  // Demands and offers are corrected one by one, everything else as a whole.
  await runner.query(`
    create function vacancy_with_correction(record jsonb, fields jsonb) returns jsonb immutable language sql as $$
      select (record - (vacancy_fields_corrected(fields - 'requirements' - 'offers'))) || (fields - 'requirements' - 'offers')
        || case when fields ? 'requirements' then jsonb_build_object('requirements', coalesce(record -> 'requirements', '{}') || (fields -> 'requirements')) else '{}' end
        || case when fields ? 'offers' then jsonb_build_object('offers', coalesce(record -> 'offers', '{}') || (fields -> 'offers')) else '{}' end
    $$`);
}

async function createTrigger(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function correct_vacancy() returns trigger language plpgsql as $$
    declare
      correction vacancy_correction;
      corrected jsonb;
      received jsonb;
    begin
      select * into correction from vacancy_correction where source = new.source and external_id = new.external_id;
      if not found then return new; end if;
      corrected := vacancy_with_correction(new.record, correction.fields);
      -- An upsert passes here twice, the second time corrected already: that is not what the source says.
      if corrected = new.record then return new; end if;
      select coalesce(jsonb_object_agg(key, value), '{}') into received from jsonb_each(new.record) where key = any(vacancy_fields_corrected(correction.fields));
      update vacancy_correction set as_received = received
        where source = new.source and external_id = new.external_id and as_received is distinct from received;
      new.record := corrected;
      new.municipality := corrected ->> 'municipality';
      return new;
    end
    $$`);
  await runner.query('create trigger vacancy_corrected before insert or update of record on vacancy for each row execute function correct_vacancy()');
}
