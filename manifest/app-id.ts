import { createHash } from 'node:crypto';

/** The namespace of Samspill's app ids: a random UUID, chosen once. Changing it would make every update a new app. */
const NAMESPACE = '7c0e5c8e-2b5f-4a7e-9d0c-5f1a3b6e8d42';

/**
 * The id of the Teams app of one installation. The same client id and host give the same id for ever, so that a package
 * built later is an update and keeps its assignments; another host or registration is another app.
 *
 * @param clientId a GUID in lower case
 * @returns a UUID of version 5
 * @see RFC 9562 §5.5
 */
export function appIdOf(clientId: string, host: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(`${clientId}@${host}`)
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
