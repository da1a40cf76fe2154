import type { Page } from 'playwright-core';

/** Adds to `complaints` what the browser says of this page from now on: errors nobody caught, errors and warnings of its console. */
export function hearComplaints(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
}
