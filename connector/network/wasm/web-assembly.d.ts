/**
 * What the network room uses of WebAssembly. The connector is compiled without the types of a browser, so that no file
 * here can reach for `document` unnoticed; these few come with them and are declared by themselves.
 */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
    /** Keeps the type its own: without it any object would do for a module. */
    private readonly compiled: true;
  }
  class Memory {
    constructor(descriptor: { initial: number; maximum: number; shared: true });
    readonly buffer: SharedArrayBuffer;
  }
  class Instance {
    constructor(module: Module, imports: { env: { memory: Memory } });
    readonly exports: Readonly<Record<string, unknown>>;
  }
}
