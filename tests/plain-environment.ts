/**
 * The environment of a command that a test starts: nothing is set but where programs are found, and where Node keeps
 * what it has compiled, so that not every start strips and compiles the whole house again.
 */
export function plainEnvironment(): Record<string, string> {
  const { PATH = '', NODE_COMPILE_CACHE } = process.env;
  return { PATH, ...(NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE }) };
}
