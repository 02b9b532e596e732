// Where each route lives, as text alone: the browser's client reads it without pulling in any schema.

const workspace = '/api/v1/workspaces/{workspace}';

export const paths = {
  workspaces: '/api/v1/workspaces',
  accounts: `${workspace}/accounts`,
  account: `${workspace}/accounts/{id}`,
  accountFacts: `${workspace}/accounts/{id}/facts`,
  accountMerge: `${workspace}/accounts/{id}/merge`,
  accountUnmerge: `${workspace}/accounts/{id}/unmerge`,
  accountAssign: `${workspace}/accounts/{id}/assign`,
  dataQuality: `${workspace}/data-quality`,
  identity: `${workspace}/identity`,
  identityPairs: `${workspace}/identity/pairs`,
  identityGroups: `${workspace}/identity/groups`,
  export: `${workspace}/export`,
  facts: `${workspace}/facts`,
  imports: `${workspace}/imports`,
  import: `${workspace}/imports/{id}`,
  week: `${workspace}/week`,
} as const;
