import { expect, vi } from 'vitest';
import { RECORD_FOLDER, recorder } from './record.ts';

// Whatever plays Microsoft in a test, the demo tenant or a network a test made up, is a server of msw's: each of them
// tells here what it is asked, so that no test has to remember to.
vi.mock(import('msw/node'), async (original) => {
  const actual = await original();
  const folder = process.env[RECORD_FOLDER];
  if (folder === undefined) return actual;
  return {
    ...actual,
    setupServer: (...handlers) => {
      const server = actual.setupServer(...handlers);
      const note = recorder(folder, relative(expect.getState().testPath ?? 'nobody'));
      server.events.on('request:start', ({ request }) => {
        note(request);
      });
      return server;
    },
  };
});

function relative(path: string): string {
  return path.slice(path.indexOf('/tests/') + 1);
}
