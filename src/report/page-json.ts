import type { Page } from '../page/page.js';

/**
 * A page as the contract has it: absent fields are `null`, so that every line has the same keys; the source stays out, and
 * the caller's id, which whoever answers puts first.
 */
export function pageJson(page: Page): object {
  const { id, source, ...rest } = page;
  return {
    url: null,
    outlet: null,
    title: null,
    dateline: null,
    published: null,
    modified: null,
    language: null,
    ...rest,
  };
}
