-- Who works with customers without being told amounts of money.

alter table app.member
  add column sees_money boolean not null default true,
  add check (sees_money or role in ('csm', 'viewer'));
grant update (sees_money) on app.member to perene_app;

-- The look over the wall tells it beside the role.
drop function app.memberships(text);
create function app.memberships(asked text) returns table
  (workspace_id uuid, member_id uuid, role text, sample boolean, sees text, sees_money boolean)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select m.workspace_id, m.member_id, m.role, w.sample, case when m.sees = 'own' then m.member_key end, m.sees_money
    from member m join workspace w on w.workspace_id = m.workspace_id
    where m.user_id = asked and m.left_at is null and m.accepted_at is not null
    union all
    select w.workspace_id, null, 'owner', true, null, true from workspace w
    where w.sample
      and exists (select from member o where o.user_id = asked and o.role = 'owner' and o.left_at is null
        and o.accepted_at is not null)
      and not exists (select from member o where o.workspace_id = w.workspace_id and o.user_id = asked
        and o.left_at is null)
  $$;
revoke execute on function app.memberships(text) from public;
grant execute on function app.memberships(text) to perene_app;
grant create on schema app to perene_directory;
alter function app.memberships(text) owner to perene_directory;
revoke create on schema app from perene_directory;
