import type { Answer } from './exchange.ts';
import { refusal } from './refusal.ts';

/** How Outlook writes moments: local time with seven decimals and no offset, and the zone's name beside it. */
export interface ZoneWriter {
  /** As it was asked for. */
  readonly name: string;
  /** `{"dateTime":"2026-02-03T09:00:00.0000000","timeZone":"UTC"}` */
  write(moment: number): string;
}

/** Windows' names of zones, which Outlook prefers, by the names that everybody else uses. */
const WINDOWS: Readonly<Record<string, string>> = {
  'W. Europe Standard Time': 'Europe/Berlin',
  'Romance Standard Time': 'Europe/Paris',
  'Central Europe Standard Time': 'Europe/Budapest',
  'GMT Standard Time': 'Europe/London',
  'FLE Standard Time': 'Europe/Kyiv',
  'Pacific Standard Time': 'America/Los_Angeles',
};
const WISH = /outlook\.timezone\s*=\s*"([^"]*)"/i;

/** The zone that `Prefer: outlook.timezone="…"` wishes; UTC without one; Outlook's 400 for a zone there is not. */
export function wishedZone(headers: Headers): ZoneWriter | Answer {
  const [, name = 'UTC'] = WISH.exec(headers.get('prefer') ?? '') ?? [];
  if (name === 'UTC') return { name, write: (moment) => inZone(moment, name) };
  const format = formatOf(WINDOWS[name] ?? name);
  if (!format)
    return refusal(
      400,
      'TimeZoneNotSupportedException',
      `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name}'.`,
    );
  return { name, write: (moment) => inZone(moment + offsetOf(format, moment), name) };
}

/** Whether a zone was wished for, so that the answer says it was heeded. */
export function wishesZone(headers: Headers): boolean {
  return WISH.test(headers.get('prefer') ?? '');
}

function inZone(local: number, name: string): string {
  return `{"dateTime":"${new Date(local).toISOString().slice(0, 23)}0000","timeZone":${JSON.stringify(name)}}`;
}

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
}

function offsetOf(format: Intl.DateTimeFormat, moment: number): number {
  const written = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{2}):(\d{2})/.exec(written) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
