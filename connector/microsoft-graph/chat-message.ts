import { z } from 'zod';
import { moment } from './moment.ts';

/** What is kept of one chat message while its reader's messages are read: no word of it. */
export interface ChatMessage {
  readonly chatId: string;
  /** Milliseconds since 1970. */
  readonly writtenAt: number;
  /** Object id of the account that wrote it; undefined for the service itself and for applications. */
  readonly writerId: string | undefined;
  /** False for what the service says of a chat: who joined, that a call ended. */
  readonly isWritten: boolean;
}

/** `body`, `subject`, attachments, mentions and reactions are left out here, so they are gone with the page they came on. */
const message = z.object({
  chatId: z.string().min(1),
  createdDateTime: moment,
  messageType: z.string(),
  from: z.object({ user: z.object({ id: z.string().nullish() }).nullish() }).nullish(),
});

/**
 * Keeps the listed fields of one chat message and forgets the rest, its text first of all.
 *
 * @param item whatever Graph sent as a message; no type is trusted
 * @returns undefined where a listed field is missing or of another type
 */
export function readChatMessage(item: unknown): ChatMessage | undefined {
  const parsed = message.safeParse(item);
  if (!parsed.success) return undefined;
  const { chatId, createdDateTime, messageType, from } = parsed.data;
  return {
    chatId,
    writtenAt: createdDateTime,
    writerId: from?.user?.id ?? undefined,
    isWritten: messageType === 'message',
  };
}
