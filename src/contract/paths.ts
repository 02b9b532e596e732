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
  drafts: `${workspace}/drafts`,
  draft: `${workspace}/drafts/{draft}`,
  draftFiles: `${workspace}/drafts/{draft}/files`,
  draftFile: `${workspace}/drafts/{draft}/files/{file}`,
  draftTable: `${workspace}/drafts/{draft}/tables/{table}`,
  draftDifference: `${workspace}/drafts/{draft}/difference`,
  draftQuestions: `${workspace}/drafts/{draft}/questions`,
  draftQuestion: `${workspace}/drafts/{draft}/questions/{question}`,
  draftCommit: `${workspace}/drafts/{draft}/commit`,
  draftCancel: `${workspace}/drafts/{draft}/cancel`,
  firstValue: `${workspace}/first-value`,
  imports: `${workspace}/imports`,
  import: `${workspace}/imports/{id}`,
  week: `${workspace}/week`,
} as const;
