// What a verb answers when it may not or cannot: a stable code and its details. Doors map it to words once.

/** Every reason a verb refuses for; doors translate exhaustively. */
export const refusalCodes = [
  'workspace-not-found',
  'not-allowed',
  'owner-exists',
  'owner-needed',
  'member-exists',
  'member-not-found',
  'member-elsewhere',
  'last-owner',
  'limit-not-possible',
  'money-not-hideable',
  'money-hidden',
  'sample-without-people',
  'link-not-valid',
  'email-invalid',
  'password-invalid',
  'password-wrong',
  'account-not-found',
  'account-not-yet',
  'draft-not-found',
  'draft-not-open',
  'draft-busy',
  'draft-changed',
  'mapping-not-found',
  'draft-full',
  'draft-not-ready',
  'draft-choice-unknown',
  'import-cancelled',
  'import-not-found',
  'import-cancelled',
  'import-not-committed',
  'import-busy',
  'key-reused',
  'fact-invalid',
  'entry-not-found',
  'entry-unknown',
  'entry-due-past',
  'entry-proof',
  'entry-delivered',
  'entry-attended',
  'contact-not-found',
  'contact-known',
  'contact-known-left',
  'contact-gone',
  'contact-here',
  'contact-same',
  'contact-told',
  'contact-left-early',
  'phone-invalid',
  'line-decided',
  'line-closed',
  'line-owner-gone',
  'task-changed',
  'task-closed',
  'task-ended',
  'task-owner-unknown',
  'task-owner-left',
  'task-owner-limited',
  'team-not-own',
  'team-unknown',
  'team-left',
  'team-changed',
  'day-in-future',
  'day-invalid',
  'file-unreadable',
  'file-not-a-table',
  'mapping-invalid',
  'mapping-ambiguous',
  'merge-with-itself',
  'not-merged',
  'cursor-invalid',
  'view-not-found',
  'views-too-many',
  'method-invalid',
  'method-not-found',
  'method-changed',
  'account-ambiguous',
  'export-interrupted',
  'export-too-large',
  'export-exists',
  'keywords-changed',
  'keywords-too-many',
  'keyword-empty',
  'keyword-short',
  'keyword-long',
  'keyword-twice',
  'keyword-event',
  'keyword-family',
  'suggestion-not-open',
  'suggestion-who',
  'sample-beside-customers',
  'sample-size',
  'sample-busy',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];
export type RefusalDetail = Readonly<Record<string, string | number | null>>;
/** One wrong part of what was sent. */
export type RefusalPart = { readonly path: string; readonly code: string; readonly message: string };

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly detail: RefusalDetail;
  readonly parts: readonly RefusalPart[];
  constructor(code: RefusalCode, detail: RefusalDetail = {}, parts: readonly RefusalPart[] = []) {
    super(`${code} ${JSON.stringify(detail)}`);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
    this.parts = parts;
  }
}
