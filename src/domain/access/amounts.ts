// What a list would tell of money to who is not told amounts: for the door that refuses it and the screen that never asks.

/** Orders that tell which customer has more; `offer` is ordered by its amount. */
export const amountOrders: ReadonlySet<string> = new Set(['mrr', 'atStake', 'offer']);
/** Columns that hold nothing but amounts. */
export const amountColumns: ReadonlySet<string> = new Set(['mrr', 'atStake']);
