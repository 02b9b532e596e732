// Tables as the query builder sees them. The truth is in `migrations/`; this file only names it for the compiler.
import type { ColumnType, Generated } from 'kysely';

/** Read as ms since 1970 (UTC); written as an ISO text or `to_timestamp(ms / 1000)`. */
export type Instant = ColumnType<number, string, string>;

export type WorkspaceTable = {
  workspace_id: string;
  slug: string;
  name: string;
  zone: Generated<string>;
  currency: Generated<string>;
  locale: Generated<string>;
  settings: ColumnType<Record<string, unknown>, string | undefined, string>;
  sample: Generated<boolean>;
  created_at: Instant;
};

export type Database = {
  'app.workspace': WorkspaceTable;
};
