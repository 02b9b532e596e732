// The map of the API: every route there is, by name. Doors serve it, the browser's client is typed by it.
import { acceptLink, getAccess, postOwner, postPassword, readLink } from './access.ts';
import { listAccounts } from './accounts.ts';
import { getChanges } from './changes.ts';
import {
  getAccountContacts,
  postAccountContact,
  postContactChange,
  postContactConfirm,
  postContactLeft,
  postContactReturn,
} from './contacts.ts';
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
import { getMethod, getMethodText, previewMethod, publishMethod } from './methods.ts';
import { deletePerson, listPeople, patchPerson, postPerson, postPersonLink } from './people.ts';
import { getCommittee, getRitual, postLineClosed, postLineDecision, postMinutes } from './rituals.ts';
import { deleteSample, getSample, postSample } from './sample.ts';
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
  getAccountContacts,
  postAccountContact,
  postContactChange,
  postContactConfirm,
  postContactLeft,
  postContactReturn,
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
  getMethod,
  getMethodText,
  previewMethod,
  publishMethod,
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
  getChanges,
  listPeople,
  postPerson,
  patchPerson,
  deletePerson,
  postPersonLink,
  getRitual,
  getCommittee,
  postLineDecision,
  postLineClosed,
  postMinutes,
} as const;
export type RouteName = keyof typeof routes;
