import { z } from 'zod';

/** Those one may enter the demo as. An employee has no role beyond *About this data*. */
export const DEMO_ROLES = [
  'Leader',
  'PrivacyOfficer',
  'Approver',
  'DataProtectionOfficer',
  'EmployeeRepresentative',
  'LaunchOwner',
  'Administrator',
  'Employee',
] as const;
export type DemoRole = (typeof DEMO_ROLES)[number];

const entered = z.object({ token: z.string() });

/** Reads a remembered role; undefined for anything that is not one. */
export function readDemoRole(text: string | null): DemoRole | undefined {
  return DEMO_ROLES.find((role) => role === text);
}

/**
 * The token source of a page opened outside Teams in a demo. The role is remembered, the token is not: it lives in
 * memory and is asked for anew when it is refused. Rejects when the demo does not let one in.
 */
export function demoTokens(
  role: DemoRole,
  fetch: (path: string, init: RequestInit) => Promise<Response>,
): (renew: boolean) => Promise<string> {
  let held: Promise<string> | undefined;
  return (renew) => {
    if (renew || held === undefined) held = enterDemo(role, fetch);
    held.catch(() => {
      held = undefined;
    });
    return held;
  };
}

async function enterDemo(
  role: DemoRole,
  fetch: (path: string, init: RequestInit) => Promise<Response>,
): Promise<string> {
  const response = await fetch('/demo/enter', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role }),
    credentials: 'omit',
  });
  if (!response.ok) throw new Error('the demo did not let us in');
  return entered.parse(await response.json()).token;
}
