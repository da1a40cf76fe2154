import type { Chat, ChatMessage } from '../world.ts';
import { DAY_MS, type Rhythm } from './calendar.ts';
import { at, Chance, fractionOf, mix } from './chance.ts';
import type { Gathering } from './gatherings.ts';
import { guid, ORGANISATION } from './names.ts';
import type { Roster, Staff } from './roster.ts';
import { STORY } from './story.ts';
import { rhythmOf } from './usage.ts';
import type { WorkingDays } from './working-days.ts';

const SEED_CHATS = 71;
const SEED_MESSAGES = 72;
const SEED_EDITS = 73;
const SHIFT_TEAM = 6;
const ROOM_AREA = 5;
const MORNING_MS = 6 * 3_600_000;
const WORKDAY_MS = 9.5 * 3_600_000;
/** An edited message is edited within so many days. */
const EDITED_WITHIN_DAYS = 14;
const EDITED = 0.01;

// prettier-ignore
const TEXTS = ['Kan du ringe?', 'Takk!', 'Er på vei', 'Har du sett denne?', 'Møtet er flyttet', 'Ja', 'Ok', 'Fint'] as const;

/** A chat and how lively it is. */
interface Talk {
  readonly index: number;
  readonly chat: Chat;
  readonly rhythm: Rhythm;
  /** Messages on a full working day. */
  readonly aDay: number;
  /** First day with a message. */
  readonly since: number;
}

/** The chats of the municipality and what is written in them. Chats are held; messages are made when asked for. */
export class ChatBook {
  readonly #seed: number;
  readonly #days: WorkingDays;
  readonly #byMember = new Map<string, Talk[]>();
  readonly #byId = new Map<string, Talk>();

  constructor(
    tenant: { readonly roster: Roster; readonly seed: string; readonly seedNumber: number },
    gatherings: readonly Gathering[],
    days: WorkingDays,
    span: { readonly from: number; readonly launch: number },
  ) {
    this.#seed = tenant.seedNumber;
    this.#days = days;
    for (const talk of new ChatMaker(tenant, gatherings, span).make()) {
      this.#byId.set(talk.chat.id, talk);
      for (const id of talk.chat.memberIds) this.#byMember.set(id, [...(this.#byMember.get(id) ?? []), talk]);
    }
  }

