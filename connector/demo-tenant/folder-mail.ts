import { readCsv } from './csv-file.ts';
import { readMoment } from './csv-moment.ts';
import { personsOf, readPerson, readPersons } from './csv-persons.ts';
import { firstFrom, widened, type Range } from './in-time.ts';
import type { SentMessage } from './world.ts';

const COLUMNS = ['sentAt', 'from', 'to', 'cc'] as const;

/** The mails of a tenant folder, by sender. */
export interface FolderMail {
  /** First and last moment, milliseconds since 1970; undefined when there is no mail. */
  readonly range: Range | undefined;
  /** What a person sent in [from, to), oldest first. */
  sent(person: string, from: number, to: number): Iterable<SentMessage>;
}

/** Recipients stay as written until asked for: 200,000 mails then cost some 30 MB. */
interface Line {
  readonly sentAt: number;
  readonly to: string;
  readonly cc: string;
}

/**
 * Reads mail.csv and sorts it by sender and time.
 *
 * @param addressOf the address by which a person is written to
 * @throws Failure 'bad-input' for a moment that is none, and for a mail from or to nobody
 */
export async function readMail(path: string, addressOf: (person: string) => string): Promise<FolderMail> {
  const bySender = new Map<string, Line[]>();
  let range: Range | undefined;
  for await (const line of readCsv(path, COLUMNS)) {
    const [sentAt, from] = [readMoment(line, 'sentAt'), readPerson(line, 'from')];
    const mails = bySender.get(from) ?? [];
    if (mails.length === 0) bySender.set(from, mails);
    mails.push({ sentAt, to: readPersons(line, 'to'), cc: readPersons(line, 'cc') });
    range = widened(range, sentAt);
  }
  for (const mails of bySender.values()) mails.sort((one, other) => one.sentAt - other.sentAt);
  return {
    range,
    *sent(person, from, to) {
      const mails = bySender.get(person) ?? [];
      for (let at = firstFrom(mails, sentAtOf, from); at < mails.length; at += 1) {
        const mail = mails[at];
        if (!mail || mail.sentAt >= to) return;
        yield messageOf(mail, addressOf);
      }
    },
  };
}

function messageOf({ sentAt, to, cc }: Line, addressOf: (person: string) => string): SentMessage {
  const addresses = (written: string) => personsOf(written).map(addressOf);
  return { sentAt, to: addresses(to), cc: addresses(cc), bcc: [], subject: '', draft: false, meeting: false };
}

function sentAtOf({ sentAt }: Line): number {
  return sentAt;
}
