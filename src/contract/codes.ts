// Closed lists of codes as plain text: the browser reads them without pulling in any schema.

export const views = ['all', 'risk', 'ready', 'renewal', 'stalled', 'unknown'] as const;
export const bands = ['red', 'yellow', 'green', 'unknown'] as const;
export const statuses = ['active', 'notice', 'no_contract', 'ended', 'unknown'] as const;
/** Orders of a list; each column has one. */
export const sorts = [
  'name',
  'score',
  'trend',
  'stages',
  'mrr',
  'renewsOn',
  'action',
  'offer',
  'segment',
  'owner',
  'status',
  'atStake',
  'talkedOn',
  'rank',
] as const;
/** Customers that one request may change. */
export const mostAtOnce = 500;
/** Columns of the sheet that a list is taken out as. */
export const tableColumns = [
  'name',
  'taxId',
  'score',
  'band',
  'trend',
  'stages',
  'mrr',
  'renewsOn',
  'action',
  'actionDue',
  'offer',
  'segment',
  'owner',
  'status',
  'atStake',
  'quiet',
] as const;
