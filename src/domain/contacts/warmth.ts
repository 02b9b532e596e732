// How long a talk stays warm. On its own, so that a page can say it without what reads facts.

/** A talk is warm up to this many days after it. */
export const warmDays = 14;
/** From then on it cools, and after this many days it is cold. */
export const coolingDays = 60;
