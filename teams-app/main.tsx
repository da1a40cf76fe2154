import { createDOMRenderer } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { makeAsk } from './ask.ts';
import { ownPage } from './own-page.ts';
import { demoTokens } from './demo.ts';
import { keptIn } from './kept.ts';
import { hashOf, readRoute } from './route.ts';
import './style/look.css';
import './style/frame.css';
import './style/parts.css';
import './style/matrix.css';
import './style/pictures.css';
import './style/network.css';
import './style/documents.css';
import './style/office.css';
import './style/adoption.css';
import { type Host, mayHaveHost, meetHost } from './teams.ts';

const HELLO_MS = 8_000;
const TOKEN_MS = 15_000;
const ANSWER_MS = 20_000;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const fetchSame = (path: string, init: RequestInit): Promise<Response> => fetch(path, init);

/** Meets the host if there may be one, then draws. Where no host answers the reader is told how to get to Teams. */
async function begin(): Promise<void> {
  const place = document.querySelector('#samspill');
  if (place === null) return;
  const framed = mayHaveHost(window);
  const host = framed
    ? await meetHost({ wait, helloMs: HELLO_MS, tokenMs: TOKEN_MS }).catch(() => undefined)
    : undefined;
  goWhereAsked(host);
  createRoot(place).render(
    <App
      renderer={createDOMRenderer(document, { styleElementAttributes: { nonce: meta('csp-nonce') } })}
      host={host}
      silent={framed && host === undefined}
      page={ownPage(location.pathname)}
      demo={meta('samspill-demo') === 'yes'}
      locale={navigator.language}
      theme={preferredTheme()}
      askFromTeams={(host) => makeAsk({ fetch: fetchSame, token: () => host.token(), timeLimitMs: ANSWER_MS })}
      askFromDemo={(role) => makeAsk({ fetch: fetchSame, token: demoTokens(role, fetchSame), timeLimitMs: ANSWER_MS })}
      kept={{ preferences: keptIn(() => localStorage), visit: keptIn(() => sessionStorage) }}
    />,
  );
}

/** A deep link's place wins over the address the tab was opened at. */
function goWhereAsked(host: Host | undefined): void {
  const route = host?.place === undefined ? undefined : readRoute(host.place);
  if (route !== undefined) history.replaceState(null, '', hashOf(route));
}

function meta(name: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
}

function preferredTheme(): string {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default';
}

void begin();
