// One look at a screen: where, and what is done before it is taken.
import type { Page } from 'playwright-core';

export type Shot = {
  name: string;
  path: string;
  full?: boolean;
  /** Addresses that never answer. */
  block?: string;
  before?: (page: Page) => Promise<unknown>;
};
