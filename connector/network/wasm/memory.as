// Places of the memory that threads share, by the address of the first and the number of the one wanted.

// @ts-ignore: decorator
@inline export function padded(bytes: usize): usize { return (bytes + 63) & ~63; }
// @ts-ignore: decorator
@inline export function i(base: usize, at: i32): i32 { return load<i32>(base + ((<usize>at) << 2)); }
// @ts-ignore: decorator
@inline export function setI(base: usize, at: i32, value: i32): void { store<i32>(base + ((<usize>at) << 2), value); }
// @ts-ignore: decorator
@inline export function f(base: usize, at: i32): f64 { return load<f64>(base + ((<usize>at) << 3)); }
// @ts-ignore: decorator
@inline export function setF(base: usize, at: i32, value: f64): void { store<f64>(base + ((<usize>at) << 3), value); }

// Vectors: two numbers or 128 bits a place.

// @ts-ignore: decorator
@inline export function v(base: usize, at: i32): v128 { return v128.load(base + ((<usize>at) << 4)); }
// @ts-ignore: decorator
@inline export function setV(base: usize, at: i32, value: v128): void { v128.store(base + ((<usize>at) << 4), value); }

// @ts-ignore: decorator
@inline export function degree(offsets: usize, person: i32): i32 { return i(offsets, person + 1) - i(offsets, person); }
