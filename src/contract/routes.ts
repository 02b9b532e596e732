// The map of the API: every route there is, by name. Doors serve it, the browser's client is typed by it.
import { acceptLink, getAccess, postOwner, postPassword, readLink } from './access.ts';
import { getChanges } from './changes.ts';
import { listAccountIds, listAccounts } from './accounts.ts';
import { deleteNotes, postNotes, postTable } from './bulk.ts';
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
import { getCommittee, getRitual, postLineClosed, postLineDecision, postMinutes } from './rituals.ts';
import { listPoints } from './points.ts';
import { listViews, patchView, postView } from './views.ts';
import { deleteSample, getSample, postSample } from './sample.ts';
import { getAccountTasks, postTaskChange, postTasks, postTasksUndo } from './tasks.ts';
import { getToday } from './today.ts';
import {
  deletePerson,
  getPersonLeaving,
  listPeople,
  patchPerson,
  postPerson,
  postPersonLink,
} from './people.ts';
import { getAccountTeam, postHandOver, postHandOverBack } from './team.ts';
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
  listAccountIds,
  listPoints,
  listViews,
  postView,
  patchView,
  postNotes,
  deleteNotes,
  postTable,
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
  getPersonLeaving,
  postPersonLink,
  getRitual,
  getCommittee,
  postLineDecision,
  postLineClosed,
  postMinutes,
  postTasks,
  postTaskChange,
  postTasksUndo,
  getAccountTasks,
  getToday,
  getAccountTeam,
  postHandOver,
  postHandOverBack,
} as const;
export type RouteName = keyof typeof routes;
