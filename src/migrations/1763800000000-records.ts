import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Candidates and vacancies as registered. Derived values (scores, verdicts) are never stored here. */
export class Records1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table candidate (
        id uuid primary key default gen_random_uuid(),
        source text not null check (source ~ '^[a-z0-9][a-z0-9._-]{0,49}$'),
        external_id text not null check (char_length(external_id) between 1 and 100),
        municipality text not null check (municipality ~ '^[0-9]{4}$'),
        record jsonb not null check (jsonb_typeof(record) = 'object'),
        address_protection text not null generated always as (coalesce(record ->> 'addressProtection', 'unknown')) stored,
        content_hash text not null generated always as (md5(record::text)) stored,
        version integer not null default 1 check (version >= 1),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint candidate_identity unique (source, municipality, external_id),
        constraint candidate_record_agrees check (record ->> 'externalId' = external_id and record ->> 'municipality' = municipality),
        constraint candidate_without_identity_number check (external_id !~ '^[0-9]{11}$')
      )`);
    await runner.query('create index candidate_by_municipality on candidate (municipality, id)');
    await runner.query(`
      create table vacancy (
        id uuid primary key default gen_random_uuid(),
        source text not null check (source ~ '^[a-z0-9][a-z0-9._-]{0,49}$'),
        external_id text not null check (char_length(external_id) between 1 and 100),
        municipality text not null check (municipality ~ '^[0-9]{4}$'),
        record jsonb not null check (jsonb_typeof(record) = 'object'),
        styrk text generated always as (record ->> 'styrk') stored,
        -- Last day to apply; null = none given. Years before 1000 are not dates anyone means.
        deadline date generated always as (
          case when record ->> 'applicationDeadline' ~ '^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}$' then make_date(
            substr(record ->> 'applicationDeadline', 1, 4)::int, substr(record ->> 'applicationDeadline', 6, 2)::int, substr(record ->> 'applicationDeadline', 9, 2)::int) end) stored,
        content_hash text not null generated always as (md5(record::text)) stored,
        version integer not null default 1 check (version >= 1),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint vacancy_identity unique (source, external_id),
        constraint vacancy_record_agrees check (record ->> 'externalId' = external_id and record ->> 'municipality' = municipality)
      )`);
    await runner.query('create index vacancy_by_municipality on vacancy (municipality, id)');
    await runner.query('create index vacancy_by_styrk on vacancy (styrk text_pattern_ops)');
    await runner.query('create index vacancy_by_deadline on vacancy (deadline)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table vacancy');
    await runner.query('drop table candidate');
  }
}
