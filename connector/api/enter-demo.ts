import { z } from 'zod';
import type { RequestHandler } from 'express';
import { understood } from './asked.ts';

const asked = z.strictObject({
  role: z.enum([
    'Leader',
    'PrivacyOfficer',
    'Approver',
    'DataProtectionOfficer',
    'EmployeeRepresentative',
    'LaunchOwner',
    'Administrator',
    'Employee',
  ]),
});

export type DemoRole = z.infer<typeof asked>['role'];

/**
 * Lets a reader into the demo without Teams. The route exists only where this was handed, and the token it gives is
 * checked like any other afterwards.
 *
 * @param tokenFor asks the invented Entra for a token of somebody with this role
 */
export function enterDemo(tokenFor: (role: DemoRole) => Promise<string>): RequestHandler {
  return async (request, response) => {
    const { role } = understood(asked, request.body);
    response.json({ token: await tokenFor(role) });
  };
}
