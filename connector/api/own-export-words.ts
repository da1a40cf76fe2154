import type { DocumentLanguage } from '../documents/document.ts';
import type { HeldPeriodAnswer } from './answers.ts';

type Kind = HeldPeriodAnswer['acts'][number]['kind'];
type Origin = NonNullable<NonNullable<HeldPeriodAnswer['membership']>['placedBy']>['origin'];
type Standing = NonNullable<HeldPeriodAnswer['membership']>['standing'];

/** The words of one's own data on paper. Data stand beside them as they are held. */
export interface OwnExportWords {
  readonly title: string;
  readonly mark: string;
  readonly page: { readonly before: string; readonly between: string };
  readonly fileName: string;
  readonly lead: (day: string) => string;
  readonly nothing: string;
  readonly marks: Readonly<Record<'objection' | 'protected' | 'forgotten', string>>;
  readonly bridgeBuilder: (name: string, unit: string) => string;
  readonly unitToCome: string;
  readonly others: (fewest: string) => string;
  readonly toward: string;
  readonly period: (from: string, to: string) => string;
  readonly unit: (unit: string, standing: string) => string;
  readonly noUnit: string;
  readonly competences: (names: string) => string;
  readonly origin: Readonly<Record<Origin, string>>;
  readonly originOn: (origin: string, day: string) => string;
  readonly standing: Readonly<Record<Standing, string>>;
  readonly actsTitle: string;
  readonly actsHead: readonly string[];
  readonly minutes: string;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly inside: string;
  readonly outside: string;
  readonly daysTitle: string;
  readonly daysHead: readonly string[];
  readonly usageTitle: string;
  readonly usageHead: readonly string[];
  readonly officeTitle: string;
  readonly officeHead: readonly string[];
}

const nb: OwnExportWords = {
  title: 'Det Samspill har lagret om deg',
  mark: 'Bare til deg. Ingen andre kan hente denne siden.',
  page: { before: 'Side ', between: ' av ' },
  fileName: 'mine-opplysninger',
  lead: (day) => `Hentet ${day}. Her står alt som er lagret om deg.`,
  nothing: 'Det er ikke lagret noe om deg i noen periode.',
  marks: {
    objection: 'Du har sagt nei. Et merke er lagret, slik at du ikke blir lest.',
    protected: 'Du er en vernet kontakt. Et merke er lagret, slik at ingen handling med deg blir lagret.',
    forgotten: 'Du er glemt. Et merke er lagret, slik at du ikke blir lest på nytt.',
  },
  bridgeBuilder: (name, unit) =>
    `Du har valgt å stå som brobygger. Ledere ser navnet ditt og enheten din: ${name}, ${unit}.`,
  unitToCome: 'enheten kommer med neste lesing',
  others: (fewest) =>
    `Andre står her bare som grupper på minst ${fewest} personer. Det verner dem på samme måte som det verner deg.`,
  toward: 'Du kan også stå i radene til kolleger som har henvendt seg til deg. De radene handler om dem og vises ikke.',
  period: (from, to) => `Fra og med ${from} til, men ikke med, ${to}`,
  unit: (unit, standing) => `Enhet: ${unit}. Gruppe: ${standing}.`,
  noUnit: 'ingen enhet',
  competences: (names) => `Du står på listen over dem som kan: ${names}.`,
  origin: {
    attribute: 'katalogen',
    groups: 'grupper i katalogen',
    managers: 'hvem som leder hvem',
    'hr-file': 'en fil fra personalsystemet',
  },
  originOn: (origin, day) => `Enheten kommer fra ${origin}, slik den var ${day}.`,
  standing: { leader: 'leder', elected: 'folkevalgt', frontline: 'ansatt uten fast pult', desk: 'ansatt' },
  actsTitle: 'Hvem du har henvendt deg til',
  actsHead: ['Dag', 'Måte', 'Til', 'Ganger', 'Minutter'],
  minutes:
    'Møter og samtaler har de minuttene de varte. E-post og chat er ikke målt: Hver e-post regnes som 1,45 minutter, og en time du skrev i en chat, likeså. Tiden deles på de andre som var med. Noen utenfor, og det bare å være i samme chat, gir ingen minutter.',
  kinds: { mail: 'E-post', meeting: 'Møte', chat: 'Chat', call: 'Samtale', 'online-meeting': 'Møte i Teams' },
  inside: 'Andre i virksomheten',
  outside: 'Noen utenfor virksomheten',
  daysTitle: 'Dager som er lest',
  daysHead: ['Kilde', 'Dager'],
  usageTitle: 'Verktøy du har brukt',
  usageHead: ['Dag', 'Verktøy'],
  officeTitle: 'Det du har gjort i en rolle',
  officeHead: ['Dag', 'Rolle', 'Handling', 'Tekst'],
};

