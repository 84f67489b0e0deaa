package org.panarray;

/// An array and its name in an `.npz` file, made by [Kw#named].
///
/// @param name the name
/// @param array an array or what stands for one
public record NamedArray(String name, Object array) {}
