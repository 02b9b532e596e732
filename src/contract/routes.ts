// The map of the API: every route there is, by name. Doors serve it, the browser's client is typed by it.
import { listAccounts } from './accounts.ts';
import { getAccount } from './customer.ts';
import { getDataQuality, listImports } from './data-quality.ts';
import { getExport } from './export.ts';
import { listAccountFacts, postFacts } from './facts.ts';
import { answerGroup, answerPair, assignShell, getIdentity } from './identity.ts';
import { deleteImport, postImport } from './imports.ts';
import { mergeAccount, unmergeAccount } from './merge.ts';
import { getWeek } from './week.ts';
import { listWorkspaces } from './workspaces.ts';

export const routes = {
  listWorkspaces,
  listAccounts,
  getAccount,
  listAccountFacts,
  mergeAccount,
  unmergeAccount,
  postFacts,
  postImport,
  deleteImport,
  listImports,
  getDataQuality,
  getIdentity,
  answerPair,
  answerGroup,
  assignShell,
  getExport,
  getWeek,
} as const;
export type RouteName = keyof typeof routes;
