import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files brought in: the batch with its checkpoint, the file as received while it is needed, and what was wrong. */
export class Imports1763800001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createBatch(runner);
    await createWhatHangsOnIt(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table import_issue');
    await runner.query('drop table import_payload');
    await runner.query('drop table import_batch');
  }
}

async function createBatch(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table import_batch (
      id uuid primary key default gen_random_uuid(),
      kind text not null check (kind in ('candidates', 'vacancies')),
      source text not null check (source ~ '^[a-z0-9][a-z0-9._-]{0,49}$'),
      file_name text check (char_length(file_name) <= 200),
      state text not null default 'queued' check (state in ('queued', 'running', 'completed', 'failed', 'cancelled')),
      -- Null until the whole file is received.
      bytes bigint check (bytes >= 0),
      bytes_read bigint not null default 0 check (bytes_read >= 0),
      -- Also the checkpoint: records 1 to rows_read are dealt with, exactly once.
      rows_read integer not null default 0,
      rows_inserted integer not null default 0 check (rows_inserted >= 0),
      rows_changed integer not null default 0 check (rows_changed >= 0),
      rows_unchanged integer not null default 0 check (rows_unchanged >= 0),
      rows_refused integer not null default 0 check (rows_refused >= 0),
      warnings integer not null default 0 check (warnings >= 0),
      error_code text,
      error_detail text,
      -- Opens import_payload; wiped with it.
      payload_key bytea,
      created_at timestamptz not null default now(),
      started_at timestamptz,
      finished_at timestamptz,
      constraint import_batch_adds_up check (rows_read = rows_inserted + rows_changed + rows_unchanged + rows_refused),
      constraint import_batch_finished check ((finished_at is not null) = (state in ('completed', 'failed', 'cancelled'))),
      constraint import_batch_failed_with_code check ((state = 'failed') = (error_code is not null))
    )`);
  await runner.query("create index import_batch_unfinished on import_batch (created_at) where state in ('queued', 'running')");
  await runner.query('create index import_batch_newest on import_batch (created_at desc, id desc)');
}

async function createWhatHangsOnIt(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table import_payload (
      batch_id uuid not null references import_batch on delete cascade,
      position integer not null check (position >= 0),
      bytes bytea not null,
      primary key (batch_id, position)
    )`);
  await runner.query('alter table import_payload alter column bytes set storage external');
  await runner.query(`
    create table import_issue (
      id bigint primary key generated always as identity,
      batch_id uuid not null references import_batch on delete cascade,
      severity text not null check (severity in ('error', 'warning')),
      row_number integer not null check (row_number >= 0),
      file_row integer check (file_row >= 1),
      path text not null,
      code text not null,
      value text check (char_length(value) <= 60),
      mend text not null
    )`);
  await runner.query('create index import_issue_of_batch on import_issue (batch_id, id)');
}
