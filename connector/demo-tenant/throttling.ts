import type { Answer } from './exchange.ts';
import {
  budgetsOf,
  MAILBOX_CONCURRENCY,
  mailboxOccupied,
  resourceUnits,
  type Budget,
  type Counted,
} from './published-limits.ts';
import { refusal } from './refusal.ts';
import { SlidingWindows } from './sliding-window.ts';

/** A request that was let in. */
export interface Admission {
  /** Frees the mailbox; to be called once, when the answer is given. */
  readonly release: () => void;
  /** What the service tells of its limits, to be added to the answer. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Keeps Microsoft's published limits. */
export interface Throttling {
  /** Lets a request in, or refuses it in the words of its service with a Retry-After that is true. */
  admit(counted: Counted): Admission | Answer;
}

/**
 * Enforces the published limits for one application and tenant, on the tenant's clock. A refused request costs nothing
 * of the budget: whoever waits as told is let in.
 */
export function throttling(tenant: {
  readonly people: number;
  readonly scope: string;
  readonly now: () => number;
}): Throttling {
  const windows = new SlidingWindows();
  const occupied = new Map<string, number>();
  return {
    admit(counted) {
      const now = tenant.now();
      const budgets = budgetsOf(counted, tenant.people);
      const waits = budgets.map((budget) => windows.waitFor(budget.name, budget, now));
      const longest = Math.max(...waits);
      const tight = budgets[waits.indexOf(longest)];
      if (longest > 0 && tight) return tooMany(tight, longest, tenant.scope);
      const mailbox = mailboxOccupied(counted);
      const inside = occupied.get(mailbox ?? '') ?? 0;
      if (mailbox !== undefined && inside >= MAILBOX_CONCURRENCY) return mailboxBusy();
      if (mailbox !== undefined) occupied.set(mailbox, inside + 1);
      for (const { name, cost, windowMs } of budgets) windows.spend(name, cost, windowMs, now);
      return {
        headers: identityHeaders(budgets, windows, counted, now),
        release() {
          if (mailbox === undefined) return;
          const left = (occupied.get(mailbox) ?? 1) - 1;
          if (left === 0) occupied.delete(mailbox);
          else occupied.set(mailbox, left);
        },
      };
    },
  };
}

function tooMany({ service }: Budget, waitMs: number, scope: string): Answer {
  const headers: Record<string, string> = { 'retry-after': String(Math.ceil(waitMs / 1000)) };
  if (service === 'outlook')
    return refusal(429, 'ApplicationThrottled', 'Application is over its request limit.', headers);
  if (service === 'identity') {
    headers['x-ms-throttle-scope'] = `Tenant_Application/ReadWrite/${scope}`;
    headers['x-ms-throttle-information'] = 'ResourceUnitLimitExceeded';
  }
  return refusal(429, 'TooManyRequests', 'Too many requests.', headers);
}

function mailboxBusy(): Answer {
  return refusal(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', {
    'retry-after': '1',
  });
}

function identityHeaders(
  budgets: readonly Budget[],
  windows: SlidingWindows,
  { template, query }: Counted,
  now: number,
): Record<string, string> {
  const identity = budgets.find(({ service }) => service === 'identity');
  if (!identity) return {};
  const share = windows.spent(identity.name, identity.windowMs, now) / identity.most;
  return {
    'x-ms-resource-unit': String(resourceUnits(template, query)),
    ...(share > 0.8 && { 'x-ms-throttle-limit-percentage': share.toFixed(2) }),
  };
}
