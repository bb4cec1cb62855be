import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Feeds of vacancies: how far we have read, what state each ad is in, and what is odd about it. */
export class Feed1763810000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createCursor(runner);
    await createAds(runner);
    await createIssues(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table feed_issue');
    await runner.query('drop table feed_ad');
    await runner.query('drop table feed_cursor');
  }
}

async function createCursor(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table feed_cursor (
      source text primary key check (source ~ '^[a-z0-9][a-z0-9._-]{0,49}$'),
      base_url text not null,
      -- The page to ask for next. Null: ask for the first page with something newer than start_from.
      page_id text check (char_length(page_id) between 1 and 100),
      etag text,
      start_from timestamptz not null,
      -- Polls in a row that did not find the page.
      polls_missing integer not null default 0 check (polls_missing >= 0),
      pages_read bigint not null default 0,
      items_read bigint not null default 0,
      -- The newest change read so far.
      newest_change timestamptz,
      -- When a run began that read everything there was.
      caught_up_at timestamptz,
      run_started_at timestamptz,
      run_finished_at timestamptz,
      run_outcome text check (run_outcome in ('caught-up', 'stopped', 'waiting', 'failed')),
      run_error text,
      failures integer not null default 0 check (failures >= 0)
    )`);
}

async function createAds(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table feed_ad (
      source text not null check (source ~ '^[a-z0-9][a-z0-9._-]{0,49}$'),
      external_id text not null check (char_length(external_id) between 1 and 100),
      status text not null check (status in ('ACTIVE', 'INACTIVE')),
      -- Of the newest line of the feed about it.
      changed_at timestamptz not null,
      -- What that line said; the content of an ad may say less.
      municipal text,
      business_name text,
      -- Null: there is nothing to fetch.
      detail_due timestamptz,
      -- Whether a change has not been fetched yet.
      is_pending boolean not null,
      detail_failures integer not null default 0 check (detail_failures >= 0),
      fetched_at timestamptz,
      link text,
      application_url text,
      primary key (source, external_id),
      -- An ad that is gone leaves its identity and time, nothing else.
      constraint feed_ad_gone_is_bare check (status = 'ACTIVE' or (not is_pending and detail_due is null and municipal is null and business_name is null and link is null and application_url is null))
    )`);
  await runner.query('create index feed_ad_due on feed_ad (source, is_pending desc, detail_due) where detail_due is not null');
  await runner.query("create index feed_ad_gone on feed_ad (source, changed_at) where status = 'INACTIVE'");
}

async function createIssues(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table feed_issue (
      id bigint primary key generated always as identity,
      source text not null,
      external_id text not null,
      severity text not null check (severity in ('error', 'warning')),
      code text not null,
      path text not null,
      value text check (char_length(value) <= 60),
      mend text not null,
      constraint feed_issue_of_ad foreign key (source, external_id) references feed_ad on delete cascade
    )`);
  await runner.query('create index feed_issue_of_ad on feed_issue (source, external_id)');
  await runner.query('create index feed_issue_by_code on feed_issue (source, code, id)');
}
