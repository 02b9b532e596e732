// The map of the API: every route there is, by name. Doors serve it, the browser's client is typed by it.
import { acceptLink, getAccess, postOwner, postPassword, readLink } from './access.ts';
import { listAccounts } from './accounts.ts';
import { getAccount } from './customer.ts';
import { getDataQuality, listImports } from './data-quality.ts';
import { deleteEntry, getEntryChoices, postEntry } from './entries.ts';
import { getExport } from './export.ts';
import { listAccountFacts, postFacts } from './facts.ts';
import { answerGroup, answerPair, assignShell, getIdentity } from './identity.ts';
import { getDraftDifference, listDraftQuestions, putDraftQuestion } from './draft-questions.ts';
import {
  deleteDraft,
  deleteDraftFile,
  getDraft,
  getDraftTable,
  listDrafts,
  patchDraftTable,
  postDraft,
  postDraftCancel,
  postDraftCommit,
  postDraftFile,
} from './drafts.ts';
import { getFirstValue, putFirstValue } from './first-value.ts';
import { deleteImport, postImport } from './imports.ts';
import { deleteSuggestion, findKeyword, getKeywords, postSuggestion, putKeywords } from './keywords.ts';
import { deleteMapping, listMappings } from './mappings.ts';
import { mergeAccount, unmergeAccount } from './merge.ts';
import {
  deletePerson,
  getPersonLeaving,
  listPeople,
  patchPerson,
  postPerson,
  postPersonLink,
} from './people.ts';
import { getRitual, postLineClosed, postLineDecision, postMinutes } from './rituals.ts';
import { deleteSample, getSample, postSample } from './sample.ts';
import { postHandOver, postHandOverBack } from './team.ts';
import { getWeek } from './week.ts';
import { listWorkspaces } from './workspaces.ts';

export const routes = {
  getAccess,
  postOwner,
  readLink,
  acceptLink,
  postPassword,
  listWorkspaces,
  getSample,
  postSample,
  deleteSample,
  listAccounts,
  getAccount,
  listAccountFacts,
  postEntry,
  deleteEntry,
  getEntryChoices,
  mergeAccount,
  unmergeAccount,
  postFacts,
  postImport,
  deleteImport,
  postDraft,
  listDrafts,
  getDraft,
  deleteDraft,
  postDraftFile,
  deleteDraftFile,
  getDraftTable,
  patchDraftTable,
  getDraftDifference,
  listDraftQuestions,
  putDraftQuestion,
  postDraftCommit,
  postDraftCancel,
  getFirstValue,
  putFirstValue,
  getKeywords,
  putKeywords,
  findKeyword,
  postSuggestion,
  deleteSuggestion,
  listMappings,
  deleteMapping,
  listImports,
  getDataQuality,
  getIdentity,
  answerPair,
  answerGroup,
  assignShell,
  getExport,
  getWeek,
  listPeople,
  postPerson,
  patchPerson,
  deletePerson,
  getPersonLeaving,
  postPersonLink,
  getRitual,
  postLineDecision,
  postLineClosed,
  postMinutes,
  postHandOver,
  postHandOverBack,
} as const;
export type RouteName = keyof typeof routes;
