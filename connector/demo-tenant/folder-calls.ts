import { readCsv } from './csv-file.ts';
import { readMoment } from './csv-moment.ts';
import { personsOf, readPerson, readPersons } from './csv-persons.ts';
import { firstFrom, widened, type Range } from './in-time.ts';
import type { Call, CallParticipant } from './world.ts';

const COLUMNS = ['start', 'end', 'organizer', 'participants'] as const;

/** The calls of a tenant folder. */
export interface FolderCalls {
  readonly range: Range | undefined;
  /** Calls that began in [from, to), by beginning. */
  begun(from: number, to: number): Call[];
  call(id: string): Call | undefined;
}

/**
 * Reads calls.csv. The organizer took part; two who talk are a call from one to the other, more are a meeting's.
 *
 * @param participantOf account or guest for a person
 * @param idOf a GUID made from a text
 * @throws Failure 'bad-input' for a moment that is none, an end before its start, an organizer who is nobody
 */
export async function readCalls(
  path: string,
  participantOf: (person: string) => CallParticipant,
  idOf: (text: string) => string,
): Promise<FolderCalls> {
  const calls: Call[] = [];
  let range: Range | undefined;
  for await (const line of readCsv(path, COLUMNS)) {
    const [start, end] = [readMoment(line, 'start'), readMoment(line, 'end')];
    if (end < start) throw line.fault('end', 'a moment not before the start');
    const organizer = readPerson(line, 'organizer');
    const persons = [...new Set([organizer, ...personsOf(readPersons(line, 'participants'))])];
    const participants = persons.map(participantOf);
    calls.push({
      id: idOf(String(calls.length)),
      kind: persons.length > 2 ? 'groupCall' : 'peerToPeer',
      start,
      end,
      organizerId: participants[0]?.kind === 'user' ? participants[0].id : null,
      participants,
      joinUrl: null,
    });
    range = widened(widened(range, start), end);
  }
  calls.sort((one, other) => one.start - other.start);
  const byId = new Map(calls.map((call) => [call.id, call]));
  const startOf = ({ start }: Call) => start;
  return {
    range,
    begun: (from, to) => calls.slice(firstFrom(calls, startOf, from), firstFrom(calls, startOf, to)),
    call: (id) => byId.get(id),
  };
}
