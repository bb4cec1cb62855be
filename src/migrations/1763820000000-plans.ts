import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plans agreed with a person: what is chosen, who answers for it, and a history that is only added to. */
export class Plans1763820000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createPlan(runner);
    await createWhatHangsOnIt(runner);
    await guardHistory(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table plan_event');
    await runner.query('drop function plan_event_is_kept');
    await runner.query('drop table plan_measure');
    await runner.query('drop table plan');
  }
}

async function createPlan(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table plan (
      id uuid primary key default gen_random_uuid(),
      candidate_id uuid not null references candidate on delete cascade,
      vacancy_id uuid references vacancy on delete set null,
      state text not null default 'draft' check (state in ('draft', 'agreed', 'declined', 'ended')),
      -- The plan is held to the rules of this day, whatever is changed since.
      made_on date not null,
      rules_version text not null,
      -- One person each: { name, phone, email }.
      municipality_contact jsonb check (jsonb_typeof(municipality_contact) = 'object'),
      employer_contact jsonb check (jsonb_typeof(employer_contact) = 'object'),
      fast_track_from date,
      fast_track_to date,
      -- Null = not known.
      language_offer text[],
      after_programme text,
      end_reason text,
      ended_on date,
      version integer not null default 1 check (version >= 1),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint plan_fast_track_is_a_period check ((fast_track_from is null) = (fast_track_to is null) and fast_track_from <= fast_track_to),
      constraint plan_end_has_a_reason check ((state = 'ended') = (end_reason is not null) and (end_reason is null) = (ended_on is null))
    )`);
  await runner.query('create index plan_of_candidate on plan (candidate_id, id)');
  await runner.query('create index plan_of_vacancy on plan (vacancy_id)');
}

async function createWhatHangsOnIt(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table plan_measure (
      plan_id uuid not null references plan on delete cascade,
      position integer not null check (position >= 0),
      measure text not null,
      starts_on date not null,
      -- Last day; null = open.
      ends_on date check (ends_on >= starts_on),
      primary key (plan_id, position)
    )`);
  await runner.query(`
    create table plan_event (
      id bigint primary key generated always as identity,
      plan_id uuid not null references plan on delete cascade,
      -- The version of the plan this event made.
      version integer not null,
      at timestamptz not null default now(),
      by text not null,
      kind text not null check (kind in ('created', 'changed', 'answered', 'ended')),
      change jsonb not null check (jsonb_typeof(change) = 'object'),
      constraint plan_event_one_for_each_version unique (plan_id, version)
    )`);
}

/** History goes with its plan, and never otherwise. */
async function guardHistory(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function plan_event_is_kept() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' and not exists (select from plan where id = old.plan_id) then return old; end if;
      raise exception 'the history of a plan is only added to' using errcode = 'restrict_violation';
    end $$`);
  await runner.query('create trigger plan_event_is_kept before update or delete on plan_event for each row execute function plan_event_is_kept()');
}
