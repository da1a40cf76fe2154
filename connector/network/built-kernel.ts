/**
 * One function of `wasm/kernels.as`, running on this memory.
 *
 * @throws TypeError when the module is not the one built from `wasm/kernels.as`
 */
export function builtKernel(
  kernels: WebAssembly.Module,
  memory: WebAssembly.Memory,
  name: string,
): (...values: number[]) => unknown {
  const built = new WebAssembly.Instance(kernels, { env: { memory } }).exports[name];
  if (!isCallable(built)) throw new TypeError('The module handed in is not that of the network kernels.');
  return built;
}

function isCallable(value: unknown): value is (...values: number[]) => unknown {
  return typeof value === 'function';
}
