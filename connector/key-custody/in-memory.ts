import { statfs } from 'node:fs/promises';

/** tmpfs and ramfs, as `statfs(2)` numbers them. */
const MEMORY_FILE_SYSTEMS = [0x01021994, 0x858458f6];

/** Whether a path lies in a file system that is kept in memory, such as the one for systemd's credentials; Linux only. */
export async function isInMemory(path: string): Promise<boolean> {
  const { type } = await statfs(path);
  // Some systems give the number with its sign.
  return MEMORY_FILE_SYSTEMS.includes(type >>> 0);
}
