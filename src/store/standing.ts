// What is asked of a fact in many statements, in one place: whether it stands, and its texts. `f` is the fact's alias.
import { sql } from 'kysely';

/** Joins `w.withdrawn`, the newest word on a fact `f`: null where nobody ever withdrew it. */
export const newestWithdrawal = sql`left join lateral (select w.withdrawn from app.withdrawal w
  where w.workspace_id = f.workspace_id and w.account_id = f.account_id and w.fact_id = f.fact_id
  order by w.seq desc limit 1) w on true`;

/** Texts of a fact `f` that are kept apart, by field; null where it has none. */
export const textsOfFact = sql`(select jsonb_object_agg(t.field, t.body) from app.fact_text t
  where t.workspace_id = f.workspace_id and t.account_id = f.account_id and t.fact_id = f.fact_id)`;
