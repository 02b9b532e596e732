// What the columns of a table other than customers become once headers and contents are settled: further numbers of a
// table of usage are measures, a number of activity takes the place of the total, the rest has no place.
import type { Column, Proposal } from './infer.ts';
import { headerWords } from './header.ts';
import type { TableName } from './fields.ts';

/** Share of the cells that must be numbers. */
const mostly = 0.8;

/** Proposals as the table reads them. */
export function settleTable(
  proposals: readonly Proposal[],
  columns: readonly Column[],
  table: TableName,
): readonly Proposal[] {
  if (table === 'accounts') return proposals;
  const long = table === 'usage' && proposals.some((proposal) => proposal.field === 'metric');
  return proposals.map((proposal, at) => {
    const column = columns[at];
    if (!column || proposal.reason === 'map') return proposal;
    // What people wrote is kept only where a person says so.
    if (proposal.field === 'messageText') return { ...proposal, field: 'ignore', asks: [] };
    if (table === 'usage' && !long) return wide(proposal, column);
    if (proposal.field === 'amount' && table !== 'subscriptions') return without(proposal, 'which_period');
    return spare(proposal);
  });
}

/** In a wide table a count is a measure by its own name. */
function wide(proposal: Proposal, column: Column): Proposal {
  if (proposal.field === 'quantity') return { ...proposal, field: 'measure' };
  if (proposal.field !== 'custom') return spare(proposal);
  const { profile, named, header } = column;
  if (profile.share.numeric < mostly || headerWords(header).includes('id')) return spare(proposal);
  const asks = named
    ? []
    : [{ code: 'confirm_content' as const, column: header, options: ['measure', 'ignore'] }];
  return { ...proposal, field: 'measure', confidence: named ? 0.7 : 0.4, reason: 'content', asks };
}

/** Only customers have fields of their own; in another table such a column is left out and shown so. */
function spare(proposal: Proposal): Proposal {
  return proposal.field === 'custom' || proposal.field === 'remark'
    ? { ...proposal, field: 'ignore' }
    : proposal;
}

function without(proposal: Proposal, code: string): Proposal {
  return { ...proposal, asks: proposal.asks.filter((ask) => ask.code !== code) };
}
