import type { Language } from './language.ts';

/** What is said of links, and of the tab in a channel: på bokmål. */
const nb = {
  share: {
    title: 'Del denne siden',
    lead: 'Lenken fører bare hit og inneholder ingen tall. De som åpner den, ser det de selv har tilgang til.',
    toChat: 'Del i chat',
    link: 'Hent lenke',
    copy: 'Kopier lenke',
    copied: 'Lenken er kopiert.',
    shared: 'Lenken er delt.',
    byHand: 'Kom det ikke opp noe? Da kan du kopiere adressen herfra:',
    address: 'Adresse',
    newest: 'nyeste tall',
    label: (screen: string, period: string) => `Samspill: ${screen}, ${period}`,
    labelAlone: (screen: string) => `Samspill: ${screen}`,
  },
  channel: {
    lead: 'Samspill viser hvordan enhetene arbeider sammen, i antall personer og aldri hvem.',
    same: 'Denne siden er lik for alle i kanalen. Tallene åpner du i Samspill, der alle ser det de selv har tilgang til.',
    newestTitle: 'Nyeste tall',
    newest: (period: string, day: string) => `${period}, lagt fram ${day}.`,
    none: 'De første tallene er ikke lagt fram ennå.',
    openTitle: 'Gå videre',
    open: (screen: string) => `Åpne ${screen} i Samspill`,
    byHand: 'Åpnet ikke Samspill? Finn det blant appene i Teams, eller gå hit:',
  },
  setUp: {
    title: 'Legg Samspill i kanalen',
    lead: 'Fanen får en side som er lik for alle i kanalen: hva Samspill er, og når de nyeste tallene kom. Den viser ingen tall om enheter eller personer.',
    question: 'Hvor skal knappen på siden føre?',
    then: 'Velg, og trykk Lagre nederst i vinduet.',
  },
};

export type InTeamsWords = typeof nb;

/** The same på nynorsk. */
const nn: InTeamsWords = {
  share: {
    title: 'Del denne sida',
    lead: 'Lenkja fører berre hit og inneheld ingen tal. Dei som opnar ho, ser det dei sjølve har tilgang til.',
    toChat: 'Del i chat',
    link: 'Hent lenkje',
    copy: 'Kopier lenkje',
    copied: 'Lenkja er kopiert.',
    shared: 'Lenkja er delt.',
    byHand: 'Kom det ikkje opp noko? Då kan du kopiere adressa herifrå:',
    address: 'Adresse',
    newest: 'nyaste tal',
    label: (screen, period) => `Samspill: ${screen}, ${period}`,
    labelAlone: (screen) => `Samspill: ${screen}`,
  },
  channel: {
    lead: 'Samspill viser korleis einingane arbeider saman: kor mange personar, aldri kven.',
    same: 'Denne sida er lik for alle i kanalen. Tala opnar du i Samspill, der alle ser det dei sjølve har tilgang til.',
    newestTitle: 'Nyaste tal',
    newest: (period, day) => `${period}, lagt fram ${day}.`,
    none: 'Dei første tala er ikkje lagde fram enno.',
    openTitle: 'Gå vidare',
    open: (screen) => `Opne ${screen} i Samspill`,
    byHand: 'Opna ikkje Samspill seg? Finn det blant appane i Teams, eller gå hit:',
  },
  setUp: {
    title: 'Legg Samspill i kanalen',
    lead: 'Fana får ei side som er lik for alle i kanalen: kva Samspill er, og når dei nyaste tala kom. Ho viser ingen tal om einingar eller personar.',
    question: 'Kvar skal knappen på sida føre?',
    then: 'Vel, og trykk Lagre nedst i vindauget.',
  },
};

/** The same in English. */
const en: InTeamsWords = {
  share: {
    title: 'Share this page',
    lead: 'The link only shows the way here and holds no figures. Whoever opens it sees what they have access to.',
    toChat: 'Share in chat',
    link: 'Get link',
    copy: 'Copy link',
    copied: 'The link is copied.',
    shared: 'The link is shared.',
    byHand: 'Nothing happened? Copy the address from here:',
    address: 'Address',
    newest: 'newest figures',
    label: (screen, period) => `Samspill: ${screen}, ${period}`,
    labelAlone: (screen) => `Samspill: ${screen}`,
  },
  channel: {
    lead: 'Samspill shows how the units work together: how many people, never who.',
    same: 'This page is the same for everybody in the channel. You open the figures in Samspill, where each sees what they have access to.',
    newestTitle: 'Newest figures',
    newest: (period, day) => `${period}, released on ${day}.`,
    none: 'The first figures have not been released yet.',
    openTitle: 'Go on',
    open: (screen) => `Open ${screen} in Samspill`,
    byHand: 'Did Samspill not open? Find it among the apps in Teams, or go here:',
  },
  setUp: {
    title: 'Put Samspill in the channel',
    lead: 'The tab gets a page that is the same for everybody in the channel: what Samspill is, and when the newest figures came. It shows no figures about units or people.',
    question: 'Where should the button on the page lead?',
    then: 'Choose, and press Save at the bottom of the window.',
  },
};

export function inTeamsWords(language: Language): InTeamsWords {
  return { nb, nn, en }[language];
}
