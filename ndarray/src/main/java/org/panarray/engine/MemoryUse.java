package org.panarray.engine;

/// The native memory of arrays, in bytes. Arrays below 16 KiB live on the heap and are not in it, nor
/// are mapped files.
///
/// @param inUse what arrays hold, and what arrays held that the collector has not found yet
/// @param kept what is free and waits for the next array
/// @param peak the most that was held and kept together
/// @param limit what is never exceeded
public record MemoryUse(long inUse, long kept, long peak, long limit) {}
