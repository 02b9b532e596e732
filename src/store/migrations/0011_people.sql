-- People who sign in, and what each may do in a workspace.
-- Users, passwords and sessions are the sign-in library's, in a schema of its own that the application's role cannot read.
-- The tables are those its own installer makes, but for defaults that would ask the database for the time; a test compares.
set local role perene_auth;
create table auth."user" (
  "id" text not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create table auth."session" (
  "id" text not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" ("id") on delete cascade
);
create table auth."account" (
  "id" text not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create table auth."verification" (
  "id" text not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create index "session_userId_idx" on auth."session" ("userId");
create index "account_userId_idx" on auth."account" ("userId");
create index "verification_identifier_idx" on auth."verification" ("identifier");
reset role;

create table app.member (
  workspace_id uuid not null references app.workspace,
  member_id uuid not null,
  -- The user of the sign-in library; null until the invitation is accepted.
  user_id text,
  email text not null check (email = lower(email)),
  name text,
  role text not null check (role in ('owner', 'admin', 'manager', 'csm', 'viewer')),
  -- Who they are in the facts: the key that `team-assigned` names.
  member_key text,
  -- Every customer, or those alone whose owner is `member_key`.
  sees text not null default 'all' check (sees in ('all', 'own')),
  invited_at timestamptz not null,
  -- sha256 of the secret of the link that is open, and until when it is; a link used or replaced is gone.
  link_hash text,
  link_until timestamptz,
  accepted_at timestamptz,
  left_at timestamptz,
  primary key (workspace_id, member_id),
  check (user_id is not null or accepted_at is null),
  check (sees = 'all' or (member_key is not null and role not in ('owner', 'admin')))
);
create unique index member_email on app.member (workspace_id, email) where left_at is null;
create unique index member_user on app.member (workspace_id, user_id) where left_at is null;
select app.wall('app.member');
grant select, insert on app.member to perene_app;
grant update (user_id, name, role, member_key, sees, link_hash, link_until, accepted_at, left_at)
  on app.member to perene_app;

-- Two more looks over the wall, by the role that can do nothing else: where a user may go, and whether the base has an
-- owner at all. A sample has no people of its own: whoever owns a base beside it owns it too.
grant select on app.member to perene_directory;
create policy directory on app.member for select to perene_directory using (true);
create index member_of_user on app.member (user_id) where left_at is null and accepted_at is not null;
create function app.memberships(asked text) returns table
  (workspace_id uuid, member_id uuid, role text, sample boolean, sees text)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select m.workspace_id, m.member_id, m.role, w.sample, case when m.sees = 'own' then m.member_key end
    from member m join workspace w on w.workspace_id = m.workspace_id
    where m.user_id = asked and m.left_at is null and m.accepted_at is not null
    union all
    select w.workspace_id, null, 'owner', true, null from workspace w
    where w.sample
      and exists (select from member o where o.user_id = asked and o.role = 'owner' and o.left_at is null
        and o.accepted_at is not null)
      and not exists (select from member o where o.workspace_id = w.workspace_id and o.user_id = asked
        and o.left_at is null)
  $$;
create function app.has_owner() returns boolean
  language sql stable security definer set search_path = app, pg_temp
  as 'select exists (select from member where role = ''owner'' and accepted_at is not null and left_at is null)';
revoke execute on function app.memberships(text), app.has_owner() from public;
grant execute on function app.memberships(text), app.has_owner() to perene_app;
grant create on schema app to perene_directory;
alter function app.memberships(text) owner to perene_directory;
alter function app.has_owner() owner to perene_directory;
revoke create on schema app from perene_directory;

-- Who of ours owns each account now, by the facts of its team: the key that a limited member's customers are found by.
-- Files made before this have none until they are folded again (`perene doctor --rebuild`); nobody limited sees them.
alter table app.account_file add column owner text;
create index account_file_owner on app.account_file (workspace_id, owner) where owner is not null;