const nn: OwnExportWords = {
  title: 'Det Samspill har lagra om deg',
  mark: 'Berre til deg. Ingen andre kan hente denne sida.',
  page: { before: 'Side ', between: ' av ' },
  fileName: 'mine-opplysningar',
  lead: (day) => `Henta ${day}. Her står alt som er lagra om deg.`,
  nothing: 'Det er ikkje lagra noko om deg i nokon periode.',
  marks: {
    objection: 'Du har sagt nei. Eit merke er lagra, slik at du ikkje blir lesen.',
    protected: 'Du er ein verna kontakt. Eit merke er lagra, slik at inga handling med deg blir lagra.',
    forgotten: 'Du er gløymd. Eit merke er lagra, slik at du ikkje blir lesen på nytt.',
  },
  bridgeBuilder: (name, unit) =>
    `Du har valt å stå som brubyggjar. Leiarar ser namnet ditt og eininga di: ${name}, ${unit}.`,
  unitToCome: 'eininga kjem med neste lesing',
  others: (fewest) =>
    `Andre står her berre som grupper på minst ${fewest} personar. Det vernar dei på same måten som det vernar deg.`,
  toward:
    'Du kan òg stå i radene til kollegaer som har vendt seg til deg. Dei radene handlar om dei og blir ikkje viste.',
  period: (from, to) => `Frå og med ${from} til, men ikkje med, ${to}`,
  unit: (unit, standing) => `Eining: ${unit}. Gruppe: ${standing}.`,
  noUnit: 'inga eining',
  competences: (names) => `Du står på lista over dei som kan: ${names}.`,
  origin: {
    attribute: 'katalogen',
    groups: 'grupper i katalogen',
    managers: 'kven som leier kven',
    'hr-file': 'ei fil frå personalsystemet',
  },
  originOn: (origin, day) => `Eininga kjem frå ${origin}, slik det var ${day}.`,
  standing: { leader: 'leiar', elected: 'folkevald', frontline: 'tilsett utan fast pult', desk: 'tilsett' },
  actsTitle: 'Kven du har vendt deg til',
  actsHead: ['Dag', 'Måte', 'Til', 'Gonger', 'Minutt'],
  minutes:
    'Møte og samtalar har dei minutta dei varte. E-post og chat er ikkje målte: Kvar e-post er rekna som 1,45 minutt, og ein time du skreiv i ein chat, likeins. Tida er delt på dei andre som var med. Nokon utanfor, og det berre å vere i same chat, gir ingen minutt.',
  kinds: { mail: 'E-post', meeting: 'Møte', chat: 'Chat', call: 'Samtale', 'online-meeting': 'Møte i Teams' },
  inside: 'Andre i verksemda',
  outside: 'Nokon utanfor verksemda',
  daysTitle: 'Dagar som er lesne',
  daysHead: ['Kjelde', 'Dagar'],
  usageTitle: 'Verktøy du har brukt',
  usageHead: ['Dag', 'Verktøy'],
  officeTitle: 'Det du har gjort i ei rolle',
  officeHead: ['Dag', 'Rolle', 'Handling', 'Tekst'],
};

const en: OwnExportWords = {
  title: 'What Samspill holds about you',
  mark: 'For you alone. Nobody else can fetch this page.',
  page: { before: 'Page ', between: ' of ' },
  fileName: 'my-data',
  lead: (day) => `Fetched ${day}. Everything that is held about you stands here.`,
  nothing: 'Nothing is held about you in any period.',
  marks: {
    objection: 'You have said no. A mark is held, so that you are not read.',
    protected: 'You are a protected contact. A mark is held, so that no act with you is ever kept.',
    forgotten: 'You are forgotten. A mark is held, so that you are not read again.',
  },
  bridgeBuilder: (name, unit) =>
    `You have chosen to stand as a bridge-builder. Leaders see your name and unit: ${name}, ${unit}.`,
  unitToCome: 'the unit comes with the next reading',
  others: (fewest) =>
    `Others stand here as groups of at least ${fewest} people only. That protects them the way it protects you.`,
  toward: 'You may also stand in rows of colleagues who turned to you. Those rows are about them and are not shown.',
  period: (from, to) => `From ${from} up to, but not including, ${to}`,
  unit: (unit, standing) => `Unit: ${unit}. Group: ${standing}.`,
  noUnit: 'no unit',
  competences: (names) => `You stand on the list of those who know: ${names}.`,
  origin: {
    attribute: 'the directory',
    groups: 'groups in the directory',
    managers: 'who leads whom',
    'hr-file': 'a file from the HR system',
  },
  originOn: (origin, day) => `The unit comes from ${origin}, as it was on ${day}.`,
  standing: { leader: 'leader', elected: 'elected member', frontline: 'employee without a desk', desk: 'employee' },
  actsTitle: 'Whom you have turned to',
  actsHead: ['Day', 'How', 'To', 'Times', 'Minutes'],
  minutes:
    'Meetings and calls have the minutes they lasted. E-mail and chat are not timed. Each e-mail counts as 1.45 minutes, and so does an hour in which you wrote in a chat. The time is shared among the others who took part. Somebody outside, and merely being in the same chat, gives no minutes.',
  kinds: { mail: 'E-mail', meeting: 'Meeting', chat: 'Chat', call: 'Call', 'online-meeting': 'Meeting in Teams' },
  inside: 'Others in the organisation',
  outside: 'Somebody outside the organisation',
  daysTitle: 'Days that have been read',
  daysHead: ['Source', 'Days'],
  usageTitle: 'Tools you have used',
  usageHead: ['Day', 'Tools'],
  officeTitle: 'What you have done in a role',
  officeHead: ['Day', 'Role', 'Act', 'Words'],
};

export const OWN_EXPORT_WORDS: Readonly<Record<DocumentLanguage, OwnExportWords>> = { nb, nn, en };
