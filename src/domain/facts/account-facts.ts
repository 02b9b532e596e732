// Who the customer is, who serves it, who works there. Records: a later revision corrects an earlier one.
import { z } from 'zod';
import { code, customValue, factSpec } from './spec.ts';

export const segments = ['enterprise', 'mid_market', 'smb', 'product_led'] as const;
export const segment = z.enum(segments);
export type Segment = (typeof segments)[number];

export const teamRoles = ['csm', 'consultant', 'sales', 'finance', 'executive_sponsor', 'manager'] as const;
export type TeamRole = (typeof teamRoles)[number];
export const contactRoles = [
  'executive_sponsor',
  'champion',
  'decision_maker',
  'influencer',
  'user',
  'detractor',
  'procurement',
  'finance',
] as const;

/** A contact is named by its key in the source; the store keeps the person behind it. */
export const contactRef = z.string().min(1).max(200);

export const accountDescribed = factSpec({
  type: 'account-described',
  kind: 'account',
  nature: 'record',
  body: z.strictObject({
    name: z.string().min(1).max(300).optional(),
    taxId: z.string().max(20).optional(),
    domains: z.array(z.string().max(253)).max(50).optional(),
    segment: segment.optional(),
    industry: code.optional(),
    size: code.optional(),
    parent: code.optional(),
    group: code.optional(),
    tags: z.array(code).max(100).optional(),
    channel: code.optional(),
    profileToFollow: z.boolean().optional(),
    custom: z.record(code, customValue).optional(),
  }),
  slim: {
    segment: 'code',
    industry: 'code',
    size: 'code',
    tags: 'codes',
    channel: 'code',
    profileToFollow: 'flag',
    custom: 'custom',
  },
});

const teamMember = { member: code, role: z.enum(teamRoles) };

export const teamAssigned = factSpec({
  type: 'team-assigned',
  kind: 'team',
  nature: 'record',
  body: z.strictObject(teamMember),
  slim: { member: 'code', role: 'code' },
});
export const teamReleased = factSpec({
  type: 'team-released',
  kind: 'team',
  nature: 'record',
  body: z.strictObject(teamMember),
  slim: { member: 'code', role: 'code' },
});

const contactBody = {
  contact: contactRef,
  role: z.enum(contactRoles).optional(),
  department: code.optional(),
  /** 0 (none) to 1 (decides alone). */
  influence: z.number().min(0).max(1).optional(),
  keyUser: z.boolean().optional(),
  optOut: z.boolean().optional(),
};
const contactSlim = {
  contact: 'contact',
  role: 'code',
  department: 'code',
  influence: 'number',
  keyUser: 'flag',
  optOut: 'flag',
} as const;

export const contactJoined = factSpec({
  type: 'contact-joined',
  kind: 'contact',
  nature: 'record',
  body: z.strictObject(contactBody),
  slim: contactSlim,
});
export const contactChanged = factSpec({
  type: 'contact-changed',
  kind: 'contact',
  nature: 'event',
  body: z.strictObject(contactBody),
  slim: contactSlim,
});
export const contactLeft = factSpec({
  type: 'contact-left',
  kind: 'contact',
  nature: 'event',
  body: z.strictObject({ contact: contactRef, replacedBy: contactRef.optional() }),
  slim: { contact: 'contact', replacedBy: 'contact' },
});
