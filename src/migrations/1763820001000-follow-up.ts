import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came of proposing a person for a vacancy: codes and dates, no free text, with its history. */
export class FollowUp1763820001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table follow_up (
        id uuid primary key default gen_random_uuid(),
        candidate_id uuid not null references candidate on delete cascade,
        -- An outcome says something of the policy also when the vacancy is gone.
        vacancy_id uuid references vacancy on delete set null,
        -- The steps taken, first to last; the last is where things stand.
        path text[] not null check (cardinality(path) >= 1 and path[1] = 'proposed'),
        step text not null generated always as (path[cardinality(path)]) stored,
        step_on date not null,
        reason text,
        -- The match when it was proposed: what outcomes are held against.
        policy_version text not null,
        data_version text not null,
        rules_version text not null,
        band text not null,
        score numeric(5, 2) not null check (score between 0 and 100),
        proposed_on date not null,
        version integer not null default 1 check (version >= 1),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint follow_up_end_has_a_reason check ((path[cardinality(path)] = 'ended') = (reason is not null))
      )`);
    await runner.query("create unique index follow_up_one_open on follow_up (candidate_id, vacancy_id) where step <> 'ended'");
    await runner.query('create index follow_up_of_vacancy on follow_up (vacancy_id)');
    await runner.query(`
      create table follow_up_event (
        id bigint primary key generated always as identity,
        follow_up_id uuid not null references follow_up on delete cascade,
        version integer not null,
        at timestamptz not null default now(),
        by text not null,
        kind text not null check (kind in ('proposed', 'moved', 'taken-back')),
        step text not null,
        step_on date not null,
        reason text,
        constraint follow_up_event_one_for_each_version unique (follow_up_id, version)
      )`);
    await runner.query(`
      create function follow_up_event_is_kept() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' and not exists (select from follow_up where id = old.follow_up_id) then return old; end if;
        raise exception 'the history of a follow-up is only added to' using errcode = 'restrict_violation';
      end $$`);
    await runner.query('create trigger follow_up_event_is_kept before update or delete on follow_up_event for each row execute function follow_up_event_is_kept()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table follow_up_event');
    await runner.query('drop function follow_up_event_is_kept');
    await runner.query('drop table follow_up');
  }
}