  chats(accountId: string): Chat[] {
    return (this.#byMember.get(accountId) ?? []).map(({ chat }) => chat);
  }

  chat(chatId: string): Chat | undefined {
    return this.#byId.get(chatId)?.chat;
  }

  /** Messages of one day in somebody's chats, by sending. */
  *messagesOn(accountId: string, day: number): Generator<ChatMessage> {
    const messages = (this.#byMember.get(accountId) ?? []).flatMap((talk) => this.#write(talk, day, () => true));
    yield* messages.sort((one, other) => one.sentAt - other.sentAt);
  }

  /** Messages in somebody's chats that were sent before a moment and edited in [from, to). */
  editedIn(accountId: string, from: number, to: number): ChatMessage[] {
    const found: ChatMessage[] = [];
    const first = Math.floor(from / DAY_MS);
    for (const talk of this.#byMember.get(accountId) ?? []) {
      for (let day = first - EDITED_WITHIN_DAYS; day <= first; day += 1) {
        const edited = this.#write(talk, day, (place) => this.#isEdited(talk, day, place));
        found.push(
          ...edited.filter(
            ({ sentAt, editedAt }) => sentAt < from && editedAt !== null && editedAt >= from && editedAt < to,
          ),
        );
      }
    }
    return found.sort((one, other) => one.sentAt - other.sentAt);
  }

  // Times and writers belong to (chat, day, place), so that one message can be made without those before it.
  #write(talk: Talk, day: number, wanted: (place: number) => boolean): ChatMessage[] {
    if (day < talk.since) return [];
    const mean = talk.aDay * this.#days.share(talk.rhythm, day);
    const count = new Chance(mix(mix(this.#seed, SEED_CHATS, 0), talk.index, day)).count(mean);
    const messages: ChatMessage[] = [];
    for (let place = 0; place < count; place += 1) if (wanted(place)) messages.push(this.#message(talk, day, place));
    return messages;
  }

  #message(talk: Talk, day: number, place: number): ChatMessage {
    const chance = new Chance(mix(mix(this.#seed, SEED_MESSAGES, talk.index), day, place));
    const sentAt = day * DAY_MS + MORNING_MS + Math.floor(chance.fraction() * WORKDAY_MS);
    const { memberIds } = talk.chat;
    const isSystem = chance.happens(0.02);
    const later = Math.ceil(chance.fraction() * (EDITED_WITHIN_DAYS - 1) * DAY_MS);
    return {
      id: `${sentAt}${String(place).padStart(2, '0')}`,
      chatId: talk.chat.id,
      sentAt,
      editedAt: this.#isEdited(talk, day, place) ? sentAt + later : null,
      fromId: isSystem ? null : at(memberIds, chance.below(memberIds.length)),
      text: isSystem ? '' : chance.oneOf(TEXTS),
    };
  }

  #isEdited({ index }: Talk, day: number, place: number): boolean {
    return fractionOf(mix(this.#seed, SEED_EDITS, index), day, place) < EDITED;
  }
}

class ChatMaker {
  readonly #roster: Roster;
  readonly #seed: string;
  readonly #chance: Chance;
  readonly #gatherings: readonly Gathering[];
  readonly #span: { readonly from: number; readonly launch: number };
  readonly #talks: Talk[] = [];

  constructor(
    tenant: { readonly roster: Roster; readonly seed: string; readonly seedNumber: number },
    gatherings: readonly Gathering[],
    span: { readonly from: number; readonly launch: number },
  ) {
    this.#roster = tenant.roster;
    this.#seed = tenant.seed;
    this.#chance = new Chance(mix(tenant.seedNumber, SEED_CHATS, 1));
    this.#gatherings = gatherings;
    this.#span = span;
  }

  make(): readonly Talk[] {
    for (const gathering of this.#gatherings) this.#ofGathering(gathering);
    for (const members of Map.groupBy(this.#roster.staff, (person) => person.unit).values()) this.#shifts(members);
    for (const area of STORY.sharedRooms.areas) this.#rooms(area);
    return this.#talks;
  }

  #ofGathering({ kind, organizer, others, chat, rhythm, since, aDay }: Gathering): void {
    const members = [organizer, ...others];
    if (kind === 'unit') this.#add('meeting', members, { rhythm, aDay: 0.3, since, topic: 'Avdelingsmøte' });
    if (!chat) return;
    if (kind === 'pair') this.#add('oneOnOne', members, { rhythm, aDay: Math.min(3, aDay * 12), since, topic: null });
    if (kind === 'team') this.#add('group', members, { rhythm, aDay: 3, since, topic: 'Teamet' });
  }

  // Those without a mailbox are seen here if anywhere: one shift's chat.
  #shifts(members: readonly Staff[]): void {
    const without = members.filter((person) => !person.hasMailbox);
    for (let place = 0; place + 1 < without.length; place += SHIFT_TEAM) {
      const [first, ...rest] = without.slice(place, place + SHIFT_TEAM);
      if (first === undefined || rest.length === 0 || !this.#chance.happens(0.35)) continue;
      const places = [first, ...rest].map((person) => person.index);
      this.#add('group', places, { rhythm: rhythmOf(first), aDay: 1.5, since: 0, topic: 'Vakt' });
    }
  }

  // A shared room: some of the school area and two of those around its children, from the launch on.
  #rooms(area: string): void {
    const of = (unit: string): readonly Staff[] =>
      this.#roster.staff.filter((person) => person.unit === unit && person.hasMailbox);
    const around = STORY.sharedRooms.partnerUnits.map(of);
    const mixed = this.#chance.shuffled(of(area));
    const inRooms = mixed.slice(0, Math.round(mixed.length * STORY.sharedRooms.reachAfter));
    for (let place = 0; place < inRooms.length; place += ROOM_AREA) {
      const school = inRooms.slice(place, place + ROOM_AREA);
      const partners = [0, 1].map(() => this.#chance.oneOf(this.#chance.oneOf(around)));
      const members = [...new Set([...school, ...partners])].map((person) => person.index);
      this.#add('group', members, { rhythm: 'school', aDay: 2, since: this.#span.launch, topic: 'Samarbeidsrom' });
    }
  }

  #add(
    type: Chat['type'],
    members: readonly number[],
    talk: Pick<Talk, 'rhythm' | 'aDay' | 'since'> & { readonly topic: string | null },
  ): void {
    const index = this.#talks.length;
    const memberIds = members.map((place) => at(this.#roster.accounts, place).id);
    const { topic, ...rest } = talk;
    const createdAt = Math.max(talk.since, this.#span.from - 1 - (index % 300)) * DAY_MS + MORNING_MS;
    const strangers = type === 'group' && this.#chance.happens(0.04) ? [this.#stranger(index)] : [];
    const chat = { id: this.#idOf(type, memberIds, index), type, topic, createdAt, memberIds, strangers };
    this.#talks.push({ index, chat, ...rest });
  }

  #stranger(index: number): Chat['strangers'][number] {
    const name = `Gjest ${index}`;
    return {
      id: guid(this.#seed, `chat stranger ${index}`),
      displayName: name,
      email: `gjest${index}@fylket.example`,
      tenantId: index % 2 === 0 ? guid(ORGANISATION, 'another tenant') : null,
    };
  }

  #idOf(type: Chat['type'], memberIds: readonly string[], index: number): string {
    if (type === 'oneOnOne')
      return `19:${memberIds.toSorted((one, other) => (one < other ? -1 : 1)).join('_')}@unq.gbl.spaces`;
    const thread = guid(this.#seed, `chat ${index}`).replaceAll('-', '');
    return type === 'meeting' ? `19:meeting_${thread}@thread.v2` : `19:${thread}@thread.v2`;
  }
}
